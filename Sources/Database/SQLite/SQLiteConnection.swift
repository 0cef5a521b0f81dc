import GRDB
import Synchronization

/// A connection of GRDB as a `Connection`. SQLite takes numbered parameters as `?1`; the SQL says `$1`, which PostgreSQL takes.
struct SQLiteConnection: Connection {
    let connection: GRDB.Database

    func query(_ sql: StaticString, _ values: [StoredValue], _ each: (Row) throws -> Bool) throws {
        let statement = try prepared(sql, values)
        let rows = try GRDB.Row.fetchCursor(statement)
        while let row = try rows.next() {
            guard try each(Row(columns: SQLiteColumns(row: row))) else { return }
        }
    }

    func run(_ sql: StaticString, _ values: [StoredValue]) throws -> Int {
        try prepared(sql, values).execute()
        return connection.changesCount
    }

    func script(_ sql: StaticString) throws { try connection.execute(sql: sql.description) }

    private func prepared(_ sql: StaticString, _ values: [StoredValue]) throws -> Statement {
        let statement = try connection.cachedStatement(sql: Self.text(of: sql))
        statement.setUncheckedArguments(StatementArguments(values.map(\.argument)))
        return statement
    }

    /// Texts by the address of their literal: each is turned into SQLite's form once in the life of the program.
    private static let texts = Mutex<[UInt: String]>([:])

    private static func text(of sql: StaticString) -> String {
        texts.withLock { texts in
            let address = UInt(bitPattern: sql.utf8Start)
            if let text = texts[address] { return text }
            let text = String(sql.description.map { $0 == "$" ? "?" : $0 })
            texts[address] = text
            return text
        }
    }
}

private struct SQLiteColumns: RowColumns {
    let row: GRDB.Row

    func integer(at column: Int) -> Int64? { row[column] }

    func text(at column: Int) -> String? { row[column] }
}

extension StoredValue {
    fileprivate var argument: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .integer(let number): number
        case .text(let text): text
        }
    }
}
