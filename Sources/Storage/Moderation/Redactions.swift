package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Takes a passage out of a comment: stores the text before, changes the text and logs it, in one transaction.
    /// Refuses with `notFound`, `conflict` (the comment was removed, or its text is not the one that was read) or
    /// `invalid` (like `RedactionDraft.text`).
    @discardableResult
    package func redact(
        _ id: Comment.ID, _ draft: RedactionDraft, by staff: Staff, now: Date
    ) throws -> Redaction.ID {
        guard let comment = try comment(id) else { throw Refusal(.missing(.comment)) }
        switch comment.state {
        case .removed, .deleted: throw Refusal(.redaction(.takenDown))
        case .published, .held: break
        }
        guard draft.revision == comment.revision else { throw Refusal(.redaction(.changedMeanwhile)) }
        let text = try draft.text(of: comment)
        let madeAt = try timeOfNextText(of: comment, now: now)
        let redaction = Redaction.ID(
            try insert(
                """
                INSERT INTO redactions (comment_id, staff_id, text_before, clause, made_at)
                VALUES ($1, $2, $3, $4, $5) RETURNING id
                """, id, staff.id, comment.text, draft.clause?.code, madeAt))
        try setText(text, redactedAt: madeAt, of: comment, .commentRedacted)
        try log("redact", on: "comment \(id)", detail: draft.clause?.code ?? "", by: staff, now: now)
        return redaction
    }

    /// Undoes a redaction: the comment gets exactly the text and the revision that it had before. Refuses with
    /// `notFound` or `conflict` (already undone, or the text has changed or the author removed it since).
    package func undo(_ id: Redaction.ID, by staff: Staff, now: Date) throws {
        guard let redaction = try redaction(id), let comment = try comment(redaction.comment) else {
            throw Refusal(.missing(.redaction))
        }
        guard comment.state != .deleted else { throw Refusal(.ruling(.removedByAuthor)) }
        guard redaction.undoneAt == nil else { throw Refusal(.redaction(.undoneAlready)) }
        guard comment.redactedAt == redaction.madeAt, comment.revision == redaction.madeAt.milliseconds else {
            throw Refusal(.redaction(.overtaken))
        }
        let earlier: Date? = try value(
            """
            SELECT made_at FROM redactions WHERE comment_id = $1 AND id < $2 AND undone_at IS NULL \
            ORDER BY id DESC LIMIT 1
            """, comment.id, id)
        try run("UPDATE redactions SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, staff.id)
        try setText(redaction.textBefore, redactedAt: earlier, of: comment, .commentEdited)
        try log("redact.undo", on: "comment \(comment.id)", detail: "redaction \(id)", by: staff, now: now)
    }

    /// The latest redactions of a comment, newest first.
    package func redactions(of comment: Comment.ID, limit: Int = 50) throws -> [Redaction] {
        try all(
            """
            SELECT r.id, r.comment_id, s.name, r.text_before, r.clause, r.made_at, r.undone_at, u.name
            FROM redactions r JOIN people s ON s.id = r.staff_id LEFT JOIN people u ON u.id = r.undone_by
            WHERE r.comment_id = $1 ORDER BY r.id DESC LIMIT $2
            """, comment, limit, as: redaction)
    }

    private func redaction(_ id: Redaction.ID) throws -> Redaction? {
        try first(
            """
            SELECT r.id, r.comment_id, s.name, r.text_before, r.clause, r.made_at, r.undone_at, u.name
            FROM redactions r JOIN people s ON s.id = r.staff_id LEFT JOIN people u ON u.id = r.undone_by
            WHERE r.id = $1
            """, id, as: redaction)
    }

    /// The comment of a case.
    package func comment(in deskCase: Case.ID) throws -> Comment.ID? {
        try value("SELECT comment_id FROM cases WHERE id = $1", deskCase)
    }

    /// A time for the next text of a comment that none of its texts has had. Each revision needs its own time, even
    /// that of a redaction that was undone.
    func timeOfNextText(of comment: Comment, now: Date) throws -> Date {
        let redacted: Int64? = try value("SELECT MAX(made_at) FROM redactions WHERE comment_id = $1", comment.id)
        return Date(milliseconds: max(now.milliseconds, comment.revision + 1, (redacted ?? 0) + 1))
    }

    private func setText(_ text: String, redactedAt: Date?, of comment: Comment, _ change: Change.Kind) throws {
        try run("UPDATE comments SET text = $2, redacted_at = $3 WHERE id = $1", comment.id, text, redactedAt)
        guard comment.state == .published else { return }
        try note(change, of: comment.place, on: comment.story, published: 0)
    }

    private func redaction(_ row: Row) throws -> Redaction {
        Redaction(
            id: try row[0], comment: try row[1], staffName: try row[2], textBefore: try row[3], clause: try row[4],
            madeAt: try row[5], undoneAt: try row[6], undoneBy: try row[7])
    }
}
