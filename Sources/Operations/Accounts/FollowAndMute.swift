import Database
package import Newsroom
import Storage

/// What only the person sees: no page of anybody else changes.
extension Newspaper {
    /// Follows a story or a topic, or stops following it. Refuses like `Transaction.follow`.
    package func follow(_ subject: FollowSubject, ends: Bool, as actor: Actor) async throws {
        let person = try actor.requirePerson()
        let now = clock.now
        try await database.write { tx in
            if ends { try tx.stopFollowing(subject, by: person) } else { try tx.follow(subject, by: person, now: now) }
        }
    }

    /// Folds the comments of a person for this one, or ends that. Refuses like `Transaction.mute`.
    package func mute(_ other: Person.ID, ends: Bool, as actor: Actor) async throws {
        let person = try actor.requirePerson()
        let now = clock.now
        try await database.write { tx in
            if ends { try tx.endMute(of: other, by: person) } else { try tx.mute(other, by: person, now: now) }
        }
    }

    /// Gives a person a public page, or takes it away.
    package func setPublicPage(_ isPublic: Bool, as actor: Actor) async throws {
        let person = try actor.requirePerson()
        try await write { tx in try tx.setPrivate(!isPublic, person) }
    }
}
