import Database
import Foundation
package import Newsroom
import Storage

/// What a person changes of their own account.
extension Newspaper {
    /// Gives a reader another name. Refuses with `invalid` a name that cannot be used, with `closed` a change
    /// too soon after the last one, and with `forbidden` anybody who is not a reader: an operator names the
    /// staff.
    package func rename(to typed: String, as actor: Actor) async throws {
        let reader = try actor.requireReader()
        let (name, now) = (try acceptName(typed), clock.now)
        try await write { tx in try tx.rename(reader, to: name, now: now) }
    }

    /// The name of an account as a reader types it. Refuses what `AccountName` refuses, and the reserved names.
    func acceptName(_ typed: String) throws(Refusal) -> AccountName {
        let name = try AccountName.accept(typed)
        try rules.reservedNames.require(name)
        return name
    }

    /// Gives a reader's account a password, or another one, and ends all other sessions. Refuses like
    /// `PasswordRule`, and with `tooSoon` after several changes in an hour.
    package func setPassword(_ password: String, as actor: Actor, keeping session: String) async throws {
        let reader = try actor.requireReader()
        try PasswordRule.check(password, of: reader.email)
        let now = clock.now
        try await database.write { tx in
            try tx.admit(
                .passwordChange, source: "\(reader.id)", limits: self.rules.accounts.passwordChanges, now: now)
        }
        let hash = try Password.hash(password, of: reader.email)
        try await write { tx in
            try tx.setPassword(hash: hash, of: reader.id, keeping: Keys.hash(session))
            let language = try tx.language(of: reader.id)
            try self.send(.passwordSet(name: reader.name), to: reader.email, in: language, tx, now: now)
        }
    }

    /// Takes the password away from a reader's account, and ends all other sessions.
    package func removePassword(as actor: Actor, keeping session: String) async throws {
        let reader = try actor.requireReader()
        try await write { tx in try tx.setPassword(hash: nil, of: reader.id, keeping: Keys.hash(session)) }
    }

    /// Ends one session of this person, or all but the current one.
    package func endSession(_ id: String?, as actor: Actor, keeping session: String) async throws {
        let person = try actor.requirePerson()
        try await write { tx in
            guard let id else { return try tx.endSessions(of: person, except: Keys.hash(session)) }
            try tx.endSession(tokenHash: id, of: person)
        }
    }

    /// Gives a reader the comments that this browser posted without an account.
    package func claimComments(of browser: String, as actor: Actor) async throws {
        let reader = try actor.requireReader()
        try await write { tx in try tx.claimComments(of: browser, for: reader) }
    }
}
