import Dispatch
import Synchronization

/// The connections that read. A read runs on the caller's thread, on a connection that no other read uses at
/// the same time.
final class SQLiteReaders: Sendable {
    /// How many reads may run at the same time. Each uses a connection with its own page cache; further reads
    /// wait.
    static let most = 6
    /// Kilobytes of page cache for the first connection, which serves all reads while there are few. The
    /// desk's queue of a large site is spread over 1,600 pages of the database file. The other connections
    /// keep SQLite's default of 2 MB.
    static let firstCache = 8_000

    private struct State {
        /// The open connections in the order in which they were opened, with `nil` in place of each one that
        /// is in use.
        var free: [LockedConnection?] = []
        var isClosed = false
    }

    private let open: @Sendable (_ isFirst: Bool) throws -> LockedConnection
    let count: Int
    private let turns: DispatchSemaphore
    private let state = Mutex(State())

    /// Opens at most `count` connections, each one only when all others are in use.
    init(_ count: Int, open: @escaping @Sendable (_ isFirst: Bool) throws -> LockedConnection) {
        self.open = open
        self.count = count
        turns = DispatchSemaphore(value: count)
    }

    /// Runs `body` on one snapshot of the database.
    func read<T: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> T) throws -> T {
        turns.wait()
        defer { turns.signal() }
        let (place, reader) = try take()
        defer { state.withLock { $0.free[place] = reader } }
        return try reader.use { connection in
            try connection.control("BEGIN")
            connection.isReading = true
            defer {
                connection.isReading = false
                try? connection.control("ROLLBACK")
            }
            return try body(connection)
        }
    }

    /// The number of connections in use.
    var active: Int { state.withLock { $0.free.count { $0 == nil } } }

    private func take() throws -> (place: Int, reader: LockedConnection) {
        try state.withLock { state in
            guard !state.isClosed else { throw DatabaseFault.statement("the database is closed") }
            if let place = state.free.firstIndex(where: { $0 != nil }), let reader = state.free[place] {
                state.free[place] = nil
                return (place, reader)
            }
            let reader = try open(state.free.isEmpty)
            state.free.append(nil)
            return (state.free.count - 1, reader)
        }
    }

    /// Waits for all reads to end, refuses further reads, and returns the connections for the caller to
    /// close.
    func end() -> [LockedConnection] {
        for _ in 0..<count { turns.wait() }
        defer { for _ in 0..<count { turns.signal() } }
        return state.withLock { state in
            defer { state = State(isClosed: true) }
            return state.free.compactMap(\.self)
        }
    }
}
