import Database

/// The number that a table gave last. The row that had it may be gone; it is not given again. 0 is that of a table of SQLite's that has
/// been made from an empty one.
struct LastNumber: Sendable, Hashable {
    let table: String
    let column: String
    let number: Int

    /// The tables that give numbers, with the columns in which these are.
    static let given = [
        "stories": "id", "topics": "id", "pictures": "id", "staff": "id", "comments": "id",
        "discussion_decisions": "id", "cases": "id", "rulings": "id", "reports": "id", "changes": "number",
    ]
}

extension Transaction {
    /// The numbers that were given last, of tables that have given any.
    func lastNumbers() throws -> [LastNumber] {
        try LastNumber.given.compactMap { table, column in
            let number: Int? =
                switch dialect {
                case .sqlite: try value("SELECT seq FROM sqlite_sequence WHERE name = $1", table)
                case .postgreSQL:
                    try value("SELECT pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass)", table, column)
                }
            return number.map { LastNumber(table: table, column: column, number: $0) }
        }
    }

    /// Has numbers that are given from now on follow these.
    func takeUp(_ numbers: [LastNumber]) throws {
        for last in numbers {
            switch dialect {
            case .sqlite:
                // SQLite has a row for each table into which anything was put.
                try run("UPDATE sqlite_sequence SET seq = MAX(seq, $2) WHERE name = $1", last.table, last.number)
                try run(
                    """
                    INSERT INTO sqlite_sequence (name, seq)
                    SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $1)
                    """, last.table, last.number)
            case .postgreSQL:
                // A sequence that has given nothing stands at 1 and says so.
                try run(
                    "SELECT setval(pg_get_serial_sequence($1, $2), GREATEST($3, 1), $3 > 0)", last.table, last.column,
                    last.number)
            }
        }
    }
}
