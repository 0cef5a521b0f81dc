import Database
package import Newsroom
import Storage

/// Notes on a draft, by everybody who may open it. Each operation refuses with `notFound` or `forbidden`.
extension Newspaper {
    /// Adds a note about a passage, or about the whole if the passage is empty. Refuses with `invalid` a text that is
    /// empty, too long or unprintable, and a note too many.
    package func addNote(
        _ text: String, about passage: String?, to id: Draft.ID, as actor: Actor
    ) async throws -> DraftNote.ID {
        let writing = try reading(id, actor)
        let text = try DraftNote.textRule.accept(text)
        let passage = try DraftNote.passageRule.acceptOptional(passage)
        return try await database.write { tx in try tx.addNote(text, about: passage, writing) }
    }

    package func resolveNote(_ note: DraftNote.ID, of id: Draft.ID, as actor: Actor) async throws {
        let writing = try reading(id, actor)
        try await database.write { tx in try tx.resolveNote(note, writing) }
    }

    package func reopenNote(_ note: DraftNote.ID, of id: Draft.ID, as actor: Actor) async throws {
        let writing = try reading(id, actor)
        try await database.write { tx in try tx.reopenNote(note, writing) }
    }
}
