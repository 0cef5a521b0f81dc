import Database
package import Foundation
package import Newsroom

/// Decisions on many cases at once.
extension Transaction {
    /// Stores a decision and carries it out, unless a second person has to confirm it first. A case is left out if it
    /// has been decided since, if a colleague has it open, if it waits for an editor and the moderator is none, if its
    /// comment has another text than the one that was read, or if the author of the comment asks for its removal.
    package func ruleInBulk(
        _ draft: BulkRulingDraft, waitsForConfirmation: Bool, policy: Policy, by staff: Staff, now: Date
    ) throws -> BulkRuling.ID {
        let id = BulkRuling.ID(
            try insert(
                """
                INSERT INTO bulk_rulings (staff_id, outcome, clause, sentence, cases, created_at)
                VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
                """, staff.id, draft.outcome.rawValue, draft.clause?.code, draft.sentence,
                ReadCase.text(draft.cases), now))
        guard !waitsForConfirmation else {
            try log("bulk.propose", id, "\(draft.outcome.rawValue), cases: \(draft.cases.count)", by: staff, now: now)
            return id
        }
        try carryOut(id, confirmedBy: nil, policy: policy, by: staff, now: now)
        return id
    }

    /// Carries out a decision that waits for a second person. Refuses with `notFound`, `forbidden` (one's own
    /// decision), `conflict` (no longer waiting) or `invalid` (the policy no longer has the rule).
    package func confirm(_ id: BulkRuling.ID, policy: Policy, by staff: Staff, now: Date) throws {
        guard let bulk = try bulkRuling(id), let author = try self.staff(bulk.staff) else {
            throw Refusal(.missing(.bulkRuling))
        }
        guard bulk.state == .waiting else { throw Refusal(.ruling(.confirmedAlready)) }
        guard staff.id != bulk.staff else { throw Refusal(.ruling(.ownDecision)) }
        guard try isEmployed(author.id), author.may(.moderate) else { throw Refusal(.ruling(.authorLeft)) }
        if let clause = bulk.clause, policy.clause(clause) == nil { throw Refusal(.ruling(.noClause)) }
        try log("bulk.confirm", id, "", by: staff, now: now)
        try carryOut(id, confirmedBy: staff, policy: policy, by: author, now: now)
    }

