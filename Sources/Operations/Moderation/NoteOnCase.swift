package import Newsroom
import Storage

extension Newspaper {
    /// Adds a note about the comment of a case or about its name. Refuses like `Transaction.addNote`.
    @discardableResult
    package func addNote(_ draft: DeskNoteDraft, on deskCase: Case.ID, as actor: Actor) async throws -> DeskNote.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.addNote(draft, on: deskCase, by: staff, now: now) }
    }
}
