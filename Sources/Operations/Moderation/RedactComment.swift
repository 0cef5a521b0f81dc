package import Newsroom
import Storage

extension Newspaper {
    /// Takes a passage out of a comment; the desk keeps the text. Refuses like `Transaction.redact`.
    package func redact(_ comment: Comment.ID, _ draft: RedactionDraft, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        try await write { tx in _ = try tx.redact(comment, draft, by: staff, now: now) }
    }

    /// Undoes a redaction and restores the exact text before it. Refuses like `Transaction.undo`.
    package func undo(redaction: Redaction.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        try await write { tx in try tx.undo(redaction, by: staff, now: now) }
    }
}
