import Darkroom
import Database
import HTTPTypes
import Storage
import Synchronization

/// Health checks for a monitor or a load balancer.
enum TellHealth {
    /// The longest time for one check. A monitor treats a late response as a failure.
    private static let patience = Duration.seconds(2)

    /// The process responds.
    static func alive(_ exchange: Exchange) async throws -> Answer {
        Answer(type: "text/plain; charset=utf-8", body: Array("alive\n".utf8))
    }

    /// The database responds too, and does not refuse all writes. A process without pictures is also ready,
    /// and says so, because the picture store is then unavailable to every machine, and readers can read and
    /// comment without pictures. A process whose database has no disk space left is ready as well.
    static func ready(_ exchange: Exchange) async throws -> Answer {
        let (database, pictureStore) = (exchange.site.database, exchange.site.pictureStore)
        guard !database.isAway, await inTime({ try await isUsable(database) }) else {
            return said("the database is unavailable or refuses writes\n", .serviceUnavailable)
        }
        let hasPictures = if pictureStore.isAway { await inTime { try await pictureStore.lookAgain() } } else { true }
        return said(hasPictures ? "ready\n" : "ready, but pictures are unavailable\n", .ok)
    }

    /// Whether the condition is met within the time limit.
    private static func inTime(_ isSo: @escaping @Sendable () async throws -> Bool) async -> Bool {
        await TimeLimit.value(within: patience, isSo) == true
    }

    /// The database may serve reads and refuse writes. After a refused write, this check tries a write,
    /// because nobody else does while a load balancer sends no visitors here.
    private static func isUsable(_ database: Database) async throws -> Bool {
        if database.isCutOff { try await database.write { _ in } }
        guard database.fileFault == nil else { return false }
        return try await database.read { tx in try tx.hasNewspaper }
    }

    private static func said(_ text: String, _ status: HTTPResponse.Status) -> Answer {
        Answer(status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}
