import Darkroom
import Database
import HTTPTypes

/// For the machine that watches over this one.
enum TellHealth {
    /// The process answers.
    static func alive(_ exchange: Exchange) async throws -> Answer {
        Answer(type: "text/plain; charset=utf-8", body: Array("alive\n".utf8))
    }

    /// The database answers too. Without pictures it is ready all the same: they would be away for every machine, and stories can be
    /// read and answered without them; but it says so.
    static func ready(_ exchange: Exchange) async throws -> Answer {
        let isThere = try? await exchange.site.database.read { tx in try tx.exists("SELECT 1") }
        guard isThere == true else { return said("the database does not answer\n", .serviceUnavailable) }
        return said(exchange.site.shelf.isAway ? "ready, but pictures cannot be reached\n" : "ready\n", .ok)
    }

    private static func said(_ text: String, _ status: HTTPResponse.Status) -> Answer {
        Answer(status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}
