import Database
package import Newsroom
import Storage

/// The actions of a person on their notifications.
extension Newspaper {
    /// Marks all notifications up to one as read.
    package func markRead(upTo id: Newsroom.Notification.ID, as actor: Actor) async throws {
        let person = try actor.requirePerson()
        let now = clock.now
        try await write { tx in try tx.markRead(of: person, upTo: id, now: now) }
    }

    /// Stores how often a person wants mails about these kinds.
    package func choose(_ deliveries: [Newsroom.Notification.Kind: MailFrequency], as actor: Actor) async throws {
        let person = try actor.requirePerson()
        try await write { tx in
            for (kind, delivery) in deliveries { try tx.choose(delivery, for: kind, of: person) }
        }
    }

    /// Turns off the mails of one kind, or all of them (`nil`), for anybody who has the token of a mail.
    /// Refuses a wrong token with `notFound`.
    package func turnMailsOff(of person: Person.ID, token: String, kind: Newsroom.Notification.Kind?) async throws {
        try await write { tx in
            guard try tx.isMailToken(token, of: person) else { throw Refusal(.link(.unknown)) }
            for kind in kind.map({ [$0] }) ?? Newsroom.Notification.Kind.allCases {
                try tx.choose(.never, for: kind, of: person)
            }
        }
    }
}
