import Markup
package import Newsroom
import Storage

/// Live coverage, by those who may publish. Each operation refuses with `forbidden`, and like the change in `Storage`.
extension Newspaper {
    package func decide(_ act: Coverage.Act, on story: Story.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try await write { tx in try tx.decide(act, on: story, by: staff, now: now) }
    }

    /// `token` comes from the form, so that a form that is sent twice adds one entry.
    package func addEntry(
        _ draft: LiveEntryDraft, isKeyPoint: Bool, token: String, to story: Story.ID, as actor: Actor
    ) async throws -> LiveEntry.ID {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try draft.requireVisible()
        return try await write { tx in
            try tx.addEntry(draft, isKeyPoint: isKeyPoint, token: token, to: story, by: staff, now: now)
        }
    }

    package func editEntry(
        _ id: LiveEntry.ID, of story: Story.ID, to draft: LiveEntryDraft, revision: Int, as actor: Actor
    ) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try draft.requireVisible()
        try await write { tx in try tx.editEntry(id, of: story, to: draft, revision: revision, by: staff, now: now) }
    }

    package func pinEntry(_ id: LiveEntry.ID, of story: Story.ID, isKeyPoint: Bool, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try await write { tx in try tx.pinEntry(id, of: story, isKeyPoint: isKeyPoint, by: staff, now: now) }
    }

    package func removeEntry(_ id: LiveEntry.ID, of story: Story.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try await write { tx in try tx.removeEntry(id, of: story, by: staff, now: now) }
    }
}

extension LiveEntryDraft {
    /// Refuses with `invalid` a text of which readers would miss a part. No entry may lose anything without a word.
    fileprivate func requireVisible() throws(Refusal) {
        let code: Refusal.LiveCode? =
            switch Markdown.lostPart(of: text) {
            case .picture: .hasPicture
            case .address: .losesAddress
            case .footnote: .losesFootnote
            case .everything: .showsNothing
            case nil: nil
            }
        if let code { throw Refusal(.live(code), field: Self.textRule.field) }
    }
}
