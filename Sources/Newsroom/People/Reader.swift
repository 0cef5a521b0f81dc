/// A person with an account who is not on the staff.
package struct Reader: Sendable, Hashable {
    package let id: Person.ID
    package let name: String
    package let email: String

    package init(id: Person.ID, name: String, email: String) {
        self.id = id
        self.name = name
        self.email = email
    }
}
