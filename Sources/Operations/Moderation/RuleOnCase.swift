package import Newsroom
import Storage

extension Newspaper {
    /// Rules on a case. The ruling, its effect on the comment and the log entry are one transaction. Refuses
    /// like `Transaction.rule`.
    @discardableResult
    package func rule(on deskCase: Case.ID, _ draft: RulingDraft, as actor: Actor) async throws -> Ruling.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.rule(deskCase, draft, by: staff, now: now) }
    }
}
