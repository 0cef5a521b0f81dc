import GRDB

/// Reads run on the thread that asks, on one of the pool's connections.
struct SQLiteReaders {
    /// Reads at the same time; each has a connection with a page cache of its own. Who comes when all are taken waits.
    static let most = 6

    /// Kilobytes of pages that the first of them keeps; it is the one that reads while few ask. The desk's queue of a large site
    /// is spread over 1,600 pages of its file. The others keep SQLite's two megabytes.
    static let firstCache = 8_000

    let pool: any DatabaseReader
    let connections: SQLiteConnections

    /// Runs `body` on one unchanging state of the database.
    func read<T: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> T) throws -> T {
        do {
            return try pool.unsafeRead { access in
                let connection = connections.of(access)
                try connection.control("BEGIN")
                connection.isReading = true
                defer {
                    connection.isReading = false
                    try? connection.control("ROLLBACK")
                }
                return try body(connection)
            }
        } catch let error as DatabaseError {
            throw DatabaseFault(error)
        }
    }
}
