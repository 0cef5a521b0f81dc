package import Newsroom
import Storage

extension Newspaper {
    /// Opens or closes the discussion of a story, or all discussions if `story` is `nil`. Readers see
    /// `reason`. Refuses with `invalid` if the reason is too long, and like `Transaction.decide`.
    package func decide(
        _ decision: DiscussionDecision.Kind, on story: Story.ID?, reason: String?, as actor: Actor
    ) async throws {
        let staff = try actor.staff(for: story == nil ? .administer : .publish)
        let (reason, now) = (try DiscussionDecision.reasonRule.acceptOptional(reason), clock.now)
        try await write { tx in try tx.decide(decision, on: story, by: staff, reason: reason, now: now) }
    }
}