    /// Discards a decision that waits for a second person. Refuses with `notFound` or `conflict` (no longer waiting).
    package func discard(_ id: BulkRuling.ID, by staff: Staff, now: Date) throws {
        guard let bulk = try bulkRuling(id) else { throw Refusal(.missing(.bulkRuling)) }
        guard bulk.state == .waiting else { throw Refusal(.ruling(.confirmedAlready)) }
        try run("UPDATE bulk_rulings SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, staff.id)
        try log("bulk.discard", id, "", by: staff, now: now)
    }

    /// Undoes each ruling of a decision that no later decision has overtaken. Refuses with `notFound` or `conflict` (not
    /// carried out, or undone already).
    package func undo(_ id: BulkRuling.ID, by staff: Staff, now: Date) throws {
        guard let bulk = try bulkRuling(id) else { throw Refusal(.missing(.bulkRuling)) }
        guard bulk.state == .done else { throw Refusal(.ruling(.undoneAlready)) }
        for ruling in try rulings(of: id) {
            do { try undo(ruling, by: staff, now: now) } catch is Refusal {}
        }
        try run("UPDATE bulk_rulings SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, staff.id)
        try log("bulk.undo", id, "", by: staff, now: now)
    }

    private func carryOut(
        _ id: BulkRuling.ID, confirmedBy second: Staff?, policy: Policy, by staff: Staff, now: Date
    ) throws {
        guard let bulk = try bulkRuling(id) else { throw Refusal(.missing(.bulkRuling)) }
        for read in bulk.cases {
            guard let number = try self.comment(in: read.id), let comment = try comment(number) else { continue }
            let draft = RulingDraft(bulk, on: comment, revision: read.revision, policy: policy)
            do { try rule(read.id, draft, in: id, by: staff, now: now) } catch is Refusal {}
        }
        try run(
            "UPDATE bulk_rulings SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1", id, second?.id, now)
        let decided: Int = try value("SELECT COUNT(*) FROM rulings WHERE bulk_id = $1", id) ?? 0
        try log(
            "bulk", id, "\(bulk.outcome.rawValue), decided: \(decided) of \(bulk.cases.count)", by: staff, now: now)
    }

    private func log(_ action: String, _ id: BulkRuling.ID, _ detail: String, by staff: Staff, now: Date) throws {
        try log(action, on: "bulk \(id)", detail: detail, by: staff, now: now)
    }

    private func rulings(of bulk: BulkRuling.ID) throws -> [Ruling.ID] {
        try all("SELECT id FROM rulings WHERE bulk_id = $1 AND undone_at IS NULL ORDER BY id DESC", bulk) { row in
            Ruling.ID(try row[0])
        }
    }
}

/// Reading such decisions.
extension Transaction {
    package func bulkRuling(_ id: BulkRuling.ID) throws -> BulkRuling? {
        try first(
            """
            SELECT b.id, b.staff_id, s.name, b.outcome, b.clause, b.sentence, b.cases, b.created_at, c.name,
                b.confirmed_at, b.undone_at
            FROM bulk_rulings b JOIN people s ON s.id = b.staff_id LEFT JOIN people c ON c.id = b.confirmed_by
            WHERE b.id = $1
            """, id, as: bulkRuling)
    }

    /// The decisions that wait for a second person, the oldest first, at most 20.
    package func waitingBulkRulings() throws -> [BulkRuling] {
        try all(
            """
            SELECT b.id, b.staff_id, s.name, b.outcome, b.clause, b.sentence, b.cases, b.created_at, NULL,
                b.confirmed_at, b.undone_at
            FROM bulk_rulings b JOIN people s ON s.id = b.staff_id
            WHERE b.confirmed_at IS NULL AND b.undone_at IS NULL ORDER BY b.id LIMIT 20
            """, as: bulkRuling)
    }

    private func bulkRuling(_ row: Row) throws -> BulkRuling {
        BulkRuling(
            id: try row[0], staff: try row[1], staffName: try row[2],
            outcome: BulkRuling.Outcome(rawValue: try row[3]) ?? .keep, clause: try row[4], sentence: try row[5],
            cases: ReadCase.list(try row[6]) ?? [], createdAt: try row[7], confirmedBy: try row[8],
            doneAt: try row[9], undoneAt: try row[10])
    }

    /// The outcome of a decision that was carried out.
    package func result(of bulk: BulkRuling) throws -> BulkResult {
        var (decided, undone): (Set<Case.ID>, Int) = ([], 0)
        try forEach(
            """
            SELECT r.case_id, r.undone_at, EXISTS (
                SELECT 1 FROM rulings n WHERE n.comment_id = r.comment_id AND n.id > r.id AND n.undone_at IS NULL)
            FROM rulings r WHERE r.bulk_id = $1
            """, [bulk.id], name: #function
        ) { row in
            decided.insert(try row[0])
            if try row[1] as Date? != nil, try !row[2] { undone += 1 }
        }
        return BulkResult(
            decided: decided.count, undone: undone, leftOut: bulk.cases.map(\.id).filter { !decided.contains($0) })
    }

    /// The open cases among those chosen, the most urgent first, with how many of them are reported under each rule.
    package func bulkPreview(of chosen: [Case.ID], now: Date) throws -> BulkPreview {
        let conditions = QueueConditions(chosen: chosen, in: dialect)
        let entries = try queueEntries(conditions, limit: BulkRuling.mostCases, now: now)
        var reported: [String: Int] = [:]
        try forEach(
            Query(
                """
                SELECT r.clause, COUNT(DISTINCT r.case_id) FROM cases k JOIN reports r ON r.case_id = k.id
                WHERE \(conditions.sql) GROUP BY r.clause
                """, conditions.values, name: #function)
        ) { reported[try $0[0]] = try $0[1] }
        return BulkPreview(entries: entries, chosen: chosen.count, reported: reported)
    }

    /// The cases that a filter admits, the most urgent first, as many as one decision takes.
    package func bulkPreview(of filter: QueueFilter, now: Date) throws -> BulkPreview {
        let conditions = QueueConditions(filter, after: nil, now: now)
        let chosen = try queueEntries(conditions, limit: BulkRuling.mostCases, now: now).map(\.id)
        let preview = try bulkPreview(of: chosen, now: now)
        return BulkPreview(
            entries: preview.entries, chosen: try queueCount(filter, now: now), reported: preview.reported)
    }
}
