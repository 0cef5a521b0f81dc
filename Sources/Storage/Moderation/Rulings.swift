package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Carries out a ruling: stores it, applies it to the comment and logs it, in one transaction. Refuses
    /// like `decidable`, and with `invalid` if the outcome does not fit the case.
    @discardableResult
    package func rule(
        _ caseID: Case.ID, _ draft: RulingDraft, in bulk: BulkRuling.ID? = nil, by staff: Staff, now: Date
    ) throws -> Ruling.ID {
        let comment = try decidable(caseID, revision: draft.revision, by: staff, now: now)
        try requireFitting(draft, to: caseID, isInBulk: bulk != nil)
        let state = try draft.state(of: comment)
        let ruling = Ruling.ID(
            try insert(
                """
                INSERT INTO rulings (case_id, comment_id, staff_id, outcome, clause, sentence, created_at, state_before,
                    clause_before, bulk_id)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
                """, caseID, comment.id, staff.id, draft.outcome.rawValue, draft.clause?.code, draft.sentence, now,
                comment.state.stored, comment.state.clause, bulk))
        try run(
            "UPDATE cases SET ruling_id = $2, claimed_by = NULL, claimed_until = NULL WHERE id = $1", caseID, ruling)
        if draft.isOnRequest { try delete(comment, now: now) } else { try set(state, of: comment) }
        try markRead(comment.id)
        try notifyOfRuling(ruling, draft, on: comment, in: caseID, now: now)
        try countDecision(isRemoval: draft.outcome == .uphold && !draft.isOnRequest, by: staff, now: now)
        let clause = draft.isOnRequest ? RulingDraft.authorsRequest : draft.clause?.code
        let detail = [draft.outcome.rawValue, clause, draft.sentence].compactMap(\.self)
        try log("ruling", on: "comment \(comment.id)", detail: detail.joined(separator: ": "), by: staff, now: now)
        return ruling
    }

    /// Refuses with `invalid` a removal at the commenter's request if the commenter has not asked. If the commenter has,
    /// refuses with `conflict` a decision on many cases, and one by a moderator whose page did not show the request.
    private func requireFitting(_ draft: RulingDraft, to id: Case.ID, isInBulk: Bool) throws {
        let isAsked = try exists("SELECT 1 FROM cases WHERE id = $1 AND asked_at IS NOT NULL", id)
        if draft.isOnRequest, !isAsked { throw Refusal(.ruling(.noRequest), field: "clause") }
        guard isAsked else { return }
        if isInBulk { throw Refusal(.ruling(.askedByAuthor)) }
        guard draft.readsRequest else { throw Refusal(.ruling(.unreadRequest)) }
    }

    /// Undoes a ruling: the comment and the case become exactly what they were. Refuses with `notFound` or
    /// `conflict` (already undone, the comment has a newer ruling or an open case, or its author removed it). Returns
    /// the case.
    @discardableResult
    package func undo(_ id: Ruling.ID, by staff: Staff, now: Date) throws -> Case.ID {
        guard let ruling = try ruling(id) else { throw Refusal(.missing(.ruling)) }
        guard ruling.undoneAt == nil else { throw Refusal(.ruling(.undoneAlready)) }
        guard try comment(ruling.comment)?.state != .deleted else { throw Refusal(.ruling(.removedByAuthor)) }
        let isOvertaken = try exists(
            """
            SELECT 1 FROM rulings WHERE comment_id = $1 AND id > $2 AND undone_at IS NULL
            UNION ALL SELECT 1 FROM cases WHERE comment_id = $1 AND ruling_id IS NULL LIMIT 1
            """, ruling.comment, id)
        guard !isOvertaken, let comment = try comment(ruling.comment) else {
            throw Refusal(.ruling(.overtaken))
        }
        let before = try first("SELECT state_before, clause_before FROM rulings WHERE id = $1", id) { row in
            Comment.State(stored: try row[0], clause: try row[1])
        }
        guard let before else { throw Refusal(.missing(.ruling)) }
        try run("UPDATE rulings SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, staff.id)
        try run("UPDATE cases SET ruling_id = NULL WHERE id = $1", ruling.caseID)
        try set(before, of: comment)
        try forgetNotifications(of: id)
        try markUnread(comment.id, now: now)
        try log("undo", on: "comment \(comment.id)", detail: "ruling \(id)", by: staff, now: now)
        return ruling.caseID
    }

    /// The latest rulings, newest first.
    package func latestRulings(limit: Int = 20) throws -> [Ruling] {
        try all(
            """
            SELECT r.id, r.case_id, r.comment_id, s.name, r.outcome, r.clause, r.sentence, r.created_at, r.undone_at,
                r.bulk_id, m.state, m.clause
            FROM rulings r JOIN people s ON s.id = r.staff_id JOIN comments m ON m.id = r.comment_id ORDER BY r.id DESC LIMIT $1
            """, limit, as: ruling)
    }

    /// The ruling that decides a case.
    package func ruling(on caseID: Case.ID) throws -> Ruling? {
        try first(
            """
            SELECT r.id, r.case_id, r.comment_id, s.name, r.outcome, r.clause, r.sentence, r.created_at, r.undone_at,
                r.bulk_id, m.state, m.clause
            FROM cases c JOIN rulings r ON r.id = c.ruling_id JOIN people s ON s.id = r.staff_id
            JOIN comments m ON m.id = r.comment_id WHERE c.id = $1
            """, caseID, as: ruling)
    }

    /// The ruling that removed a comment and has not been undone.
    package func rulingAgainst(_ comment: Comment.ID) throws -> Ruling? {
        try first(
            """
            SELECT r.id, r.case_id, r.comment_id, s.name, r.outcome, r.clause, r.sentence, r.created_at, r.undone_at,
                r.bulk_id, m.state, m.clause
            FROM rulings r JOIN people s ON s.id = r.staff_id JOIN comments m ON m.id = r.comment_id
            WHERE r.comment_id = $1 AND r.outcome = 'uphold' AND r.undone_at IS NULL ORDER BY r.id DESC LIMIT 1
            """, comment, as: ruling)
    }

    package func ruling(_ id: Ruling.ID) throws -> Ruling? {
        try first(
            """
            SELECT r.id, r.case_id, r.comment_id, s.name, r.outcome, r.clause, r.sentence, r.created_at, r.undone_at,
                r.bulk_id, m.state, m.clause
            FROM rulings r JOIN people s ON s.id = r.staff_id JOIN comments m ON m.id = r.comment_id WHERE r.id = $1
            """, id, as: ruling)
    }

    private func ruling(_ row: Row) throws -> Ruling {
        Ruling(
            id: try row[0], caseID: try row[1], comment: try row[2], staffName: try row[3],
            outcome: Ruling.Outcome(rawValue: try row[4]) ?? .dismiss, clause: try row[5], sentence: try row[6],
            createdAt: try row[7], undoneAt: try row[8], bulk: try row[9],
            isFinal: Comment.State(stored: try row[10], clause: try row[11]) == .deleted)
    }
}
