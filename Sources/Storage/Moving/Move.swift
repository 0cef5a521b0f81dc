package import Database
import Foundation
import Newsroom

/// Moves everything in a newspaper's database into another database, which may use the other engine. A move
/// that was interrupted continues where it stopped when it is started again; each batch is a transaction of
/// its own. If another move into the same target begins meanwhile, the older move's next batch is refused
/// with `conflict`.
package struct Move: Sendable {
    private let source: Database
    private let target: Database
    /// Marks the target as belonging to this move.
    private let mark = UUID().uuidString

    /// Both databases must have the current schema.
    package init(from source: Database, to target: Database) {
        self.source = source
        self.target = target
    }

    /// Copies what the target does not have yet. Refuses with `conflict` if the target contains anything
    /// except an unfinished move.
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

    /// Ends the move. The target is then a normal database. Refuses with `conflict` if another move has begun
    /// meanwhile: only that one can end.
    package func end() async throws {
        try await target.write { tx in
            try tx.requireMove(mark)
            if tx.dialect == .postgreSQL { try tx.script(Self.look) }
            try tx.script("DROP TABLE unfinished_move")
        }
    }

    /// PostgreSQL plans queries by table statistics, which it collects for new tables only after a while.
    private static let look: StaticString = """
        ANALYZE stories, versions, credits, withdrawals, reversed_withdrawals, topics, story_topics, \
        related_stories, pictures, renditions, galleries, version_pictures,
            packages, people, open_sessions, former_names, sign_in_links, address_changes, sign_ins, \
        notifications, notification_choices, downloads, download_parts, comments, comment_texts, discussion_decisions, \
        cases, rulings, reports, log_entries,
            changes, drafts, saved_drafts, autosaves, draft_notes, held_items, held_members, jobs,
            link_cards, card_renditions, story_cards, picture_words, picture_removals, removed_uses, discarded_files,
            bulk_rulings, case_acts, desk_notes, redactions, moderator_days, saved_views, mails, mail_refusals,
            follows, mutes, live_entries, suggestions, suggestion_decisions
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
        let rulings = try await source.read { tx in try rows.map { try tx.rulings(of: $0[0]) } }
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

    /// Refuses with `conflict` if the target contains anything except the fingerprint of a secret, which the
    /// server stores there when it starts. The source's fingerprint replaces it.
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

    fileprivate func rulings(of caseID: StoredValue) throws -> [[StoredValue]] {
        guard case .integer(let id?) = caseID else { return [] }
        let ids: [Int64] = try all("SELECT id FROM rulings WHERE case_id = $1 ORDER BY id", id) { try $0[0] }
        return try ids.flatMap { try rows(of: .rulings, after: [.integer($0 - 1)], limit: 1) }
    }

    /// Inserts a case and its rulings, which refer to each other. Each case is inserted open and then
    /// decided, because a comment can have only one open case.
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
