package import Database
package import Foundation
package import Newsroom

/// A submitted report. The reader who reports gets the receipt's token in a URL. The database stores only the
/// token's hash.
package struct Reporting: Sendable {
    package let draft: ReportDraft
    package let comment: Comment.ID
    package let source: String
    /// The account of the reader who reports; `nil` without one.
    package let person: Person.ID?
    package let receiptHash: String
    package let now: Date

    package init(
        draft: ReportDraft, comment: Comment.ID, source: String, person: Person.ID? = nil, receiptHash: String,
        now: Date
    ) {
        self.draft = draft
        self.comment = comment
        self.source = source
        self.person = person
        self.receiptHash = receiptHash
        self.now = now
    }
}

extension Transaction {
    /// Stores a report with its own receipt and text, and opens a case if none is open. A case counts each
    /// source once, however many people share it. If the desk has already ruled on a report by this source on
    /// the same rule, the report joins that case and opens none. A report whose receipt is already stored
    /// changes nothing. Refuses with `notFound`, `conflict` (already removed) or `tooSoon`.
    package func report(_ reporting: Reporting, limits: [Admission.Limit]) throws {
        guard let comment = try comment(reporting.comment), try isShown(comment) else {
            throw Refusal(.missing(.comment))
        }
        guard try !exists("SELECT 1 FROM reports WHERE receipt_hash = $1", reporting.receiptHash) else { return }
        guard comment.state == .published else { throw Refusal(.report(.takenDown)) }
        try admit(.report, source: reporting.source, limits: limits, now: reporting.now)
        let caseID =
            try decidedCase(of: reporting, since: comment.editedAt)
            ?? openCase(on: comment, isHeld: false, now: reporting.now)
        let isCounted = try !exists(
            "SELECT 1 FROM reports WHERE case_id = $1 AND source = $2 LIMIT 1", caseID, reporting.source)
        let minutes =
            isCounted ? try reporterRecord(of: reporting.source).minutes(under: reporting.draft.clause) : 0
        try run(
            """
            INSERT INTO reports (comment_id, case_id, clause, text, email, source, receipt_hash, created_at, minutes, person_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, comment.id, caseID, reporting.draft.clause.code, reporting.draft.text, reporting.draft.email,
            reporting.source, reporting.receiptHash, reporting.now, minutes, reporting.person)
        guard isCounted else { return }
        try run("UPDATE cases SET report_count = report_count + 1 WHERE id = $1", caseID)
        try rank(caseID, on: comment.story, now: reporting.now)
    }

    /// The decided case in which this source has reported the current text under the same rule.
    private func decidedCase(of reporting: Reporting, since editedAt: Date?) throws -> Case.ID? {
        try value(
            """
            SELECT MAX(r.case_id) FROM reports r JOIN cases k ON k.id = r.case_id
            WHERE r.comment_id = $1 AND r.source = $2 AND r.clause = $3 AND r.created_at >= $4 \
            AND k.ruling_id IS NOT NULL
            """, reporting.comment, reporting.source, reporting.draft.clause.code, editedAt?.milliseconds ?? 0)
    }

    /// The content of a receipt.
    package func receipt(hash: String) throws -> ReportReceipt? {
        let found = try first(
            """
            SELECT r.id, r.comment_id, r.clause, r.text, r.created_at, c.story_id, g.outcome, g.created_at,
                g.clause, k.closed_at
            FROM reports r
            JOIN comments c ON c.id = r.comment_id
            JOIN cases k ON k.id = r.case_id
            LEFT JOIN rulings g ON g.id = k.ruling_id
            WHERE r.receipt_hash = $1
            """, hash
        ) { row in (report: try report(row), story: try row[5] as Story.ID, outcome: try outcome(row)) }
        guard let found, let story = try storyReference(found.story) else { return nil }
        return ReportReceipt(report: found.report, story: story, outcome: found.outcome)
    }

    func reports(in caseID: Case.ID) throws -> [Report] {
        try all(
            """
            SELECT id, comment_id, clause, text, created_at FROM reports WHERE case_id = $1 ORDER BY id LIMIT 50
            """, caseID, as: report)
    }

    private func report(_ row: Row) throws -> Report {
        Report(id: try row[0], comment: try row[1], clause: try row[2], text: try row[3], createdAt: try row[4])
    }

    private func outcome(_ row: Row) throws -> ReportReceipt.Outcome {
        if let closedAt: Date = try row[9] { return .removedByAuthor(at: closedAt) }
        guard let outcome: String = try row[6] else { return .waiting }
        let isUpheld = outcome == Ruling.Outcome.uphold.rawValue
        if isUpheld, row.isNull(at: 8) { return .removedByAuthor(at: try row[7]) }
        return isUpheld ? .upheld(at: try row[7]) : .dismissed(at: try row[7])
    }
}
