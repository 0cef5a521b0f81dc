import GRDB
import GRDBSQLite

/// A connection of GRDB as a `Connection`: statements are GRDB's, and are bound, stepped and read by SQLite's own functions.
final class SQLiteConnection: Connection {
    // Safe: this one is reached inside GRDB's accesses to the connection alone, and those keep it.
    private unowned let connection: GRDB.Database
    private var statements: [SQL: Statement] = [:]
    /// Whether what runs now may only read.
    var isReading = false

    init(_ connection: GRDB.Database) { self.connection = connection }

    func query(_ query: Query, _ each: (Row) throws -> Bool) throws {
        let statement = try bound(query)
        // A row closure may throw or want no more rows: what was begun always ends here.
        defer { sqlite3_reset(statement.sqliteStatement) }
        let row = Row(columns: .sqlite(SQLiteColumns(statement: statement.sqliteStatement)))
        while try step(statement, query.name) { guard try each(row) else { return } }
    }

    func run(_ query: Query) throws {
        let statement = try bound(query)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step(statement, query.name) {}
    }

    func script(_ sql: StaticString) throws {
        statementsThatWrite += 1
        try named("script") { try connection.execute(sql: sql.description) }
    }

    let dialect = Dialect.sqlite

    /// Whether a transaction is open; SQLite ends one by itself where the disk is full or fails.
    var isInTransaction: Bool { connection.isInsideTransaction }

    /// Runs what begins or ends a transaction or a savepoint.
    func control(_ sql: StaticString) throws {
        let statement = try named(sql) { try prepared(SQL(stringLiteral: sql)) }
        defer { sqlite3_reset(statement.sqliteStatement) }
        _ = try step(statement, sql)
    }

    /// Statements so far that may have changed something.
    private(set) var statementsThatWrite = 0

    /// The log that this one writes to, where somebody looks after it.
    var log: WriteAheadLog?

    /// Whether something was refused for want of room, since the log was told.
    private var lacksRoom = false

    /// How many pages were written since this was asked last.
    private func pagesWritten() -> Int {
        var (pages, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(connection.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &highest, 1)
        return Int(pages)
    }

    /// Gives all statements back, so that the connection can be closed.
    func forgetStatements() { statements = [:] }

    private func bound(_ query: Query) throws -> Statement {
        guard isInTransaction else { throw DatabaseFault.storageFailed("the transaction has ended before its work") }
        return try named(query.name) {
            let statement = try prepared(query.sql)
            guard !isReading || statement.isReadonly else {
                throw DatabaseError(resultCode: .SQLITE_AUTH, message: "nobody writes through a read")
            }
            if !statement.isReadonly { statementsThatWrite += 1 }
            try statement.bind(query.values)
            return statement
        }
    }

    /// What GRDB or SQLite refuses, as a fault that tells of which statement.
    private func named<T>(_ name: StaticString, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError { throw DatabaseFault(error, in: name) }
    }

    /// Prepares a statement once. One that stands at a row now stays there: another question meanwhile gets a second one.
    private func prepared(_ sql: SQL) throws -> Statement {
        if let statement = statements[sql] {
            guard sqlite3_stmt_busy(statement.sqliteStatement) != 0 else { return statement }
            return try connection.makeStatement(sql: sql.sqliteText)
        }
        let statement = try connection.makeStatement(sql: sql.sqliteText)
        statements[sql] = statement
        return statement
    }

    /// Whether there is a row.
    private func step(_ statement: Statement, _ name: StaticString) throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            if code & 0xFF == SQLITE_FULL { lacksRoom = true }
            throw DatabaseFault(
                DatabaseError(resultCode: ResultCode(rawValue: code), message: connection.lastErrorMessage), in: name)
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
        log?.grew(by: pagesWritten(), lacksRoom: lacksRoom)
        lacksRoom = false
    }
}

extension SQL {
    /// SQLite takes numbered parameters as `?1`; the SQL says `$1`, which PostgreSQL takes.
    fileprivate var sqliteText: String { String(text.map { $0 == "$" ? "?" : $0 }) }
}

extension Statement {
    /// Takes these values as the parameters 1, 2, 3 and so on.
    fileprivate func bind(_ values: [StoredValue]) throws {
        let expected = Int(sqlite3_bind_parameter_count(sqliteStatement))
        guard values.count == expected else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(expected) values expected, not \(values.count)")
        }
        for (index, value) in zip(Int32(1)..., values) {
            let code = value.bind(to: sqliteStatement, at: index)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
    }
}
