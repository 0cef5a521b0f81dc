/// Who did what for a story, and from where: one part of a sign-off.
package struct Credit: Sendable, Hashable {
    /// As the sign-off names it, with a capital: `Additional reporting`, `Writing`, `Editing`.
    package let role: String
    package let person: String
    package let place: String?

    package init(role: String, person: String, place: String? = nil) {
        self.role = role
        self.person = person
        self.place = place
    }
}
