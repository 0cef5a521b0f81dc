import Database

/// The last number that a table has assigned. It is not assigned again, even if its row is gone. SQLite has 0
/// for a table that was rebuilt from an empty one.
struct LastNumber: Sendable, Hashable {
    let table: String
    let column: String
    let number: Int

    /// The tables that assign numbers, with the columns for these numbers.
    static let given = [
        "stories": "id", "topics": "id", "pictures": "id", "people": "id", "comments": "id",
        "discussion_decisions": "id", "cases": "id", "rulings": "id", "reports": "id", "changes": "number",
        "jobs": "id", "drafts": "id", "draft_notes": "id", "live_entries": "id", "held_items": "id",
        "link_cards": "id", "bulk_rulings": "id", "case_acts": "id", "desk_notes": "id", "redactions": "id",
        "reversed_withdrawals": "id", "sign_ins": "id", "mails": "id", "follows": "id", "notifications": "id",
        "suggestions": "id", "suggestion_decisions": "id",
    ]
}

extension Transaction {
    /// The last assigned numbers of the tables that have assigned any.
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

    /// Makes the tables continue after these numbers.
    func takeUp(_ numbers: [LastNumber]) throws {
        for last in numbers {
            switch dialect {
            case .sqlite:
                // SQLite has a row for each table that has ever had rows.
                try run("UPDATE sqlite_sequence SET seq = MAX(seq, $2) WHERE name = $1", last.table, last.number)
                try run(
                    """
                    INSERT INTO sqlite_sequence (name, seq)
                    SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $1)
                    """, last.table, last.number)
            case .postgreSQL:
                // A sequence that has assigned nothing is set to 1, which is marked as unused.
                try run(
                    "SELECT setval(pg_get_serial_sequence($1, $2), GREATEST($3, 1), $3 > 0)", last.table, last.column,
                    last.number)
            }
        }
    }
}
