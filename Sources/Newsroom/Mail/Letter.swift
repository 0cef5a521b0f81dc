package import struct Foundation.Date

/// An occasion for a mail, with its values. `Pages/Words` has the words.
package enum Letter: Sendable, Hashable {
    /// Somebody with this address wants an account.
    case signUp(token: String, code: String)
    /// A reader wants to sign in.
    case signIn(name: String, token: String, code: String)
    /// A member of staff asked for a link, but signs in with a password.
    case signInOfStaff(name: String)
    /// A reader wants another address. This goes to the new one.
    case confirmAddress(name: String, token: String)
    /// This goes to the old address.
    case approveAddress(name: String, newEmail: String, token: String)
    /// The new address belongs to an account already. Only its owner learns this.
    case addressInUse
    /// The account will be deleted at this time, unless its owner keeps it.
    case leaving(name: String, at: Date)
    /// The account has another password, or its first one.
    case passwordSet(name: String)
    /// What a person is told: of one kind, or a digest of several (`nil`). The token turns these mails off.
    case notifications([Notification], kind: Notification.Kind?, person: Person.ID, token: String)

    package var kind: Mail.Kind {
        switch self {
        case .signUp, .signIn, .signInOfStaff, .confirmAddress, .addressInUse: .signIn
        case .approveAddress, .leaving, .passwordSet: .notification
        case .notifications(let items, _, _, _):
            items.allSatisfy { $0.kind == .queue || $0.kind == .jobs } ? .desk : .notification
        }
    }

    /// For how many seconds the mail is of use; `nil` for a mail that stays true.
    package var seconds: Int? {
        switch self {
        case .signUp, .signIn, .signInOfStaff, .confirmAddress, .approveAddress, .addressInUse: SignInLink.seconds
        case .notifications, .leaving, .passwordSet: nil
        }
    }
}
