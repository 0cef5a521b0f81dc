import GRDB
import Synchronization

/// Reads run on the pool's connections. One that has done its work takes what waits, without a change of threads.
final class ReadQueue: Sendable {
    /// Reads at the same time; each has a connection with a page cache of its own.
    static let readers = 4

    private typealias Work = @Sendable (Result<SQLiteConnection, any Error>) -> Void

    private struct State {
        var waiting: [Work] = []
        var readers = 0
    }

    private let pool: any DatabaseReader
    private let connections: SQLiteConnections
    private let state = Mutex(State())

    init(_ pool: any DatabaseReader, _ connections: SQLiteConnections) {
        self.pool = pool
        self.connections = connections
    }

    /// Runs `body` on one unchanging state of the database.
    func read<T: Sendable>(_ body: @escaping @Sendable (SQLiteConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            enqueue { connection in
                continuation.resume(with: Result { try Self.unchanging(connection, body) })
            }
        }
    }

    private func enqueue(_ work: @escaping Work) {
        let mustStart = state.withLock { state in
            state.waiting.append(work)
            guard state.readers < Self.readers else { return false }
            state.readers += 1
            return true
        }
        guard mustStart else { return }
        pool.asyncUnsafeRead { access in
            let connection = access.map { self.connections.of($0) }
            while let work = self.next() { work(connection) }
        }
    }

    private func next() -> Work? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.readers -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
    }

    private static func unchanging<T>(
        _ connection: Result<SQLiteConnection, any Error>, _ body: (SQLiteConnection) throws -> T
    ) throws -> T {
        do {
            let connection = try connection.get()
            try connection.control("BEGIN")
            connection.isReading = true
            defer {
                connection.isReading = false
                try? connection.control("ROLLBACK")
            }
            return try body(connection)
        } catch let error as DatabaseError {
            throw DatabaseFault(error)
        }
    }
}
