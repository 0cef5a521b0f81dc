import Database

/// A prepared statement that inserts rows into one table.
final class BulkTable {
    private let statement: SQLiteStatement
    private(set) var rows = 0

    init(_ table: String, _ columns: String, on handle: SQLiteHandle) throws {
        let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
        statement = try handle.prepare("INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    }

    func add(_ values: [(any Storable)?]) throws {
        try statement.run(values.map { $0?.stored ?? .integer(nil) })
        rows += 1
    }
}

/// Drops the indexes of a database, and creates them again after its tables are filled. That is faster than
/// updating them for each row.
struct PutAsideIndexes {
    private let statements: [String]

    init(from handle: SQLiteHandle) throws {
        var (names, statements): ([String], [String]) = ([], [])
        let indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        try handle.prepare(indexes).run { row in
            names.append(try row[0])
            statements.append(try row[1])
        }
        self.statements = statements
        for name in names { try handle.execute("DROP INDEX \(name)") }
    }

    func restore(on handle: SQLiteHandle) throws {
        for statement in statements { try handle.execute(statement) }
    }
}
