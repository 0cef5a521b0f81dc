/// The parts of a page on another site that a card shows in the place of its address.
package struct LinkCard: Sendable, Hashable {
    package typealias ID = Identifier<LinkCard>

    /// The maximum number of cards of a story. Further addresses stay links.
    package static let most = 20

    /// The address as it is written in the story.
    package let address: String
    package let title: String
    package let description: String?
    /// The name that the site gives itself.
    package let site: String?
    /// The files of the picture; empty if the page has no usable one.
    package var renditions: [Rendition]

    package init(address: String, title: String, description: String?, site: String?, renditions: [Rendition]) {
        self.address = address
        self.title = title
        self.description = description
        self.site = site
        self.renditions = renditions
    }
}
