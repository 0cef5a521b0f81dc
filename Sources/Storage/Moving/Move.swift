package import Database
import Foundation
import Newsroom

/// Moves everything that a newspaper keeps in one database into another one, which may be of the other engine. What was interrupted
/// goes on where it was when it is begun again; each portion is a transaction of its own. One that goes on unnoticed, while another into
/// the same target has begun, is refused its next portion with `conflict`.
package struct Move: Sendable {
    private let source: Database
    private let target: Database
    /// Stands in the target while this is the move into it.
    private let mark = UUID().uuidString

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
        let numbers = try await source.read { tx in try tx.lastNumbers() }
        try await target.write { tx in try tx.takeUp(numbers) }
    }

    /// Says that the move is over: the target is a database like any other. Refuses with `conflict` where another one has begun meanwhile,
    /// which then ends it.
    package func end() async throws {
        try await target.write { tx in
            try tx.requireMove(mark)
            if tx.dialect == .postgreSQL { try tx.script(Self.look) }
            try tx.script("DROP TABLE unfinished_move")
        }
    }

    /// PostgreSQL plans by what it has seen of its tables, and looks at new ones only after a while.
    private static let look: StaticString = """
        ANALYZE stories, versions, credits, withdrawals, topics, story_topics, related_stories, pictures, renditions, galleries,
            packages, staff, sessions, comments, comment_texts, discussion_decisions, cases, rulings, reports, log_entries,
            changes
        """

    func begin() async throws {
        try await target.write { tx in
            if try !tx.isUnfinishedMove { try tx.beginMove() }
            try tx.run("DELETE FROM unfinished_move")
            try tx.run("INSERT INTO unfinished_move (mark) VALUES ($1)", mark)
        }
    }

    func store(_ rows: [[StoredValue]], of table: MovedTable) async throws {
        guard table.name == MovedTable.cases.name else {
            return try await target.write { tx in
                try tx.requireMove(mark)
                try tx.insert(rows, into: table)
            }
        }
        let rulings = try await source.read { tx in try rows.map { try tx.rulings(of: $0[0], on: $0[1]) } }
        try await target.write { tx in
            try tx.requireMove(mark)
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

    /// Refuses with `conflict` a target with anything in it but the fingerprint of a secret, which a mere start leaves: that of the source
    /// takes its place.
    fileprivate func beginMove() throws {
        for table in MovedTable.all where try table.name != "secrets" && lastKey(of: table) != table.beforeTheFirst {
            throw Refusal(.move(.targetNotEmpty), [.table: .text(table.name)])
        }
        try run("DELETE FROM secrets")
        try script("CREATE TABLE unfinished_move (mark TEXT)")
    }

    fileprivate func requireMove(_ mark: String) throws {
        guard try isUnfinishedMove, try exists("SELECT 1 FROM unfinished_move WHERE mark = $1", mark) else {
            throw Refusal(.move(.overtaken))
        }
    }

    /// Found by the comment, because rulings have no index by their case.
    fileprivate func rulings(of caseID: StoredValue, on comment: StoredValue) throws -> [[StoredValue]] {
        guard case .integer(let id?) = caseID, case .integer(let comment?) = comment else { return [] }
        let ids: [Int64] = try all(
            "SELECT id FROM rulings WHERE comment_id = $2 AND case_id = $1 ORDER BY id", id, comment
        ) { try $0[0] }
        return try ids.flatMap { try rows(of: .rulings, after: [.integer($0 - 1)], limit: 1) }
    }

    /// A case refers to the ruling that stands on it, and that to the case; a comment has one open case at a time.
    fileprivate func insertCase(_ row: [StoredValue], with rulings: [[StoredValue]]) throws {
        guard case .integer(let id) = row[0], case .integer(let ruling) = row[row.count - 1] else { return }
        let open = Array(row.dropLast()) + [.integer(nil)]
        try run(Query(MovedTable.cases.insertion, stored: open, name: "insertCase(_:with:)"))
        for ruling in rulings {
            try run(Query(MovedTable.rulings.insertion, stored: ruling, name: "insertCase(_:with:)"))
        }
        try run("UPDATE cases SET ruling_id = $2 WHERE id = $1", id, ruling)
    }
}
