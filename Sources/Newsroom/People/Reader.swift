/// A person with an account.
package struct Reader: Sendable, Hashable {
    package typealias ID = Identifier<Reader>

    package let id: ID
    package let name: String

    package init(id: ID, name: String) {
        self.id = id
        self.name = name
    }
}
