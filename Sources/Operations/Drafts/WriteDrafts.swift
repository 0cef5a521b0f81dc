import Database
package import Foundation
package import Newsroom
import Storage

/// Writing drafts. Each operation checks that the draft is open to the actor, and that nobody has saved or taken
/// over since the form was made; otherwise it refuses with `notFound`, `forbidden` or `conflict`.
extension Newspaper {
    /// Whether a member of staff may schedule and publish.
    package func mayPublish(_ staff: Staff) -> Bool {
        staff.mayPublish(ifReportersMay: rules.stories.reportersPublish)
    }

    package func createDraft(_ content: DraftContent, as actor: Actor) async throws -> Draft.ID {
        let (staff, now) = (try actor.staff(for: .write), clock.now)
        return try await database.write { tx in try tx.createDraft(content, by: staff, now: now) }
    }

    /// The draft of a published story. Makes it from the current version if nobody has worked on the story since.
    package func draft(of story: Story.ID, as actor: Actor) async throws -> Draft.ID {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        return try await database.write { tx in try tx.reviseStory(story, by: staff, now: now) }
    }

    /// A draft that the actor may change.
    package func draft(_ id: Draft.ID, as actor: Actor) async throws -> Draft {
        let writing = try reading(id, actor)
        return try await database.read { tx in try tx.openDraft(writing) }
    }

    /// Saves a draft. Refuses with `invalid` to make a scheduled draft incomplete. Returns the stamp for the next
    /// write.
    package func saveDraft(
        _ id: Draft.ID, _ text: DraftText, from stamp: DraftStamp, as actor: Actor
    ) async throws -> DraftStamp {
        try await change(id, stamp, actor) { tx, writing in try tx.save(text, writing, self.rules.stories) }
    }

    /// Adds a picture of the library at the end of a draft's gallery, as a new revision. Refuses like `saveDraft`, and a
    /// picture that no gallery may show with `notFound`.
    package func addPicture(
        _ picture: Picture.ID, to id: Draft.ID, from stamp: DraftStamp, as actor: Actor
    ) async throws {
        var content = try await draft(id, as: actor).content
        guard try await database.read({ tx in try tx.picture(picture) }) != nil else {
            throw Refusal(.missing(.picture))
        }
        guard !content.gallery.contains(where: { $0.picture == picture }) else { return }
        content.gallery.append(GalleryEntry(picture))
        _ = try await saveDraft(id, try DraftText(content, note: nil), from: stamp, as: actor)
    }

    /// Saves a draft and hands it to the editors, or does neither.
    package func submitDraft(
        _ id: Draft.ID, _ text: DraftText, from stamp: DraftStamp, as actor: Actor
    ) async throws {
        try await change(id, stamp, actor) { tx, writing in
            let stamp = try tx.save(text, writing, self.rules.stories)
            try tx.submit(self.writing(id, stamp, writing.staff))
        }
    }

    /// Gives a submitted or scheduled draft back to its author.
    package func giveBackDraft(_ id: Draft.ID, from stamp: DraftStamp, as actor: Actor) async throws {
        try await change(id, stamp, actor) { tx, writing in try tx.giveBack(writing) }
    }

    package func takeOverDraft(_ id: Draft.ID, from stamp: DraftStamp, as actor: Actor) async throws {
        try await change(id, stamp, actor) { tx, writing in try tx.takeOver(writing) }
    }

    /// Deletes a draft that was never published.
    package func discardDraft(_ id: Draft.ID, from stamp: DraftStamp, as actor: Actor) async throws {
        try await change(id, stamp, actor) { tx, writing in try tx.discard(writing) }
    }

    func change<T: Sendable>(
        _ id: Draft.ID, _ stamp: DraftStamp, _ actor: Actor,
        _ body: @escaping @Sendable (Transaction, DraftWriting) throws -> T
    ) async throws -> T {
        let writing = writing(id, stamp, try actor.staff(for: .write))
        return try await database.write { tx in try body(tx, writing) }
    }

    /// Checks only that the draft is open to the actor, not what the actor has seen of it.
    func reading(_ id: Draft.ID, _ actor: Actor) throws -> DraftWriting {
        writing(id, DraftStamp(revision: 0, lease: 0), try actor.staff(for: .write))
    }

    func writing(_ id: Draft.ID, _ stamp: DraftStamp, _ staff: Staff) -> DraftWriting {
        DraftWriting(
            draft: id, stamp: stamp, staff: staff, reportersPublish: rules.stories.reportersPublish, now: clock.now)
    }
}

/// What somebody saves: the content of a draft, and a note that says what changed.
package struct DraftText: Sendable {
    let content: DraftContent
    let note: String?
    /// The time of the writer's autosave that the page offers, and that is not in the form; `nil` for none. It stays.
    let offered: Date?

    /// Refuses a note that is too long.
    package init(_ content: DraftContent, note: String?, offered: Date? = nil) throws(Refusal) {
        self.content = content
        self.offered = offered
        self.note = try DraftRules.saveNote.acceptOptional(note)
    }
}

extension Transaction {
    /// Saves a draft as a new revision, and forgets the writer's autosave.
    func save(_ text: DraftText, _ writing: DraftWriting, _ rules: StoryRules) throws -> DraftStamp {
        if let known = try draft(writing.draft), known.state == .scheduled {
            try requireComplete(
                text.content, of: known.story, PublishedTexts(text.content, rules: rules), rules)
        }
        try deleteAutosave(of: writing.draft, by: writing.staff.id, notThatOf: text.offered)
        return try save(text.content, note: text.note, writing)
    }
}
