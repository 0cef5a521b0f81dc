import CSQLite
package import Foundation

/// An open connection to SQLite. Only one thread uses it at a time, so SQLite uses no mutexes
/// (`SQLITE_OPEN_NOMUTEX`, sqlite.org/threadsafe.html). Foreign keys are enforced.
///
/// It accepts any text as a statement. Only this target, the benchmarks and tests use it; everything else
/// goes through `Transaction`, which accepts only literals.
package final class SQLiteHandle {
    package enum Place {
        case file(URL)
        /// A private database in memory, which is lost when the connection closes.
        case memory
    }

    package enum Access { case readOnly, readWrite }

    /// Turns off SQLite's memory statistics, once, before the first use of SQLite.
    private static let countsNoMemory: Void = { _ = sqlite3_count_no_memory() }()

    /// `nil` once it is closed.
    private var connection: OpaquePointer?

    /// Opens a database. `.readWrite` creates the file if it does not exist. A statement that waits longer
    /// than `patience` for another connection's lock fails with `tooManyWriters`.
    package init(_ place: Place, _ access: Access = .readWrite, patience: Duration = .zero) throws {
        Self.countsNoMemory
        let path =
            switch place {
            case .file(let file): file.path
            case .memory: ":memory:"
            }
        let mode =
            switch access {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        // A connection that failed to open holds the error message and must be closed too
        // (sqlite.org/c3ref/open.html).
        let code = sqlite3_open_v2(path, &connection, flags, nil)
        guard code == SQLITE_OK else { throw fault(code) }
        sqlite3_busy_timeout(connection, Int32(clamping: patience.components.seconds * 1_000))
        sqlite3_refuse_quoted_texts(connection)
        try execute("PRAGMA foreign_keys = ON")
    }

    deinit { close() }

    /// Closes the connection. Later calls are refused.
    func close() {
        // A statement that still exists keeps the file open until it is finalized
        // (sqlite.org/c3ref/close.html).
        sqlite3_close_v2(connection)
        connection = nil
    }

    /// Runs statements without parameters, one after another, and ignores their rows.
    package func execute(_ script: String, in name: StaticString? = nil) throws {
        let code = sqlite3_exec(try opened(in: name), script, nil, nil, nil)
        guard code == SQLITE_OK else { throw fault(code, in: name) }
    }

    /// Prepares one statement. If it is refused, the fault contains `name`.
    package func prepare(_ sql: String, in name: StaticString? = nil) throws -> SQLiteStatement {
        let connection = try opened(in: name)
        return try sql.withCString { text in
            var (statement, rest): (OpaquePointer?, UnsafePointer<CChar>?) = (nil, nil)
            let code = sqlite3_prepare_v2(connection, text, -1, &statement, &rest)
            guard code == SQLITE_OK else { throw fault(code, in: name) }
            guard let statement else {
                throw DatabaseFault(code: SQLITE_MISUSE, message: "the SQL contains no statement", in: name)
            }
            let prepared = SQLiteStatement(statement, on: self)
            guard rest.map({ String(cString: $0).allSatisfy(\.isWhitespace) }) ?? true else {
                throw DatabaseFault(code: SQLITE_MISUSE, message: "the SQL contains more than one statement", in: name)
            }
            return prepared
        }
    }

    /// Whether a transaction is open. SQLite rolls back a transaction on its own if the disk is full or
    /// fails.
    var isInTransaction: Bool { connection.map { sqlite3_get_autocommit($0) == 0 } ?? false }

    /// Whether the last call found the disk full (`SQLITE_FULL`).
    var lacksRoom: Bool { connection.map { sqlite3_errcode($0) & 0xFF == SQLITE_FULL } ?? false }

    /// The fault of the last call, with SQLite's message.
    func fault(_ code: Int32, in name: StaticString? = nil) -> DatabaseFault {
        DatabaseFault(code: code, message: String(cString: sqlite3_errmsg(connection)), in: name)
    }

    private func opened(in name: StaticString?) throws -> OpaquePointer {
        guard let connection else {
            throw DatabaseFault(code: SQLITE_MISUSE, message: "the database is closed", in: name)
        }
        return connection
    }
}

/// Checkpoints of the write-ahead log.
extension SQLiteHandle {
    /// The number of pages that this connection has written since the last call.
    func pagesWritten() -> Int {
        guard let connection else { return 0 }
        var (pages, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(connection, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &highest, 1)
        return Int(pages)
    }

    enum Checkpoint {
        /// Copies as much as possible without waiting for readers or writers.
        case passive
        /// Waits for readers and writers, copies everything, and truncates the log to zero bytes.
        case truncate
    }

    /// Copies pages from the log to the database file. Returns how many pages the log has and how many of
    /// them have been copied; `nil` if the checkpoint was refused.
    @discardableResult
    func checkpoint(_ kind: Checkpoint) -> (pages: Int, broughtOver: Int)? {
        guard let connection else { return nil }
        let mode =
            switch kind {
            case .passive: SQLITE_CHECKPOINT_PASSIVE
            case .truncate: SQLITE_CHECKPOINT_TRUNCATE
            }
        var (pages, broughtOver): (Int32, Int32) = (-1, -1)
        let code = sqlite3_wal_checkpoint_v2(connection, "main", mode, &pages, &broughtOver)
        return code == SQLITE_OK && pages >= 0 ? (Int(pages), Int(broughtOver)) : nil
    }

    /// Waits until everything written to the database file is on disk.
    func syncFile() {
        guard let connection else { return }
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        if let file { _ = file.pointee.pMethods?.pointee.xSync(file, SQLITE_SYNC_NORMAL) }
    }
}

extension DatabaseFault {
    /// The fault for a result code of SQLite, extended or not (sqlite.org/rescode.html). `name` is the name
    /// of the statement.
    init(code: Int32, message: String, in name: StaticString? = nil) {
        switch code & 0xFF {
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY: self = .storageFailed(message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .tooManyWriters
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(message)
        default: self = .statement(name.map { "\($0): \(message)" } ?? message)
        }
    }
}
