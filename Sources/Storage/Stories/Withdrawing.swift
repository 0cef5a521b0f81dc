import Database
package import Foundation
package import Newsroom

/// Withdrawals, and the ways back.
extension Transaction {
    /// Withdraws a story at the desk. The reason is public; the log names the actor. A scheduled new version becomes a
    /// draft again. Refuses with `conflict` if the story has another version than the page showed, and with `gone` if it
    /// is withdrawn already.
    package func withdraw(_ id: Story.ID, version: Int, reason: String, by actor: String, now: Date) throws {
        let story = try published(id, version: version)
        try withdraw(id, Withdrawal(at: now, reason: reason, origin: .desk), wireVersion: story.current.wireVersion)
        // A version that waits for an editor goes on waiting, because an editor may bring the story back.
        if let guid = story.guid, try isUnderEmbargo(guid: guid) { try dropHeldItem(guid: guid) }
        let detail = "\(story.current.headline.sent): \(reason)"
        try log("story.withdraw", on: "story \(id)", detail: detail, by: actor, now: now)
    }

    /// Brings a story back that an editor has withdrawn. `time` is that of the withdrawal that the page showed. Refuses
    /// with `conflict` if the story is not withdrawn, was withdrawn by its agency, or was withdrawn again since.
    package func reverseWithdrawal(of id: Story.ID, at time: Date?, by staff: Staff, now: Date) throws {
        guard let story = try story(id) else { throw Refusal(.missing(.story)) }
        try story.requireReversible()
        guard time == nil || time == story.withdrawal?.at else { throw Refusal(.story(.changed)) }
        try endWithdrawal(of: id, by: staff.id, now: now)
        try returnToTopics(id)
        try note(.storyPublished, on: id)
        try log("story.restore", on: "story \(id)", detail: story.current.headline.sent, by: staff, now: now)
    }

    /// Makes a story a draft again, and returns the draft. Refuses like `Story.requireUnpublishable`.
    package func unpublish(_ id: Story.ID, version: Int, by staff: Staff, now: Date) throws -> Draft.ID {
        let story = try published(id, version: version)
        try story.requireUnpublishable(hasComments: hasComments(id), now: now)
        let draft = try reviseStory(id, by: staff, now: now)
        try withdraw(id, Withdrawal(at: now, origin: .unpublished), wireVersion: nil)
        try run("UPDATE drafts SET story_id = NULL, unpublished_id = $2 WHERE id = $1", draft, id)
        try log("story.unpublish", on: "story \(id)", detail: story.current.headline.sent, by: staff, now: now)
        return draft
    }

    package func isWithdrawn(_ id: Story.ID) throws -> Bool {
        try exists("SELECT 1 FROM withdrawals WHERE story_id = $1", id)
    }

    /// The draft that a story has become again.
    package func draftID(ofUnpublished id: Story.ID) throws -> Draft.ID? {
        try value("SELECT id FROM drafts WHERE unpublished_id = $1", id)
    }

    /// Whether anybody has commented on a story, in whatever state the comment is.
    package func hasComments(_ id: Story.ID) throws -> Bool {
        // Each condition has its own index. A comment without a browser and an account comes from an import.
        try exists("SELECT 1 FROM comments WHERE story_id = $1 AND writer IS NOT NULL", id)
            || exists("SELECT 1 FROM comments WHERE story_id = $1 AND person_id IS NOT NULL", id)
            || exists("SELECT 1 FROM comments WHERE story_id = $1 AND parent_id IS NULL AND is_listed = 1", id)
    }

    /// The withdrawals of a story that were reversed, the latest first; at most 20.
    package func reversedWithdrawals(of id: Story.ID) throws -> [ReversedWithdrawal] {
        try all(
            """
            SELECT r.withdrawn_at, r.reason, r.origin, r.reversed_at, p.name
            FROM reversed_withdrawals r JOIN people p ON p.id = r.reversed_by
            WHERE r.story_id = $1 ORDER BY r.id DESC LIMIT 20
            """, id
        ) { row in
            ReversedWithdrawal(
                Withdrawal(at: try row[0], reason: try row[1], origin: try origin(row, 2)), at: try row[3],
                by: try row[4])
        }
    }

    func withdraw(_ id: Story.ID, _ withdrawal: Withdrawal, wireVersion: Int?) throws {
        try run(
            "INSERT INTO withdrawals (story_id, at, wire_version, reason, origin) VALUES ($1, $2, $3, $4, $5)", id,
            withdrawal.at, wireVersion, withdrawal.reason, withdrawal.origin.rawValue)
        try run("UPDATE stories SET is_withdrawn = 1 WHERE id = $1", id)
        if let draft = try draftID(of: id) {
            try cancelJob(key: JobOrder.publication(of: draft, at: withdrawal.at).key)
            try endSchedule(of: draft)
        }
        try withdrawFromTopics(id)
        try settleNotifications(ofWithdrawn: id)
        try note(.storyWithdrawn, on: id)
    }

    /// Makes an editor's withdrawal the agency's, because the agency has canceled the story as well.
    func confirmWithdrawal(of id: Story.ID, wireVersion: Int) throws {
        try run(
            "UPDATE withdrawals SET origin = 'agency', wire_version = $2 WHERE story_id = $1", id, wireVersion)
    }

    /// Lets readers see the story again, and keeps a record of its withdrawal.
    func endWithdrawal(of id: Story.ID, by staff: Staff.ID, now: Date) throws {
        try run(
            """
            INSERT INTO reversed_withdrawals (story_id, origin, withdrawn_at, reason, reversed_at, reversed_by)
            SELECT story_id, origin, at, reason, $2, $3 FROM withdrawals WHERE story_id = $1
            """, id, now, staff)
        try run("DELETE FROM withdrawals WHERE story_id = $1", id)
        try run("UPDATE stories SET is_withdrawn = 0 WHERE id = $1", id)
    }

    func origin(_ row: Row, _ column: Int) throws -> Withdrawal.Origin {
        Withdrawal.Origin(rawValue: try row[column]) ?? .agency
    }

    /// A story that readers see, at the version that a page showed.
    private func published(_ id: Story.ID, version: Int) throws -> Story {
        let story = try visibleStory(id)
        guard story.current.number == version else { throw Refusal(.story(.changed)) }
        return story
    }
}
