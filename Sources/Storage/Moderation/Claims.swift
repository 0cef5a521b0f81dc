package import Database
package import Foundation
package import Newsroom

/// Claims say which member of staff has a case open. A claim ends by itself, so a moderator who goes away blocks nothing for long.
extension Transaction {
    /// Claims the first case that a filter admits, that the moderator has not skipped, and that no colleague has open.
    /// `nil` if there is none but `current`. Opens the case of an unread comment.
    package func claimNext(_ filter: QueueFilter, notAgain current: Case.ID?, by staff: Staff, now: Date) throws -> Case
        .ID?
    {
        guard filter.view != .unread else {
            return try claimNextUnread(filter, notAgain: current, by: staff, now: now)
        }
        var conditions = QueueConditions(filter, after: nil, now: now)
        let passed = filter.skipped + [current].compactMap(\.self)
        let (time, own, most) = (conditions.bind(now), conditions.bind(staff.id), conditions.bind(passed.count + 1))
        conditions.add("(k.claimed_until IS NULL OR k.claimed_until <= \(time) OR k.claimed_by = \(own))")
        var found: [Case.ID] = []
        try forEach(
            Query(
                "SELECT k.id FROM cases k WHERE \(conditions.sql) ORDER BY k.due_at, k.id LIMIT \(most)",
                conditions.values, name: #function)
        ) { found.append(try $0[0]) }
        guard let next = found.first(where: { !passed.contains($0) }) else { return nil }
        try claim(next, by: staff, now: now)
        return next
    }

    /// Returns the open case of a comment, or opens one, also if nobody has reported the comment. Claims it unless a
    /// colleague has it open. For a removed comment, returns its latest case. Refuses with `notFound` or
    /// `gone`.
    package func takeCase(of id: Comment.ID, by staff: Staff, now: Date) throws -> Case.ID {
        guard let comment = try comment(id) else { throw Refusal(.missing(.comment)) }
        switch comment.state {
        case .removed, .deleted: return try existingCase(of: comment)
        case .published, .held: break
        }
        let opened = try openCase(on: comment, isHeld: comment.state == .held, now: now)
        try claim(opened, by: staff, now: now)
        return opened
    }

    /// The latest case of a comment, decided or not. Refuses with `notFound`, or with `gone` if the author removed
    /// the comment and it never had a case.
    package func existingCase(of comment: Comment) throws -> Case.ID {
        if let found = try latestCase(of: comment.id) { return found }
        throw comment.isErased ? Refusal(.deletion(.erased)) : Refusal(.missing(.deskCase))
    }

    /// Claims a case, or keeps one's claim alive. Returns `false` if a colleague has it open, or if it waits for an editor
    /// and `staff` is none.
    @discardableResult
    package func claim(_ id: Case.ID, by staff: Staff, now: Date) throws -> Bool {
        guard try claimOfColleague(on: id, besides: staff, now: now) == nil else { return false }
        guard try staff.may(.publish) || !isEscalated(id) else { return false }
        try run(
            "UPDATE cases SET claimed_by = $2, claimed_until = $3 WHERE id = $1 AND closed_at IS NULL", id, staff.id,
            now.addingTimeInterval(CaseClaim.seconds))
        return true
    }

    /// Ends one's claim on a case, and deletes the case if it was opened for an unread comment and nothing came of it.
    package func release(_ id: Case.ID, by staff: Staff) throws {
        if try !hasBlackout(id) { try deleteEmpty(id, claimedBy: staff) }
        try run(
            "UPDATE cases SET claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND claimed_by = $2", id, staff.id)
    }

    private func hasBlackout(_ id: Case.ID) throws -> Bool {
        guard let comment = try comment(in: id) else { return false }
        return try exists("SELECT 1 FROM redactions WHERE comment_id = $1 LIMIT 1", comment)
    }

    private func deleteEmpty(_ id: Case.ID, claimedBy staff: Staff) throws {
        try run(
            """
            DELETE FROM cases
            WHERE id = $1 AND claimed_by = $2 AND ruling_id IS NULL AND report_count = 0 AND is_held = 0
                AND escalated_at IS NULL AND asked_at IS NULL AND NOT EXISTS (SELECT 1 FROM case_acts a WHERE a.case_id = cases.id)
                AND NOT EXISTS (SELECT 1 FROM rulings r WHERE r.case_id = cases.id)
            """, id, staff.id)
    }

    /// The claim of a colleague who has a case open; `nil` if nobody else has.
    package func claimOfColleague(on id: Case.ID, besides staff: Staff, now: Date) throws -> CaseClaim? {
        let found: CaseClaim?? = try first(
            """
            SELECT k.claimed_by, s.name, k.claimed_until FROM cases k JOIN people s ON s.id = k.claimed_by
            WHERE k.id = $1 AND k.ruling_id IS NULL
            """, id
        ) { try storedClaim($0, from: 0, now: now) }
        guard let claim = found ?? nil, claim.staff != staff.id else { return nil }
        return claim
    }
}
