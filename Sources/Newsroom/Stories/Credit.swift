/// One part of a sign-off: a person's role in a story, and the place.
package struct Credit: Sendable, Hashable, Codable {
    /// The role as the sign-off names it, capitalized: `Additional reporting`, `Writing`, `Editing`.
    package let role: String
    package let person: String
    package let place: String?

    package init(role: String, person: String, place: String? = nil) {
        self.role = role
        self.person = person
        self.place = place
    }
}
