package import Newsroom
import Storage

extension Newspaper {
    /// Undoes a ruling and restores the exact state before it. Refuses like `Transaction.undo`.
    @discardableResult
    package func undo(_ ruling: Ruling.ID, as actor: Actor) async throws -> Case.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.undo(ruling, by: staff, now: now) }
    }
}
