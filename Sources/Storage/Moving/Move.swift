package import Database
import Newsroom

/// Moves everything that a newspaper keeps in one database into another one, which may be of the other engine. What was interrupted
/// goes on where it was when it is begun again; each portion is a transaction of its own.
package struct Move: Sendable {
    private let source: Database
    private let target: Database

    /// Both with the schema of this program.
    package init(from source: Database, to target: Database) {
        self.source = source
        self.target = target
    }

    /// Copies what is not there yet. Refuses with `conflict` a target that holds anything else than the beginning of such a move.
    package func copy(progress: @Sendable (_ table: String, _ rows: Int) -> Void) async throws {
        try await begin()
        for table in MovedTable.all where table.name != MovedTable.rulings.name {
            let key = try await target.read { tx in try tx.lastKey(of: table) }
            var moved = 0
            try await source.forEachPortion(of: table, after: key) { rows in
                try await store(rows, of: table)
                moved += rows.count
                progress(table.name, moved)
            }
        }
        try await target.write { tx in try tx.takeUpNumbers() }
    }

    /// Says that the move is over: the target is a database like any other.
    package func end() async throws { try await target.write { tx in try tx.script("DROP TABLE unfinished_move") } }

    private func begin() async throws {
        try await target.write { tx in
            if try tx.isUnfinishedMove { return }
            for table in MovedTable.all where try tx.lastKey(of: table) != table.beforeTheFirst {
                throw Refusal.conflict(
                    "The target is not empty: there are \(table.name.replacing("_", with: " ")) in it.")
            }
            try tx.script("CREATE TABLE unfinished_move (mark TEXT)")
        }
    }

    private func store(_ rows: [[StoredValue]], of table: MovedTable) async throws {
        guard table.name == MovedTable.cases.name else {
            return try await target.write { tx in for row in rows { try tx.insert(row, into: table) } }
        }
        let rulings = try await source.read { tx in try rows.map { try tx.rulings(of: $0[0]) } }
        try await target.write { tx in
            for (row, rulings) in zip(rows, rulings) { try tx.insertCase(row, with: rulings) }
        }
    }
}

extension Transaction {
    /// Whether a move into this database has begun and not ended.
    package var isUnfinishedMove: Bool {
        get throws {
            switch dialect {
            case .sqlite: try exists("SELECT 1 FROM sqlite_master WHERE name = 'unfinished_move'")
            case .postgreSQL: try exists("SELECT 1 WHERE to_regclass('unfinished_move') IS NOT NULL")
            }
        }
    }

    fileprivate func rulings(of caseID: StoredValue) throws -> [[StoredValue]] {
        guard case .integer(let id?) = caseID else { return [] }
        let ids: [Int64] = try all("SELECT id FROM rulings WHERE case_id = $1 ORDER BY id", id) { try $0[0] }
        return try ids.flatMap { try rows(of: .rulings, after: [.integer($0 - 1)], limit: 1) }
    }

    /// A case refers to the ruling that stands on it, and that to the case.
    fileprivate func insertCase(_ row: [StoredValue], with rulings: [[StoredValue]]) throws {
        guard case .integer(let id) = row[0], case .integer(let ruling) = row[row.count - 1] else { return }
        try insert(row.dropLast() + [.integer(nil)], into: .cases)
        for ruling in rulings { try insert(ruling, into: .rulings) }
        try run("UPDATE cases SET ruling_id = $2 WHERE id = $1", id, ruling)
    }

    /// Numbers that are given from now on follow those that are there. SQLite sees to it by itself.
    fileprivate func takeUpNumbers() throws {
        guard dialect == .postgreSQL else { return }
        for sequence in [
            "SELECT setval(pg_get_serial_sequence('stories', 'id'), MAX(id)) FROM stories",
            "SELECT setval(pg_get_serial_sequence('topics', 'id'), MAX(id)) FROM topics",
            "SELECT setval(pg_get_serial_sequence('pictures', 'id'), MAX(id)) FROM pictures",
            "SELECT setval(pg_get_serial_sequence('staff', 'id'), MAX(id)) FROM staff",
            "SELECT setval(pg_get_serial_sequence('comments', 'id'), MAX(id)) FROM comments",
            "SELECT setval(pg_get_serial_sequence('discussion_decisions', 'id'), MAX(id)) FROM discussion_decisions",
            "SELECT setval(pg_get_serial_sequence('cases', 'id'), MAX(id)) FROM cases",
            "SELECT setval(pg_get_serial_sequence('rulings', 'id'), MAX(id)) FROM rulings",
            "SELECT setval(pg_get_serial_sequence('reports', 'id'), MAX(id)) FROM reports",
            "SELECT setval(pg_get_serial_sequence('changes', 'number'), MAX(number)) FROM changes",
        ] as [StaticString] {
            try run(sequence)
        }
    }
}
