import Synchronization

/// A connection that one thread uses at a time, while others wait.
final class LockedConnection: Sendable {
    private let connection: Mutex<SQLiteConnection>

    init(_ connection: sending SQLiteConnection) { self.connection = Mutex(connection) }

    func use<T: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> T) rethrows -> T {
        try connection.withLock { connection in try body(connection) }
    }
}
