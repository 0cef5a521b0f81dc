package import Newsroom
import Storage

/// Views of the queue that a member of staff saves. Nobody else sees them.
extension Newspaper {
    /// Refuses like `Transaction.save`.
    package func save(_ view: SavedView, as actor: Actor) async throws {
        let staff = try actor.staff(for: .moderate)
        try await write { tx in try tx.save(view, of: staff) }
    }

    package func deleteView(named name: String, as actor: Actor) async throws {
        let staff = try actor.staff(for: .moderate)
        // No view has a name that the rule refuses.
        guard let accepted = try? SavedView.nameRule.accept(name) else { return }
        try await write { tx in try tx.deleteView(named: accepted, of: staff) }
    }
}
