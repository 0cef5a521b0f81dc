/// A subject under which stories are found together.
package struct Topic: Sendable, Hashable {
    package let slug: Slug
    package let name: String

    package init(name: String) {
        self.name = name
        slug = Slug(headline: name)
    }

    package init(slug: Slug, name: String) {
        self.slug = slug
        self.name = name
    }
}
