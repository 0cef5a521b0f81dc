package import Foundation
package import Newsroom
import Storage

/// A published story leaves readers' pages, or comes back.
extension Newspaper {
    /// Withdraws a published story. Readers see the reason. Refuses with `invalid` without a reason or if it is too
    /// long, and like `Transaction.withdraw`.
    package func withdrawStory(_ id: Story.ID, version: Int, reason: String?, as actor: Actor) async throws {
        let staff = try actor.staff(for: .publish)
        let (reason, now) = (try DraftRules.withdrawalReason.accept(reason ?? ""), clock.now)
        try await write { tx in try tx.withdraw(id, version: version, reason: reason, by: staff.email, now: now) }
    }

    /// Brings a story back that an editor has withdrawn. Refuses like `Transaction.reverseWithdrawal`.
    package func reverseWithdrawal(of id: Story.ID, at time: Date?, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        try await write { tx in try tx.reverseWithdrawal(of: id, at: time, by: staff, now: now) }
    }

    /// Makes a story a draft again, within ten minutes of its publication and before anybody has commented. Refuses like
    /// `Transaction.unpublish`.
    package func unpublishStory(_ id: Story.ID, version: Int, as actor: Actor) async throws -> Draft.ID {
        let (staff, now) = (try actor.staff(for: .publish), clock.now)
        return try await write { tx in try tx.unpublish(id, version: version, by: staff, now: now) }
    }
}
