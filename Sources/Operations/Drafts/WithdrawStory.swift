package import Newsroom
import Storage

extension Newspaper {
    /// Withdraws a published story, for good. Readers see the reason. Refuses with `invalid` if the reason is too
    /// long, and like `Transaction.withdraw`.
    package func withdrawStory(_ id: Story.ID, version: Int, reason: String?, as actor: Actor) async throws {
        let staff = try actor.staff(for: .publish)
        let (reason, now) = (try DraftRules.withdrawalReason.acceptOptional(reason), clock.now)
        try await write { tx in try tx.withdraw(id, version: version, reason: reason, by: staff.email, now: now) }
    }
}
