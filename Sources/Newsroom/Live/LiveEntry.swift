package import Foundation

/// An entry of a live story, as readers see it.
package struct LiveEntry: Sendable, Hashable {
    package typealias ID = Identifier<LiveEntry>

    /// The number of entries on a page.
    package static let pageSize = 20
    /// The number of key points that a story may have at a time.
    package static let mostKeyPoints = 10

    package let id: ID
    package let story: Story.ID
    package let createdAt: Date
    package let author: Person.ID
    /// The name of the author when the entry was added.
    package let authorName: String
    package let headline: WireText?
    /// CommonMark, like the text of a story.
    package let text: WireText
    package let isKeyPoint: Bool
    package let editedAt: Date?
    /// Counts the edits.
    package let revision: Int

    package init(
        id: ID, story: Story.ID, createdAt: Date, author: Person.ID, authorName: String, headline: String? = nil,
        text: String, isKeyPoint: Bool = false, editedAt: Date? = nil, revision: Int = 0
    ) {
        self.id = id
        self.story = story
        self.createdAt = createdAt
        self.author = author
        self.authorName = authorName
        self.headline = headline.map { WireText($0) }
        self.text = WireText(text)
        self.isKeyPoint = isKeyPoint
        self.editedAt = editedAt
        self.revision = revision
    }
}

/// The words of an entry, checked.
package struct LiveEntryDraft: Sendable, Hashable {
    package static let headlineRule = TextRule(.headline, field: "headline", maximum: 150)
    package static let textRule = TextRule(.liveEntry, field: "text", minimum: 1, maximum: 5_000, multiline: true)

    package let headline: String?
    package let text: String

    /// Refuses with `invalid` a text that is empty, too long or unprintable, and such a headline.
    package init(headline: String?, text: String) throws(Refusal) {
        self.text = try Self.textRule.accept(text)
        self.headline = try Self.headlineRule.acceptOptional(headline)
    }
}

/// A page of the entries of a live story, with its key points.
package struct LiveEntries: Sendable {
    package let coverage: Coverage
    package let keyPoints: [LiveEntry]
    /// In the order of the coverage.
    package let entries: [LiveEntry]
    /// The entry after which the page begins; `nil` for the first page.
    package let after: LiveEntry.ID?
    /// The entry after which the page before this one begins; `nil` if that is the first page.
    package let previous: LiveEntry.ID?
    /// Whether more entries follow.
    package let hasMore: Bool

    package init(
        coverage: Coverage, keyPoints: [LiveEntry], entries: [LiveEntry], after: LiveEntry.ID? = nil,
        previous: LiveEntry.ID? = nil, hasMore: Bool = false
    ) {
        self.coverage = coverage
        self.keyPoints = keyPoints
        self.entries = entries
        self.after = after
        self.previous = previous
        self.hasMore = hasMore
    }

    /// The entry after which the next page begins.
    package var next: LiveEntry.ID? { hasMore ? entries.last?.id : nil }
}

/// An entry with the entries before and after it in time.
package struct PlacedEntry: Sendable {
    package let entry: LiveEntry
    package let earlier: LiveEntry.ID?
    package let later: LiveEntry.ID?

    package init(entry: LiveEntry, earlier: LiveEntry.ID?, later: LiveEntry.ID?) {
        self.entry = entry
        self.earlier = earlier
        self.later = later
    }
}
