import Database
import Newsroom

/// A table as it is moved from one database to another: in the order of its key, a portion at a time.
package struct MovedTable: Sendable {
    package let name: String
    /// A letter for each column: `i` for whole numbers, `t` for text. The key's columns come first.
    let columns: [Character]
    let keyLength: Int
    /// Rows after a key, in the order of the key.
    let portion: StaticString
    let insertion: StaticString
    /// The last key.
    let last: StaticString

    init(
        _ name: String, columns: String, key keyLength: Int, portion: StaticString, insertion: StaticString,
        last: StaticString
    ) {
        self.name = name
        self.columns = Array(columns)
        self.keyLength = keyLength
        self.portion = portion
        self.insertion = insertion
        self.last = last
    }

    /// In an order in which every row finds those that it refers to. Rulings go with their cases: each refers to the other.
    /// What limits count is not moved: it is over within the hour.
    package static let all = stories + discussion

    /// The smallest values that a key can have, and smaller than any that is there.
    var beforeTheFirst: [StoredValue] {
        columns.prefix(keyLength).map { $0 == "i" ? .integer(.min) : .text("") }
    }

    /// The key of a row that was moved.
    func key(of row: [StoredValue]) -> [StoredValue] { Array(row.prefix(keyLength)) }
}

extension Database {
    /// Hands out all rows after a key, a portion at a time, so that no table has to find room in memory.
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
    /// Rows after a key, at most `limit`. Refuses with `invalid` one with a text that is none: it would be another one on the other side.
    func rows(of table: MovedTable, after key: [StoredValue], limit: Int) throws -> [[StoredValue]] {
        var rows: [[StoredValue]] = []
        try forEach(Query(table.portion, stored: key + [.integer(Int64(limit))], name: "rows(of:after:limit:)")) {
            row in
            try row.requireText(in: table)
            rows.append(try row.values(table.columns))
        }
        return rows
    }

    func insert(_ rows: [[StoredValue]], into table: MovedTable) throws {
        try insert(rows, by: table.insertion, name: "insert(_:into:)")
    }

    /// The key that a table ends with; what is before the first where it is empty.
    func lastKey(of table: MovedTable) throws -> [StoredValue] {
        var key = table.beforeTheFirst
        try forEach(table.last, [], name: "lastKey(of:)") { row in
            key = try row.values(Array(table.columns.prefix(table.keyLength)))
        }
        return key
    }
}

extension Row {
    fileprivate func requireText(in table: MovedTable) throws {
        let isSound = table.columns.indices.allSatisfy { table.columns[$0] == "i" || isSoundText(at: $0) }
        guard !isSound else { return }
        let key = try values(Array(table.columns.prefix(table.keyLength))).map { value in
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
