import Database
import Newsroom

/// A table as it is moved between databases: in the order of its key, in batches.
package struct MovedTable: Sendable {
    package let name: String
    /// A letter for each column: `i` for integers, `t` for text. The columns of the key come first.
    let types: [Character]
    let keyLength: Int
    /// Selects the rows after a key, in the order of the key.
    let portion: SQL
    let insertion: SQL
    /// Selects the last key.
    let last: SQL

    init(_ table: SQL, types: String, key: [SQL], columns: SQL) {
        name = table.text
        self.types = Array(types)
        keyLength = key.count
        let parameters = SQL.parameters.prefix(key.count).joined()
        portion = """
            SELECT \(columns) FROM \(table) WHERE (\(key.joined())) > (\(parameters))
            ORDER BY \(key.joined()) LIMIT \(SQL.parameters[key.count])
            """
        insertion = "INSERT INTO \(table) (\(columns)) VALUES (\(SQL.parameters.prefix(types.count).joined()))"
        let backwards = key.map { "\($0) DESC" as SQL }
        last = "SELECT \(key.joined()) FROM \(table) ORDER BY \(backwards.joined()) LIMIT 1"
    }

    /// All tables that are moved, in an order in which each row comes after the rows that it refers to.
    /// Rulings move with their cases, because each refers to the other. The counts for limits are not moved:
    /// they expire within the hour.
    package static let all = people + stories + following + discussion

    /// A key that is smaller than any key in the table.
    var beforeTheFirst: [StoredValue] {
        types.prefix(keyLength).map { $0 == "i" ? .integer(.min) : .text("") }
    }

    /// The key of a row that was moved.
    func key(of row: [StoredValue]) -> [StoredValue] { Array(row.prefix(keyLength)) }
}

extension Database {
    /// Passes on all rows after a key in batches, so that no table has to fit into memory.
    func forEachPortion(
        of table: MovedTable, after key: [StoredValue], _ body: ([[StoredValue]]) async throws -> Void
    ) async throws {
        var key = key
        while true {
            let after = key
            let rows = try await read { tx in try tx.rows(of: table, after: after, limit: 2_000) }
            guard let last = rows.last else { return }
            try await body(rows)
            key = table.key(of: last)
        }
    }
}

extension Transaction {
    /// The rows after a key, at most `limit`. Refuses with `invalid` if a row has a malformed text, which
    /// would change in the other database.
    func rows(of table: MovedTable, after key: [StoredValue], limit: Int) throws -> [[StoredValue]] {
        var rows: [[StoredValue]] = []
        try forEach(Query(table.portion, stored: key + [.integer(Int64(limit))], name: "rows(of:after:limit:)")) {
            row in
            try row.requireText(in: table)
            rows.append(try row.values(table.types))
        }
        return rows
    }

    func insert(_ rows: [[StoredValue]], into table: MovedTable) throws {
        try insert(rows, by: table.insertion, name: "insert(_:into:)")
    }

    /// The last key of a table, or the one before the first if the table is empty.
    func lastKey(of table: MovedTable) throws -> [StoredValue] {
        var key = table.beforeTheFirst
        try forEach(table.last, [], name: "lastKey(of:)") { row in
            key = try row.values(Array(table.types.prefix(table.keyLength)))
        }
        return key
    }
}

extension SQL {
    /// As many parameters as the widest table has columns.
    static let parameters: [SQL] = [
        "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16", "$17",
        "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27", "$28", "$29", "$30", "$31", "$32",
    ]
}

extension Sequence<SQL> {
    /// The parts, joined by commas.
    fileprivate func joined() -> SQL {
        var parts = makeIterator()
        guard var all = parts.next() else { return "" }
        while let part = parts.next() { all = "\(all), \(part)" }
        return all
    }
}

extension Row {
    fileprivate func requireText(in table: MovedTable) throws {
        let isSound = table.types.indices.allSatisfy { table.types[$0] == "i" || isSoundText(at: $0) }
        guard !isSound else { return }
        let key = try values(Array(table.types.prefix(table.keyLength))).map { value in
            switch value {
            case .integer(let number): number.map(String.init) ?? ""
            case .text(let text): text ?? ""
            }
        }
        throw Refusal(
            .move(.notText), [.table: .text(table.name), .key: .text(key.joined(separator: ", "))])
    }

    fileprivate func values(_ columns: [Character]) throws -> [StoredValue] {
        try columns.enumerated().map { index, type in
            type == "i" ? .integer(try self[index] as Int64?) : .text(try self[index] as String?)
        }
    }
}
