/// A connection to SQLite. It prepares each statement once.
final class SQLiteConnection: Connection {
    let handle: SQLiteHandle
    private var statements: [SQL: SQLiteStatement] = [:]
    /// Whether the current work may only read.
    var isReading = false

    init(_ handle: SQLiteHandle) { self.handle = handle }

    func query(_ query: Query, _ each: (Row) throws -> Bool) throws {
        try carryOut(bound(query), query.name, each)
    }

    func run(_ query: Query) throws {
        try carryOut(bound(query), query.name) { _ in true }
    }

    func script(_ sql: StaticString) throws {
        statementsThatWrite += 1
        try handle.execute(sql.description, in: "script")
    }

    let dialect = Dialect.sqlite

    /// Whether a transaction is open. SQLite rolls back a transaction on its own if the disk is full or
    /// fails.
    var isInTransaction: Bool { handle.isInTransaction }

    /// Runs a statement that begins or ends a transaction or a savepoint.
    func control(_ sql: StaticString) throws {
        try carryOut(prepared(SQL(stringLiteral: sql), sql), sql) { _ in false }
    }

    /// The number of statements so far that may have changed something.
    private(set) var statementsThatWrite = 0

    /// The write-ahead log that this connection keeps short; `nil` for a connection that only reads or is in
    /// memory.
    var log: WriteAheadLog?

    /// Whether the file is in its place; `nil` for a connection that only reads or is in memory.
    var fileState: SQLiteFileState?

    /// Whether the disk was full since the last report to `log`.
    private var lacksRoom = false

    /// Closes the connection. Drops the statements first, because they would keep it open.
    func close() {
        statements = [:]
        handle.close()
    }

    private func bound(_ query: Query) throws -> SQLiteStatement {
        guard isInTransaction else { throw DatabaseFault.storageFailed("the transaction ended early") }
        let statement = try prepared(query.sql, query.name)
        guard !isReading || statement.isReadOnly else {
            throw DatabaseFault.statement("\(query.name): a read must not write")
        }
        if !statement.isReadOnly { statementsThatWrite += 1 }
        try statement.bind(query.values, in: query.name)
        return statement
    }

    /// Prepares a statement at its first use. If a nested query needs the statement while its rows are still
    /// being read, prepares it a second time.
    private func prepared(_ sql: SQL, _ name: StaticString) throws -> SQLiteStatement {
        let known = statements[sql]
        if let known, !known.isBusy { return known }
        let statement = try handle.prepare(sql.sqliteText, in: name)
        if known == nil { statements[sql] = statement }
        return statement
    }

    private func carryOut(
        _ statement: SQLiteStatement, _ name: StaticString, _ each: (Row) throws -> Bool
    ) throws {
        do { try statement.rows(in: name, each) } catch {
            if handle.lacksRoom { lacksRoom = true }
            throw error
        }
    }
}

extension SQLiteConnection: WritingConnection {
    /// If the disk is full or fails, SQLite rolls back the whole transaction on its own
    /// (sqlite.org/lang_transaction.html, section 3).
    var endOfTransaction: DatabaseFault { .storageFailed("the disk is full or failing") }

    func control(_ step: TransactionStep) throws {
        switch step {
        case .begin: try control("BEGIN IMMEDIATE")
        case .commit:
            try fileState?.requirePlace()
            try control("COMMIT")
        case .rollBack: if isInTransaction { try control("ROLLBACK") }
        case .beginPart: try control("SAVEPOINT part")
        case .keepPart: try control("RELEASE part")
        case .takePartBack:
            guard isInTransaction else { return }
            try control("ROLLBACK TO part")
            try control("RELEASE part")
        }
    }

    /// Does nothing, because SQLite carries out each statement before the call returns.
    func settle() {}

    func tidyUp() {
        log?.grew(by: handle.pagesWritten(), lacksRoom: lacksRoom)
        lacksRoom = false
    }
}

extension SQL {
    /// SQLite writes numbered parameters as `?1`, PostgreSQL as `$1`.
    fileprivate var sqliteText: String { String(text.map { $0 == "$" ? "?" : $0 }) }
}
