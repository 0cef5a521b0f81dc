import GRDB

/// One table while it is filled: a prepared insertion.
final class BulkTable {
    private let statement: Statement
    private(set) var rows = 0

    init(_ table: String, _ columns: String, on connection: GRDB.Database) throws {
        let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
        statement = try connection.makeStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    }

    func add(_ values: [(any DatabaseValueConvertible)?]) throws {
        statement.setUncheckedArguments(StatementArguments(values))
        try statement.execute()
        rows += 1
    }
}

/// The indexes of a database, put aside while rows go in and made again at once from sorted rows, which is far faster.
struct PutAsideIndexes {
    private let statements: [String]

    init(from connection: GRDB.Database) throws {
        let rows = try Row.fetchAll(
            connection, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        statements = rows.map { $0["sql"] }
        for row in rows { try connection.execute(sql: "DROP INDEX \(row["name"] as String)") }
    }

    func restore(on connection: GRDB.Database) throws {
        for statement in statements { try connection.execute(sql: statement) }
    }
}
