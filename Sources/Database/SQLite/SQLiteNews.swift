import Foundation
import GRDB
import Synchronization

/// Learns of what other programs on the same file commit: SQLite keeps a number that changes with every commit
/// (sqlite.org/pragma.html#pragma_data_version). To ask for it costs a fiftieth of a look at the record of changes.
final class SQLiteNews: Sendable {
    /// How often to look without a sign: where a look failed, there is none for what it did not see.
    private static let longestSilence = Duration.seconds(2)

    private struct State {
        var version: Int64?
        var nextLook = ContinuousClock.now
    }

    private let connection: DatabaseQueue
    private let state = Mutex(State())

    init(of file: URL) throws {
        var configuration = Configuration()
        configuration.label = "broadsheet.news"
        configuration.readonly = true
        connection = try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// Whether something may have been committed since this was asked last, by whomever.
    var mayHaveAny: Bool {
        let version = try? connection.unsafeRead { connection in
            try Int64.fetchOne(connection.cachedStatement(sql: "PRAGMA data_version"))
        }
        return state.withLock { state in
            let now = ContinuousClock.now
            guard version == nil || version != state.version || now >= state.nextLook else { return false }
            (state.version, state.nextLook) = (version, now + Self.longestSilence)
            return true
        }
    }

    func close() throws { try connection.close() }
}
