import Database
import Markup
package import Newsroom
import Storage

/// An editor decides on a new version from an agency that waits.
extension Newspaper {
    /// Publishes the version as the agency sent it. Refuses like `Transaction.dismiss`.
    package func acceptVersion(_ id: HeldItem.ID, wireVersion: Int, as actor: Actor) async throws -> Story.ID {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        let (_, proposed) = try await database.read { tx in try tx.proposedVersion(id, wireVersion: wireVersion) }
        let opening = Markdown(proposed.story.body).opening(limit: 300)
        return try await write { tx in
            try tx.accept(id, wireVersion: wireVersion, opening: opening, by: staff, now: now)
        }
    }

    /// Does not publish the version. Returns the story. Refuses like `Transaction.dismiss`.
    package func dismissVersion(_ id: HeldItem.ID, wireVersion: Int, as actor: Actor) async throws -> Story.ID? {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        return try await write { tx in try tx.dismiss(id, wireVersion: wireVersion, by: staff, now: now) }
    }

    /// Opens the draft of the story, and puts the agency's version together with the changes that were made here. The
    /// draft is not saved. Refuses like `Transaction.dismiss`, and a withdrawn story with `gone`.
    package func mergeVersion(_ id: HeldItem.ID, wireVersion: Int, as actor: Actor) async throws -> MergedVersion {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        return try await write { tx in
            let (item, proposed) = try tx.proposedVersion(id, wireVersion: wireVersion)
            guard let number = try tx.storyID(guid: item.guid), let story = try tx.story(number) else {
                throw Refusal(.missing(.story))
            }
            guard let draft = try tx.draft(tx.reviseStory(number, by: staff, now: now)) else {
                throw Refusal(.missing(.draft))
            }
            let theirs = DraftContent(proposed.announced, over: draft.content)
            let base = try tx.agencyContent(of: story, item.content)
            var mine = draft.content
            mine.agencyVersion = wireVersion
            // The act and its note are about the agency's change, unless somebody has written a note already.
            if mine.correction.isEmpty { (mine.act, mine.correction) = (theirs.act, theirs.correction) }
            return MergedVersion(
                draft: draft, theirs: theirs, mine: mine, merge: DraftMerge(base: base, mine: mine, theirs: theirs))
        }
    }
}

/// A draft with an agency's version in it.
package struct MergedVersion: Sendable {
    package let draft: Draft
    package let theirs: DraftContent
    package let mine: DraftContent
    package let merge: DraftMerge
}
