import Crypto
package import Database
import Newsroom

/// A table's content in a form that is the same for every engine: the number of rows, and the first 8 bytes
/// of the SHA-256 of all rows in the order of their key.
package struct TableDigest: Sendable, Hashable {
    package let table: String
    package let rows: Int
    package let digest: String

    /// Reads the whole table in batches.
    package static func of(_ table: MovedTable, in database: Database) async throws -> TableDigest {
        var sum = SHA256()
        var count = 0
        try await database.forEachPortion(of: table, after: table.beforeTheFirst) { rows in
            for row in rows { sum.add(row) }
            count += rows.count
        }
        return TableDigest(table: table.name, rows: count, digest: sum.finalize().prefix(8).hexadecimal)
    }
}

extension SHA256 {
    /// Adds each value with its type and its length, so that different rows never produce the same bytes.
    fileprivate mutating func add(_ row: [StoredValue]) {
        var text = ""
        for value in row {
            switch value {
            case .integer(nil), .text(nil): text += "n;"
            case .integer(let number?): text += "i\(number);"
            case .text(let words?): text += "t\(words.utf8.count):\(words);"
            }
        }
        update(data: Array(text.utf8))
    }
}
