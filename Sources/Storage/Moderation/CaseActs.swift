package import Database
package import Foundation
package import Newsroom

/// Acts that decide no case: holding its comment, and giving it to the editors.
extension Transaction {
    /// Carries out an act and logs it, in one transaction. Ends the claim on the case. Refuses like `rule`, and with
    /// `conflict` if the case was escalated before.
    package func act(
        _ kind: CaseAct.Kind, on id: Case.ID, revision: Comment.Revision?, by staff: Staff, now: Date
    ) throws -> CaseAct.ID {
        let comment = try decidable(id, revision: revision, by: staff, now: now)
        switch kind {
        case .hold:
            guard comment.state == .published else { throw Refusal(.ruling(.notPublished)) }
            try set(.held, of: comment)
            try setHeld(true, id, on: comment.story, now: now)
        case .escalate:
            guard try !isEscalated(id) else { throw Refusal(.ruling(.escalatedAlready)) }
            try run("UPDATE cases SET escalated_at = $2, escalated_by = $3 WHERE id = $1", id, now, staff.id)
        }
        try release(id, by: staff)
        let act = CaseAct.ID(
            try insert(
                """
                INSERT INTO case_acts (case_id, comment_id, staff_id, kind, created_at) VALUES ($1, $2, $3, $4, $5)
                RETURNING id
                """, id, comment.id, staff.id, kind.rawValue, now))
        try log(kind.rawValue, on: "comment \(comment.id)", detail: "", by: staff, now: now)
        return act
    }

    /// Undoes an act: the comment and the case become exactly what they were. Refuses with `notFound` or `conflict`
    /// (already undone, or the case has been decided or the comment deleted since). Returns the case.
    @discardableResult
    package func undo(_ id: CaseAct.ID, by staff: Staff, now: Date) throws -> Case.ID {
        guard let act = try act(id), let comment = try comment(act.comment) else {
            throw Refusal(.missing(.ruling))
        }
        guard act.undoneAt == nil else { throw Refusal(.ruling(.undoneAlready)) }
        guard comment.state != .deleted else { throw Refusal(.ruling(.removedByAuthor)) }
        guard try ruling(on: act.caseID) == nil else { throw Refusal(.ruling(.overtaken)) }
        switch act.kind {
        case .hold:
            guard comment.state == .held else { throw Refusal(.ruling(.overtaken)) }
            try set(.published, of: comment)
            try setHeld(false, act.caseID, on: comment.story, now: now)
        case .escalate:
            try run("UPDATE cases SET escalated_at = NULL, escalated_by = NULL WHERE id = $1", act.caseID)
        }
        try run("UPDATE case_acts SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, staff.id)
        try log("undo", on: "comment \(comment.id)", detail: "\(act.kind.rawValue) \(id)", by: staff, now: now)
        return act.caseID
    }

    package func act(_ id: CaseAct.ID) throws -> CaseAct? {
        try first("SELECT case_id, comment_id, kind, undone_at FROM case_acts WHERE id = $1", id) { row in
            CaseAct(
                id: id, caseID: try row[0], comment: try row[1],
                kind: CaseAct.Kind(rawValue: try row[2]) ?? .escalate, undoneAt: try row[3])
        }
    }

    /// The comment of a case that `staff` may decide now. Refuses with `notFound`, `conflict` (decided, removed by its
    /// author, open at a colleague's, or another text than the one that was read) or `forbidden` (it waits for an
    /// editor).
    func decidable(_ id: Case.ID, revision: Comment.Revision?, by staff: Staff, now: Date) throws -> Comment {
        guard let found: Comment.ID = try value("SELECT comment_id FROM cases WHERE id = $1", id),
            let comment = try comment(found)
        else { throw Refusal(.missing(.deskCase)) }
        if let earlier = try ruling(on: id) { throw Refusal.ruledMeanwhile(earlier) }
        guard comment.state != .deleted else { throw Refusal(.ruling(.removedByAuthor)) }
        if let claim = try claimOfColleague(on: id, besides: staff, now: now) { throw Refusal.isOpen(at: claim) }
        if try !staff.may(.publish) && isEscalated(id) { throw Refusal(.ruling(.forEditors)) }
        guard revision == comment.revision else { throw Refusal(.ruling(.unreadText)) }
        return comment
    }

    package func isEscalated(_ id: Case.ID) throws -> Bool {
        try exists("SELECT 1 FROM cases WHERE id = $1 AND escalated_at IS NOT NULL", id)
    }
}
