/// Who may comment.
package enum CommentsFrom: String, Sendable, CaseIterable {
    case guestsAndAccounts = "guests and accounts", accounts, guests

    package var takesGuests: Bool { self != .accounts }
    package var takesAccounts: Bool { self != .guests }
}
