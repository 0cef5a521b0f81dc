package import Foundation

/// A story as readers see it: one address, and the current version.
package struct Story: Sendable, Hashable {
    package typealias ID = Identifier<Story>

    package let id: ID
    /// The agency's identifier (NewsML-G2 `guid`); `nil` for a story that was written here.
    package let guid: String?
    package let slug: Slug
    package let language: Language
    package let publishedAt: Date
    /// When the current version was made; equal to `publishedAt` until there is a second version.
    package let updatedAt: Date
    package let current: Version
    package let topics: [Topic]
    /// Published comments only.
    package let commentCount: Int
    package let withdrawal: Withdrawal?
    /// The number of the latest change that the story's pages show, whether of the story or of the newspaper;
    /// see `Change`.
    package let lastChange: Int64
    /// `nil` if the story was never live.
    package let coverage: Coverage?

    package init(
        id: ID, guid: String?, slug: Slug, language: Language, publishedAt: Date, updatedAt: Date, current: Version,
        topics: [Topic], commentCount: Int, withdrawal: Withdrawal? = nil, lastChange: Int64 = 0,
        coverage: Coverage? = nil
    ) {
        self.id = id
        self.guid = guid
        self.slug = slug
        self.language = language
        self.publishedAt = publishedAt
        self.updatedAt = updatedAt
        self.current = current
        self.topics = topics
        self.commentCount = commentCount
        self.withdrawal = withdrawal
        self.lastChange = lastChange
        self.coverage = coverage
    }

    /// Whether the current version is newer than the first publication.
    package var isUpdated: Bool { updatedAt > publishedAt }

    /// Whether there is an earlier version to compare with. An agency may deliver a later version first.
    package var hasEarlierVersions: Bool { current.number > 1 }
}

/// A story in a list: the fields that a front page, a topic page or a feed shows.
package struct StorySummary: Sendable, Hashable {
    package let id: Story.ID
    package let slug: Slug
    package let language: Language
    package let headline: WireText
    package let standfirst: WireText?
    /// The first paragraph as plain text, for stories without a standfirst.
    package let opening: WireText
    package let dateline: Dateline?
    package let byline: WireText?
    package let publishedAt: Date
    package let updatedAt: Date
    package let commentCount: Int
    package var picture: Picture?
    /// Whether the live coverage of the story goes on.
    package var isLive = false

    package init(
        id: Story.ID, slug: Slug, language: Language, headline: String, standfirst: String?, opening: String,
        dateline: Dateline?, byline: String?, publishedAt: Date, updatedAt: Date, commentCount: Int,
        picture: Picture?
    ) {
        self.id = id
        self.slug = slug
        self.language = language
        self.headline = WireText(headline)
        self.standfirst = standfirst.map { WireText($0) }
        self.opening = WireText(opening)
        self.dateline = dateline
        self.byline = byline.map { WireText($0) }
        self.publishedAt = publishedAt
        self.updatedAt = updatedAt
        self.commentCount = commentCount
        self.picture = picture
    }
}

/// A withdrawn story in a list of the desk.
package struct WithdrawnSummary: Sendable, Hashable {
    package let story: StorySummary
    package let at: Date

    package init(story: StorySummary, at: Date) {
        self.story = story
        self.at = at
    }
}
