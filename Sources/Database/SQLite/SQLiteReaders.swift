import Dispatch
import Synchronization

/// The connections that read. A read runs on the thread that asks, on a connection that nobody else uses meanwhile.
final class SQLiteReaders: Sendable {
    /// Reads at the same time; each has a connection with a page cache of its own. A further read waits for one of them.
    static let most = 6
    /// Kilobytes of pages that the first of them keeps; it is the one that reads while few ask. The desk's queue of a large site
    /// is spread over 1,600 pages of its file. The others keep SQLite's two megabytes.
    static let firstCache = 8_000

    private struct State {
        /// Connections that are open, the first one first; none in the place of one that is in use.
        var free: [LockedConnection?] = []
        var isClosed = false
    }

    private let open: @Sendable (_ isFirst: Bool) throws -> LockedConnection
    private let count: Int
    private let turns: DispatchSemaphore
    private let state = Mutex(State())

    /// At most `count` connections, each opened when all others are in use.
    init(_ count: Int, open: @escaping @Sendable (_ isFirst: Bool) throws -> LockedConnection) {
        self.open = open
        self.count = count
        turns = DispatchSemaphore(value: count)
    }

    /// Runs `body` on one unchanging state of the database.
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

    /// Waits until nobody reads, lets nobody read from then on, and gives the connections to the caller, who closes them.
    func end() -> [LockedConnection] {
        for _ in 0..<count { turns.wait() }
        defer { for _ in 0..<count { turns.signal() } }
        return state.withLock { state in
            defer { state = State(isClosed: true) }
            return state.free.compactMap(\.self)
        }
    }
}
