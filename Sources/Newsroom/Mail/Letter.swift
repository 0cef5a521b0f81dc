/// An occasion for a mail, with its values. `Pages/Words` has the words.
package enum Letter: Sendable, Hashable {
    /// Somebody with this address wants an account.
    case signUp(token: String, code: String)
    /// A reader wants to sign in.
    case signIn(name: String, token: String, code: String)
    /// A member of staff asked for a link, but signs in with a password.
    case signInOfStaff(name: String)

    package var kind: Mail.Kind {
        switch self {
        case .signUp, .signIn, .signInOfStaff: .signIn
        }
    }

    /// For how many seconds the mail is of use; `nil` for a mail that stays true.
    package var seconds: Int? {
        switch self {
        case .signUp, .signIn, .signInOfStaff: SignInLink.seconds
        }
    }
}
