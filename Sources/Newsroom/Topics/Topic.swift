/// A subject under which stories are found together. It is known by its name; no other topic has its slug.
package struct Topic: Sendable, Hashable {
    package let slug: Slug
    package let name: String

    /// A topic with the slug that its name asks for; where another topic has that, it is stored with a number behind
    /// it.
    package init(name: String) {
        self.name = name
        slug = Slug(topic: name)
    }

    package init(slug: Slug, name: String) {
        self.slug = slug
        self.name = name
    }

    /// The form in which `Syria` and `SYRIA` are one topic.
    package var nameKey: String { name.foldedName }
}
