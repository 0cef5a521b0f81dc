import Foundation
import GRDB
import Synchronization

/// Learns of what other programs on the same file commit: SQLite keeps a number that changes with every commit
/// (sqlite.org/pragma.html#pragma_data_version), and to ask for it takes no transaction. Commands, which do not ask, have no connection for it.
final class SQLiteNews: Sendable {
    /// How often to look without a sign: where a look failed, there is none for what it did not see.
    private static let longestSilence = Duration.seconds(2)

    private struct State {
        var connection: DatabaseQueue?
        var isClosed = false
        var version: Int64?
        var nextLook = ContinuousClock.now
    }

    private let file: URL
    private let state = Mutex(State())

    init(of file: URL) { self.file = file }

    /// Whether something may have been committed since this was asked last, by whomever.
    var mayHaveAny: Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            let (now, version) = (ContinuousClock.now, try? version(in: &state))
            guard version == nil || version != state.version || now >= state.nextLook else { return false }
            (state.version, state.nextLook) = (version, now + Self.longestSilence)
            return true
        }
    }

    private func version(in state: inout State) throws -> Int64? {
        let connection = try state.connection ?? open()
        state.connection = connection
        return try connection.unsafeRead { connection in
            try Int64.fetchOne(connection.cachedStatement(sql: "PRAGMA data_version"))
        }
    }

    private func open() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "broadsheet.news"
        configuration.readonly = true
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    func close() throws {
        try state.withLock { state in
            state.isClosed = true
            try state.connection?.close()
        }
    }
}
