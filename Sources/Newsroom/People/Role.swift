/// The part that somebody plays at the newspaper. `permissions` says what each role may do; roles have no order.
package enum Role: String, Sendable, Hashable, CaseIterable {
    /// Anybody, known or not.
    case visitor
    /// Somebody with an account.
    case reader
    case reporter, moderator, editor, admin

    package static let ofStaff: [Role] = [.reporter, .moderator, .editor, .admin]

    /// The roles that an operator can give. A reporter's comes with the desk on which stories are written.
    package static let given: [Role] = [.moderator, .editor, .admin]

    /// Takes the name of a role that can be given. Refuses everything else with `invalid`.
    package static func accept(_ typed: String) throws(Refusal) -> Role {
        guard let role = Role(rawValue: typed.trimmed.lowercased()), given.contains(role) else {
            throw Refusal(.staff(.unknownRole), field: "role")
        }
        return role
    }
}
