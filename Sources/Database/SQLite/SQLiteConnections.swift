import GRDB
import Synchronization

/// The connections that GRDB has opened, each with the statements that are prepared on it.
final class SQLiteConnections: Sendable {
    // Safe: a connection is used inside GRDB's accesses alone, which give each to one thread at a time.
    private struct Entry: @unchecked Sendable { let connection: SQLiteConnection }

    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    /// A connection is new; what was known of another one at its address is over.
    func opened(_ connection: GRDB.Database) {
        entries.withLock { $0[ObjectIdentifier(connection)] = nil }
    }

    /// The same for every access to the connection.
    func of(_ connection: GRDB.Database) -> SQLiteConnection {
        if let known = entries.withLock({ $0[ObjectIdentifier(connection)] }) { return known.connection }
        let new = Entry(connection: SQLiteConnection(connection))
        entries.withLock { $0[ObjectIdentifier(connection)] = new }
        return new.connection
    }

    /// Gives all statements back, so that connections can be closed. Only where none is in use.
    func forgetStatements() {
        for entry in entries.withLock({ Array($0.values) }) { entry.connection.forgetStatements() }
    }
}
