import Database
package import Foundation
package import Newsroom
import Storage

/// Keeping what somebody types until it is saved.
extension Newspaper {
    /// Stores what the actor has typed so far, apart from the versions. It need not be a text that can be saved.
    /// Returns the stamp for the next write, and the time of the autosave.
    package func autosaveDraft(
        _ id: Draft.ID, _ typed: TypedDraft, from stamp: DraftStamp, as actor: Actor
    ) async throws -> (stamp: DraftStamp, savedAt: Date) {
        try await change(id, stamp, actor) { tx, writing in (try tx.autosave(typed, writing), writing.now) }
    }

    /// Takes the lease of a draft if it is free. Returns the stamp for the next write.
    package func openDraft(_ id: Draft.ID, from stamp: DraftStamp, as actor: Actor) async throws -> DraftStamp {
        try await change(id, stamp, actor) { tx, writing in try tx.begin(writing).stamp }
    }

    /// The text that the actor has typed into a draft and not saved.
    package func autosave(of id: Draft.ID, as actor: Actor) async throws -> Autosave? {
        let staff = try actor.staff(for: .write)
        return try await database.read { tx in try tx.autosave(of: id, by: staff.id) }
    }

    /// Deletes the actor's autosave of this time. A newer one stays.
    package func discardAutosave(of id: Draft.ID, savedAt: Date, as actor: Actor) async throws {
        let staff = try actor.staff(for: .write)
        try await database.write { tx in try tx.deleteAutosave(of: id, by: staff.id, savedAt: savedAt) }
    }
}
