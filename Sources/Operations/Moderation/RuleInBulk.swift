package import Newsroom
import Storage

/// Deciding many cases at once.
extension Newspaper {
    /// Carries out a decision, or keeps it for a second person if it takes more cases than one person decides alone.
    /// Everything is one transaction. Leaves cases out like `Transaction.ruleInBulk`.
    package func ruleInBulk(_ draft: BulkRulingDraft, as actor: Actor) async throws -> BulkRuling.ID {
        let (staff, now, policy) = (try actor.staff(for: .moderate), clock.now, rules.policy)
        let waits = draft.cases.count > rules.casesDecidedAlone
        return try await write { tx in
            try tx.ruleInBulk(draft, waitsForConfirmation: waits, policy: policy, by: staff, now: now)
        }
    }

    /// Carries out a colleague's decision. Refuses like `Transaction.confirm`.
    package func confirm(_ id: BulkRuling.ID, as actor: Actor) async throws {
        let (staff, now, policy) = (try actor.staff(for: .moderate), clock.now, rules.policy)
        try await write { tx in try tx.confirm(id, policy: policy, by: staff, now: now) }
    }

    /// Discards a decision that waits. Refuses like `Transaction.discard`.
    package func discard(_ id: BulkRuling.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        try await write { tx in try tx.discard(id, by: staff, now: now) }
    }

    /// Undoes a decision. Refuses like `Transaction.undo`.
    package func undo(_ id: BulkRuling.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        try await write { tx in try tx.undo(id, by: staff, now: now) }
    }
}
