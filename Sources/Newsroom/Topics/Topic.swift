/// A subject that groups stories. A topic is identified by its name; no two topics share a slug.
package struct Topic: Sendable, Hashable, Codable {
    package let slug: Slug
    package let name: String

    /// Makes a topic with the slug for its name. If another topic has that slug, the stored topic gets a
    /// number after it.
    package init(name: String) {
        self.name = name
        slug = Slug(topic: name)
    }

    package init(slug: Slug, name: String) {
        self.slug = slug
        self.name = name
    }

    /// The same for all spellings of a name, so that `Syria` and `SYRIA` are one topic.
    package var nameKey: String { name.foldedName }
}
