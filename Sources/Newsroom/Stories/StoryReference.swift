/// Just enough of a story to name it and link to it.
package struct StoryReference: Sendable, Hashable {
    package let id: Story.ID
    package let slug: Slug
    package let headline: WireText
    package let language: Language

    package init(id: Story.ID, slug: Slug, headline: String, language: Language) {
        self.id = id
        self.slug = slug
        self.headline = WireText(headline)
        self.language = language
    }
}

extension Story {
    package var reference: StoryReference {
        StoryReference(id: id, slug: slug, headline: current.headline.sent, language: language)
    }
}

extension StorySummary {
    package var reference: StoryReference {
        StoryReference(id: id, slug: slug, headline: headline.sent, language: language)
    }
}
