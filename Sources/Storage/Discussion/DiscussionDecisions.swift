package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Whether a story's discussion takes comments now, and since when or until when.
    package func discussionState(
        of story: Story.ID, publishedAt: Date, rule: ClosingRule, now: Date
    ) throws -> DiscussionState {
        let decisions = try decisions(on: story)
        return rule.state(publishedAt: publishedAt, story: decisions.story, house: decisions.house, now: now)
    }

    /// Whether a story takes comments now; `false` if it does not exist or was withdrawn.
    package func isOpen(_ story: Story.ID, rule: ClosingRule, now: Date) throws -> Bool {
        guard let publication = try publication(of: story), !publication.isWithdrawn else { return false }
        return try discussionState(of: story, publishedAt: publication.at, rule: rule, now: now).isOpen
    }

    /// Whether the story takes comments now, and whether the newspaper does.
    package func openness(
        of story: Story.ID, publishedAt: Date, rule: ClosingRule, now: Date
    ) throws -> DiscussionOpenness {
        let decisions = try decisions(on: story)
        let own = rule.state(publishedAt: publishedAt, story: decisions.story, house: nil, now: now)
        return DiscussionOpenness(isStoryOpen: own.isOpen, isHouseOpen: decisions.house?.kind != .close)
    }

    /// The reason that staff gave for closing a discussion; `nil` if there is none, as when it closed by age.
    package func closingReason(of story: Story.ID, _ state: DiscussionState) throws -> String? {
        switch state {
        case .closed(.byEditor, _): try decisions(on: story).story?.reason
        case .closed(.byHouse, _): try houseDecision()?.reason
        case .closed(.byAge, _), .open: nil
        }
    }

    /// The latest decision on this story's discussion.
    package func decision(on story: Story.ID) throws -> DiscussionDecision? {
        try first(
            """
            SELECT d.kind, d.at, s.name, d.reason FROM discussion_decisions d JOIN people s ON s.id = d.staff_id
            WHERE d.story_id = $1 ORDER BY d.id DESC LIMIT 1
            """, story, as: decision)
    }

    /// The latest decision on all discussions of the newspaper.
    package func houseDecision() throws -> DiscussionDecision? {
        try first(
            """
            SELECT d.kind, d.at, s.name, d.reason FROM discussion_decisions d JOIN people s ON s.id = d.staff_id
            WHERE d.story_id IS NULL ORDER BY d.story_id DESC, d.id DESC LIMIT 1
            """, as: decision)
    }

    /// The latest decision on this story's discussion, and the latest one on all discussions.
    func decisions(on story: Story.ID) throws -> (story: DiscussionDecision?, house: DiscussionDecision?) {
        let found = try all(
            """
            SELECT d.kind, d.at, s.name, d.reason, d.story_id
            FROM discussion_decisions d JOIN people s ON s.id = d.staff_id
            WHERE d.id IN ((SELECT MAX(id) FROM discussion_decisions WHERE story_id = $1),
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id IS NULL))
            """, story
        ) { row in (decision: try decision(row), story: try row[4] as Story.ID?) }
        return (found.first { $0.story != nil }?.decision, found.first { $0.story == nil }?.decision)
    }

    /// Closes or opens the discussion of a story, or all discussions (`nil`), and logs it. The same decision
    /// within 10 minutes changes nothing. After that it counts again: a discussion that was opened may have
    /// closed by age meanwhile. Refuses with `notFound`, or with `conflict` to open a discussion while all
    /// are closed.
    package func decide(
        _ kind: DiscussionDecision.Kind, on story: Story.ID?, by staff: Staff, reason: String?, now: Date
    ) throws {
        if let story, try !exists("SELECT 1 FROM stories WHERE id = $1", story) {
            throw Refusal(.missing(.story))
        }
        let last = try story.map { try decision(on: $0) } ?? houseDecision()
        if let last, last.kind == kind, last.reason == reason,
            last.at > now.addingTimeInterval(-Self.repetitionTime)
        {
            return
        }
        try run(
            """
            INSERT INTO discussion_decisions (story_id, kind, at, staff_id, reason) VALUES ($1, $2, $3, $4, $5)
            """, story, kind.rawValue, now, staff.id, reason)
        try note(kind == .close ? .discussionClosed : .discussionOpened, on: story)
        try log(
            "discussion.\(kind.rawValue)", on: story.map { "story \($0)" } ?? "house", detail: reason ?? "", by: staff,
            now: now)
    }

    private func decision(_ row: Row) throws -> DiscussionDecision {
        DiscussionDecision(
            kind: DiscussionDecision.Kind(rawValue: try row[0]) ?? .open, at: try row[1], staffName: try row[2],
            reason: try row[3])
    }
}
