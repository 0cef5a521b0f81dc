import Darkroom
import Database
import HTTPTypes
import Synchronization

/// For the machine that watches over this one.
enum TellHealth {
    /// Who asks does not wait for longer, and would take a late answer for none.
    private static let patience = Duration.seconds(2)

    /// The process answers.
    static func alive(_ exchange: Exchange) async throws -> Answer {
        Answer(type: "text/plain; charset=utf-8", body: Array("alive\n".utf8))
    }

    /// The database answers too, and is not one that takes no writes at all. Without pictures it is ready all the
    /// same: they would be away for every machine, and stories can be read and answered without them; but it says so.
    /// So it is where there is no room left.
    static func ready(_ exchange: Exchange) async throws -> Answer {
        let (database, pictureStore) = (exchange.site.database, exchange.site.pictureStore)
        guard !database.isAway, await inTime({ try await isUsable(database) }) else {
            return said("the database does not answer, or takes no writes\n", .serviceUnavailable)
        }
        let hasPictures = if pictureStore.isAway { await inTime { try await pictureStore.lookAgain() } } else { true }
        return said(hasPictures ? "ready\n" : "ready, but pictures cannot be reached\n", .ok)
    }

    /// Whether it is so, and told in time.
    private static func inTime(_ isSo: @escaping @Sendable () async throws -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            let first = Mutex<CheckedContinuation<Bool, Never>?>(continuation)
            let tell = { @Sendable (isSo: Bool) in first.withLock { $0.take() }?.resume(returning: isSo) }
            Task { tell((try? await isSo()) == true) }
            Task {
                try? await Task.sleep(for: patience)
                tell(false)
            }
        }
    }

    /// It may answer who reads and let nobody write: then writing is tried too, which nobody else does where a load
    /// balancer sends nobody here.
    private static func isUsable(_ database: Database) async throws -> Bool {
        if database.isCutOff { try await database.write { _ in } }
        return try await database.read { tx in try tx.exists("SELECT 1") }
    }

    private static func said(_ text: String, _ status: HTTPResponse.Status) -> Answer {
        Answer(status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}
