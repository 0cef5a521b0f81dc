import Foundation

/// Opens the connections of the engine.
enum SQLiteOpening {
    /// How long a statement waits for a lock that another process holds, such as one that is starting or
    /// stopping.
    private static let patience = Duration.seconds(10)

    /// The connection that writes to a file. It turns on the write-ahead log and creates the log's file.
    /// Throws if the file is not a database.
    static func writer(of file: URL) throws -> SQLiteConnection {
        let handle = try SQLiteHandle(.file(file), patience: patience)
        var mode: String?
        try handle.prepare("PRAGMA journal_mode = WAL").run { row in mode = row.text(at: 0) }
        guard mode == "wal" else { throw DatabaseFault.storageFailed("SQLite cannot use a write-ahead log here") }
        // A commit is on disk before it is acknowledged (sqlite.org/pragma.html#pragma_synchronous).
        // `WriteAheadLog` does the checkpoints. If a long read made the log grow, its file is cut back
        // afterwards.
        try handle.execute(
            """
            PRAGMA synchronous = FULL;
            PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA journal_size_limit = \(WriteAheadLog.longestFile);
            SELECT 1 FROM sqlite_master LIMIT 1
            """)
        return SQLiteConnection(handle)
    }

    /// A connection that reads a file. The first one has a larger page cache than the others.
    static func reader(of file: URL, isFirst: Bool) throws -> SQLiteConnection {
        let handle = try SQLiteHandle(.file(file), .readOnly, patience: patience)
        try handle.execute("PRAGMA temp_store = MEMORY")
        if isFirst { try handle.execute("PRAGMA cache_size = \(-SQLiteReaders.firstCache)") }
        return SQLiteConnection(handle)
    }

    /// The one connection to a database in memory.
    static func memory() throws -> SQLiteConnection {
        let handle = try SQLiteHandle(.memory)
        try handle.execute("PRAGMA temp_store = MEMORY")
        return SQLiteConnection(handle)
    }
}
