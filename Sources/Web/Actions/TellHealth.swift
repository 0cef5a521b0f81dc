import HTTPTypes
import Database

/// For the machine that watches over this one.
enum TellHealth {
    /// The process answers.
    static func alive(_ exchange: Exchange) async throws -> Answer {
        Answer(type: "text/plain; charset=utf-8", body: Array("alive\n".utf8))
    }

    /// The database answers too.
    static func ready(_ exchange: Exchange) async throws -> Answer {
        let isThere = try? await exchange.site.database.read { tx in try tx.exists("SELECT 1") }
        return Answer(
            isThere == true ? .ok : .serviceUnavailable, type: "text/plain; charset=utf-8",
            body: Array((isThere == true ? "ready\n" : "the database does not answer\n").utf8))
    }
}
