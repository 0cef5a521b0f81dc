package import Newsroom
import Storage

extension Newspaper {
    /// Opens or closes a story's discussion, or without a story those of the whole newspaper. `reason` is shown to
    /// readers. Refuses with `notFound` a story that is not there, with `invalid` a reason that is too long.
    package func decide(
        _ decision: DiscussionDecision.Kind, on story: Story.ID?, reason: String?, as actor: Actor
    ) async throws {
        let staff = try actor.staff(for: story == nil ? .administer : .publish)
        let (reason, now) = (try DiscussionDecision.reasonRule.acceptOptional(reason), clock.now)
        try await write { tx in try tx.decide(decision, on: story, by: staff, reason: reason, now: now) }
    }
}
