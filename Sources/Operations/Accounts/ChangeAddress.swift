import Database
import Foundation
package import Newsroom
import Storage

extension Newspaper {
    /// Begins the change of a reader's e-mail address: a link goes to the old address and one to the new. If
    /// the relay has refused the old address, only the new one gets a link. An address that belongs to
    /// another account gets the same answer. Refuses an invalid address with `invalid`, and with `tooSoon`
    /// after several requests in an hour.
    package func changeAddress(to typed: String, as actor: Actor) async throws {
        let reader = try actor.requireReader()
        let (email, now) = (try EmailAddress(typed).key, clock.now)
        guard email != reader.email else { throw Refusal(.account(.sameAddress), field: "email") }
        let tokens = (old: Keys.freshToken(), new: Keys.freshToken())
        let expiresAt = now.addingTimeInterval(Double(SignInLink.seconds))
        let changes = [(tokens.old, false), (tokens.new, true)].map { token, asksNew in
            AddressChange(
                tokenHash: Keys.hash(token), person: reader.id, newEmail: email, asksNew: asksNew, expiresAt: expiresAt)
        }
        try await database.write { tx in
            try tx.admit(.addressChange, source: "\(reader.id)", limits: self.rules.accounts.addressChanges, now: now)
            let asksOld = try tx.mailRefusal(of: reader.email) == nil
            // Many accounts must not fill the mailbox of one address.
            try tx.admit(
                .addressChange, source: "to \(Keys.hash(email))", limits: self.rules.accounts.addressChanges, now: now)
            try tx.begin(changes.filter { asksOld || $0.asksNew })
            let language = try tx.language(of: reader.id)
            let isTaken = try tx.account(email: email) != nil
            let toNew: Letter = isTaken ? .addressInUse : .confirmAddress(name: reader.name, token: tokens.new)
            try self.send(toNew, to: email, in: language, tx, now: now)
            guard asksOld else { return }
            let toOld = Letter.approveAddress(name: reader.name, newEmail: email, token: tokens.old)
            try self.send(toOld, to: reader.email, in: language, tx, now: now)
        }
    }

    /// Looks at a link without using it up. Refuses an unknown link with `notFound`, and with `gone` one that
    /// was used or is too old.
    package func openAddressChange(_ token: String) async throws -> AddressChange {
        let now = clock.now
        return try await database.read { tx in
            let change = try tx.addressChange(tokenHash: Keys.hash(token))
            try change.requireOpen(at: now)
            return change
        }
    }

    /// Confirms a change at one of the two addresses. Returns whether the account has the new address now. Refuses like
    /// `openAddressChange`.
    package func confirmAddress(_ token: String) async throws -> Bool {
        let now = clock.now
        return try await write { tx in
            try tx.confirm(try tx.addressChange(tokenHash: Keys.hash(token)), now: now)
        }
    }

    /// Chooses the language of the mails to a person. Refuses an unknown language with `invalid`.
    package func setLanguage(_ language: Language, as actor: Actor) async throws {
        let person = try actor.requirePerson()
        try await write { tx in try tx.setLanguage(language, of: person) }
    }
}
