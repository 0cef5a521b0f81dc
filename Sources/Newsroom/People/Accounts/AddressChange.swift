package import Foundation

/// One of the two links with which a reader confirms another e-mail address: one goes to the old address, one
/// to the new.
package struct AddressChange: Sendable, Hashable {
    package let tokenHash: String
    package let person: Person.ID
    package let newEmail: String
    /// Whether the link went to the new address.
    package let asksNew: Bool
    package let expiresAt: Date
    package let confirmedAt: Date?

    package init(
        tokenHash: String, person: Person.ID, newEmail: String, asksNew: Bool, expiresAt: Date, confirmedAt: Date? = nil
    ) {
        self.tokenHash = tokenHash
        self.person = person
        self.newEmail = newEmail
        self.asksNew = asksNew
        self.expiresAt = expiresAt
        self.confirmedAt = confirmedAt
    }

    /// Refuses with `gone` a link that was used or is too old.
    package func requireOpen(at now: Date) throws(Refusal) {
        guard confirmedAt == nil else { throw Refusal(.link(.used)) }
        guard now < expiresAt else { throw Refusal(.link(.expired), [.minutes: .number(SignInLink.seconds / 60)]) }
    }
}
