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
        try await write { tx in try tx.deleteView(named: name, of: staff) }
    }
}
