import Database
package import Newsroom
import Storage

/// What editors do with suggested corrections. Each operation refuses like its function in `Storage/Suggestions`.
extension Newspaper {
    /// Answers or dismisses a suggestion.
    package func decide(_ id: Suggestion.ID, _ draft: SuggestionDecisionDraft, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try await database.write { tx in try tx.decide(id, draft, by: staff, now: now) }
    }

    /// Accepts a suggestion. Returns the draft in which its story is corrected, and where the words stand there.
    /// `note` puts the suggestion into the words of a note to readers.
    package func accept(
        _ id: Suggestion.ID, answer: String?, as actor: Actor, note: @escaping @Sendable (Suggestion) -> String
    ) async throws -> AcceptedSuggestion {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        return try await database.write { tx in
            try tx.accept(id, answer: answer, by: staff, now: now, note: note)
        }
    }

    package func reopen(_ id: Suggestion.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try await database.write { tx in try tx.reopen(id, by: staff, now: now) }
    }
}
