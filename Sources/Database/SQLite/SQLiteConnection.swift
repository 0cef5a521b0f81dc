/// A connection to SQLite as a `Connection`. It prepares each statement once.
final class SQLiteConnection: Connection {
    let handle: SQLiteHandle
    private var statements: [SQL: SQLiteStatement] = [:]
    /// Whether what runs now may only read.
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

    /// Whether a transaction is open; SQLite ends one by itself where the disk is full or fails.
    var isInTransaction: Bool { handle.isInTransaction }

    /// Runs what begins or ends a transaction or a savepoint.
    func control(_ sql: StaticString) throws {
        try carryOut(prepared(SQL(stringLiteral: sql), sql), sql) { _ in false }
    }

    /// Statements so far that may have changed something.
    private(set) var statementsThatWrite = 0

    /// The log that this one writes to, where somebody looks after it.
    var log: WriteAheadLog?

    /// Whether something was refused for want of room, since the log was told.
    private var lacksRoom = false

    /// Ends the connection, and before it the statements, which would keep it open.
    func close() {
        statements = [:]
        handle.close()
    }

    private func bound(_ query: Query) throws -> SQLiteStatement {
        guard isInTransaction else { throw DatabaseFault.storageFailed("the transaction has ended before its work") }
        let statement = try prepared(query.sql, query.name)
        guard !isReading || statement.isReadOnly else {
            throw DatabaseFault.statement("\(query.name): nobody writes through a read")
        }
        if !statement.isReadOnly { statementsThatWrite += 1 }
        try statement.bind(query.values, in: query.name)
        return statement
    }

    /// Prepares a statement once. One that stands at a row now stays there: another question meanwhile gets a second one.
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
    /// Without room, or on a disk that fails, SQLite takes the whole transaction back by itself
    /// (sqlite.org/lang_transaction.html, section 3).
    var endOfTransaction: DatabaseFault { .storageFailed("no room, or a failing disk") }

    func control(_ step: TransactionStep) throws {
        switch step {
        case .begin: try control("BEGIN IMMEDIATE")
        case .commit: try control("COMMIT")
        case .rollBack: if isInTransaction { try control("ROLLBACK") }
        case .beginPart: try control("SAVEPOINT part")
        case .keepPart: try control("RELEASE part")
        case .takePartBack:
            guard isInTransaction else { return }
            try control("ROLLBACK TO part")
            try control("RELEASE part")
        }
    }

    /// Each statement has been carried out when it returns.
    func settle() {}

    func tidyUp() {
        log?.grew(by: handle.pagesWritten(), lacksRoom: lacksRoom)
        lacksRoom = false
    }
}

extension SQL {
    /// SQLite takes numbered parameters as `?1`; the SQL says `$1`, which PostgreSQL takes.
    fileprivate var sqliteText: String { String(text.map { $0 == "$" ? "?" : $0 }) }
}
