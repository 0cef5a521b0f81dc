import Database
import Foundation
import Newsroom

/// Writes reports, open cases, and a ruling with its log entry for each removed comment.
final class DeskWriter {
    private let cases: BulkTable
    private let reports: BulkTable
    private let rulings: BulkTable
    private let log: BulkTable
    private var lastHash = LogEntry.beforeTheFirst
    private var lastRuling = 0
    private(set) var openCases = 0

    private static let clauses = Policy.standard.clauses.map(\.code)
    private static let desk = "desk@broadsheet.example"

    init(on handle: SQLiteHandle) throws {
        let staff = try BulkTable("staff", "id, email, name, role, password_hash, created_at", on: handle)
        try staff.add([1, Self.desk, "The Desk", "editor", "none", 0])
        cases = try BulkTable("cases", "id, comment_id, opened_at, report_count, ruling_id", on: handle)
        reports = try BulkTable(
            "reports", "comment_id, case_id, clause, text, source, receipt_hash, created_at", on: handle)
        rulings = try BulkTable(
            "rulings", "id, case_id, comment_id, staff_id, outcome, clause, created_at, state_before", on: handle)
        log = try BulkTable(
            "log_entries", "number, at, actor, action, subject, detail, previous_hash, hash", on: handle)
    }

    /// Gives all cases their place in the queue, as the migration to it does.
    static let ranking = """
        UPDATE cases SET story_id = (SELECT c.story_id FROM comments c WHERE c.id = cases.comment_id),
            is_held = (SELECT CASE c.state WHEN 'held' THEN 1 ELSE 0 END FROM comments c WHERE c.id = cases.comment_id);
        UPDATE cases SET due_at = opened_at - 60000 * (30 * is_held + 60 * report_count)
        """

    static func clause(_ draw: inout Draw) -> String { draw.pick(clauses) }

    /// Adds an open case without reports for a held comment.
    func hold(_ comment: Int, at: Int) throws {
        try cases.add([cases.rows + 1, comment, at, 0, nil])
        openCases += 1
    }

    func report(_ comment: Int, at: Int, _ draw: inout Draw) throws {
        let number = cases.rows + 1
        let count = 1 + Int(draw.logNormal(median: 0.6, deviation: 1.5))
        try cases.add([number, comment, at, count, nil])
        openCases += 1
        for place in 0..<count { try addReport(on: comment, number, at + place * 60_000, Self.clause(&draw), &draw) }
    }

    func remove(_ comment: Int, clause: String, at: Int, _ draw: inout Draw) throws {
        let number = cases.rows + 1
        lastRuling += 1
        try cases.add([number, comment, at, 1, lastRuling])
        try addReport(on: comment, number, at, clause, &draw)
        try rulings.add([lastRuling, number, comment, 1, "uphold", clause, at + 600_000, "published"])
        let entry = LogEntry(
            number: Int64(lastRuling), at: Date(milliseconds: Int64(at + 600_000)), actor: Self.desk, action: "ruling",
            subject: "comment \(comment)", detail: "uphold: \(clause)", previousHash: lastHash)
        try log.add([
            lastRuling, at + 600_000, entry.actor, entry.action, entry.subject, entry.detail, lastHash, entry.hash,
        ])
        lastHash = entry.hash
    }

    private func addReport(on comment: Int, _ caseID: Int, _ at: Int, _ clause: String, _ draw: inout Draw) throws {
        var text: String?
        if draw.below(2) == 0 {
            var prose = Prose()
            prose.addSentence(words: 4 + draw.below(12), &draw)
            text = prose.text
        }
        try reports.add([comment, caseID, clause, text, draw.digest(), draw.digest(), at])
    }
}
