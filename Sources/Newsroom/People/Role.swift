/// A person's role at the newspaper. `permissions` says what each role may do. Roles have no order.
package enum Role: String, Sendable, Hashable, CaseIterable {
    /// Anyone without an account.
    case visitor
    /// A person with an account.
    case reader
    case reporter, moderator, editor, admin

    package static let ofStaff: [Role] = [.reporter, .moderator, .editor, .admin]

    /// Parses the name of a role that can be assigned. Refuses anything else with `invalid`.
    package static func accept(_ typed: String) throws(Refusal) -> Role {
        guard let role = Role(rawValue: typed.trimmed.lowercased()), ofStaff.contains(role) else {
            throw Refusal(.staff(.unknownRole), field: "role")
        }
        return role
    }
}
