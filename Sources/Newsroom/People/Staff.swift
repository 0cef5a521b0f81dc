/// A member of staff.
package struct Staff: Sendable, Hashable {
    package typealias ID = Person.ID

    package let id: ID
    package let email: String
    package let name: String
    package let role: Role

    package init(id: ID, email: String, name: String, role: Role) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
    }

    package static let nameRule = TextRule(.staffName, field: "name", minimum: 2, maximum: 80)

    package func may(_ permission: Permission) -> Bool { role.permissions.contains(permission) }
}

extension Refusal {
    /// The same refusal for a wrong password, an unknown address and a removed member of staff.
    package static let wrongPassword = Refusal(.signIn(.wrongPassword), field: "password")
}
