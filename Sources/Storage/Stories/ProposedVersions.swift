import Database
package import Foundation
package import Newsroom

/// New versions from agencies that wait for an editor's word.
extension Transaction {
    /// The version of a story that waits.
    package func proposedVersion(of story: Story.ID) throws -> (id: HeldItem.ID, item: HeldItem)? {
        try heldVersion(of: story).flatMap { $0.item.waitingSince == nil ? nil : $0 }
    }

    /// The version of a story that waits, or on which an editor has decided last.
    package func heldVersion(of story: Story.ID) throws -> (id: HeldItem.ID, item: HeldItem)? {
        guard let guid: String = try value("SELECT COALESCE(guid, '') FROM stories WHERE id = $1", story) else {
            return nil
        }
        return try heldItem(guid: guid)
    }

    /// Whether an editor has decided not to publish an agency's version of a story.
    package func isDismissed(_ wireVersion: Int?, of story: Story.ID) throws -> Bool {
        guard let wireVersion, let (_, item) = try heldVersion(of: story), case .dismissed = item.content else {
            return false
        }
        return item.wireVersion == wireVersion
    }

    /// The number of versions that wait for an editor; at most `ProposedVersion.mostCounted`.
    package func countProposedVersions() throws -> Int {
        try value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM held_items WHERE waiting_since IS NOT NULL LIMIT $1) AS waiting",
            ProposedVersion.mostCounted) ?? 0
    }

    /// The agency's version that a content names, if it still waits, and the text from which the changes here began.
    package func agencyChange(in content: DraftContent, of story: Story) throws -> AgencyChange? {
        guard let number = content.agencyVersion, let (_, item) = try proposedVersion(of: story.id),
            item.wireVersion == number, case .proposed(let proposed) = item.content
        else { return nil }
        return AgencyChange(
            base: try agencyContent(of: story, item.content),
            theirs: DraftContent(proposed.announced, over: try self.content(of: story, story.current)))
    }

    /// Whether an editor has changed a story here since its agency's last version: several versions have that number.
    package func isEditedHere(_ story: Story) throws -> Bool {
        guard let wireVersion = story.current.wireVersion else { return false }
        return try exists(
            "SELECT 1 FROM versions WHERE story_id = $1 AND number < $2 AND wire_version = $3", story.id,
            story.current.number, wireVersion)
    }

    /// The agency's text from which the changes here began.
    package func agencyContent(of story: Story, _ content: HeldItem.Content) throws -> DraftContent {
        let published = try self.content(of: story, story.current)
        if let base = content.base { return DraftContent(base, over: published) }
        let number: Int? = try value(
            "SELECT MIN(number) FROM versions WHERE story_id = $1 AND wire_version = $2", story.id,
            story.current.wireVersion)
        guard let version = try version(number ?? 1, of: story.id) else { return published }
        return try self.content(of: story, version)
    }

    /// Does not publish the version that waits. The same one never waits again. Refuses with `conflict` if another one
    /// waits meanwhile. Returns the story.
    package func dismiss(_ id: HeldItem.ID, wireVersion: Int, by staff: Staff, now: Date) throws -> Story.ID? {
        let (item, proposed) = try proposedVersion(id, wireVersion: wireVersion)
        try hold(
            HeldItem(
                guid: item.guid, wireVersion: item.wireVersion, embargoedUntil: nil,
                content: .dismissed(base: proposed.base)), now: now)
        guard let story = try storyID(guid: item.guid) else { return nil }
        try log("wire.dismiss", on: "story \(story)", detail: item.title, by: staff, now: now)
        return story
    }

    /// Publishes the version that waits as the agency sent it. Refuses like `dismiss`.
    package func accept(_ id: HeldItem.ID, wireVersion: Int, opening: String, by staff: Staff, now: Date) throws
        -> Story.ID
    {
        let (item, proposed) = try proposedVersion(id, wireVersion: wireVersion)
        try dropHeldItem(guid: item.guid)
        var version = proposed.announced
        // Readers see it only now.
        version.versionCreated = now
        guard case .updated(let story) = try publish(version, opening: opening) else {
            throw Refusal(.story(.noLongerWaiting))
        }
        let note = version.isCorrection ? version.revision?.note.map { ": \($0)" } ?? "" : ""
        try log("wire.publish", on: "story \(story)", detail: item.title + note, by: staff, now: now)
        return story
    }

    /// The version that waits. Refuses with `conflict` if the page showed another one.
    package func proposedVersion(_ id: HeldItem.ID, wireVersion: Int) throws -> (HeldItem, ProposedVersion) {
        guard let item = try heldItem(id), case .proposed(let proposed) = item.content,
            item.wireVersion == wireVersion
        else { throw Refusal(.story(.noLongerWaiting)) }
        return (item, proposed)
    }

    /// If a content contains the agency's version that waits, that version waits no longer. Returns the agency's number
    /// for it.
    func noteMerge(_ content: DraftContent, of story: Story) throws -> Int? {
        guard let number = content.agencyVersion, number > story.current.wireVersion ?? 0 else { return nil }
        guard let (_, item) = try proposedVersion(of: story.id), case .proposed(var proposed) = item.content else {
            return number
        }
        if item.wireVersion == number {
            try hold(
                HeldItem(guid: item.guid, wireVersion: number, embargoedUntil: nil, content: .merged(proposed.story)),
                now: story.updatedAt)
        } else if let correction = proposed.correction, correction.wireVersion <= number {
            // A newer version has come meanwhile. Its correction is published now.
            proposed.correction = nil
            try hold(HeldItem(proposed, since: item.waitingSince ?? story.updatedAt), now: story.updatedAt)
        }
        return number
    }
}
