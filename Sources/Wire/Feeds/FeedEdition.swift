import Foundation
package import Markup
package import Newsroom

/// The newest stories, or the newest comments on a story, for a feed in any format.
package struct FeedEdition: Sendable {
    package let title: String
    package let subtitle: String?
    /// The name of the newspaper. It is also the author of stories without a byline.
    package let publisher: String
    /// The absolute address of the page that has the same content.
    package let home: SafeURL
    /// The absolute address of this feed, in the format that is written.
    package let address: SafeURL
    /// The absolute address of a square picture that stands for the newspaper.
    package let icon: SafeURL
    package let language: Language
    package let entries: [Entry]

    package init(
        title: String, subtitle: String? = nil, publisher: String, home: SafeURL, address: SafeURL, icon: SafeURL,
        language: Language, entries: [Entry]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.publisher = publisher
        self.home = home
        self.address = address
        self.icon = icon
        self.language = language
        self.entries = entries
    }

    /// When the latest entry changed, as the entry says it; 1970 in an empty feed.
    var updated: String { entries.map(\.distinctUpdate).max() ?? Date(timeIntervalSince1970: 0).rfc3339 }
}

extension FeedEdition {
    /// A story or a comment.
    package struct Entry: Sendable {
        /// The number of the story or the comment. It keeps the times of two entries apart.
        let number: Int64
        /// The permanent name: the absolute address without the headline. It stays the same if the address changes.
        let id: SafeURL
        /// The absolute address of the page.
        let url: SafeURL
        let title: String
        /// The names of the authors; empty if the newspaper is the author.
        let authors: [String]
        let language: Language
        let published: Date
        let updated: Date
        let summary: String
        /// The whole text, with absolute addresses; `nil` if the feed has only the summary.
        let content: HTML?
        var topics: [Topic] = []
        package var picture: Picture?
        /// The comment to which this one replies.
        var parent: Reference?
        /// The absolute address of the feed of the comments on this story.
        package var replies: SafeURL?
    }

    /// A picture file at its absolute address.
    package struct Picture: Sendable {
        let url: SafeURL
        let rendition: Rendition

        package init(url: SafeURL, rendition: Rendition) {
            self.url = url
            self.rendition = rendition
        }
    }

    /// Another entry, which this feed may not contain.
    package struct Reference: Sendable {
        let id: SafeURL
        let url: SafeURL

        package init(id: SafeURL, url: SafeURL) {
            self.id = id
            self.url = url
        }
    }
}

extension FeedEdition.Entry {
    /// A story, with the typography of its language. `opening` stands in for a missing standfirst.
    package init(story: Story, opening: WireText, at reference: FeedEdition.Reference, content: HTML?) {
        let typography = Typography.of(story.language.tag)
        let (headline, byline) = (story.current.headline, story.current.byline)
        self.init(
            number: story.id.number, id: reference.id, url: reference.url, title: typography.text(headline.sent),
            authors: byline.map { Byline.authors(in: typography.text($0.sent)).map(\.name) } ?? [],
            language: story.language, published: story.publishedAt, updated: story.updatedAt,
            summary: typography.text((story.current.standfirst ?? (opening.isEmpty ? headline : opening)).sent),
            content: content, topics: story.topics)
    }

    /// A comment. `author` is `nil` for the desk, which writes for the newspaper.
    package init(
        comment: Comment, titled title: String, by author: String?, in language: Language,
        at reference: FeedEdition.Reference, answering parent: FeedEdition.Reference?, content: HTML
    ) {
        self.init(
            number: comment.id.number, id: reference.id, url: reference.url, title: title,
            authors: author.map { [$0] } ?? [], language: language, published: comment.createdAt,
            updated: comment.editedAt ?? comment.createdAt,
            summary: Markdown.excerpt(ofComment: comment.text, limit: 200), content: content, parent: parent)
    }
}

extension FeedEdition.Entry {
    /// A correction. `title` makes the title from the headline, and `otherwise` stands in for a missing note.
    package init(
        correction: Correction, titled title: (_ headline: String) -> String, otherwise: String,
        at reference: FeedEdition.Reference
    ) {
        let typography = Typography.of(correction.story.language.tag)
        let note = correction.note.map { typography.text($0.sent) } ?? otherwise
        self.init(
            number: correction.story.id.number, id: reference.id, url: reference.url,
            title: title(typography.text(correction.story.headline.sent)), authors: [],
            language: correction.story.language, published: correction.at, updated: correction.at, summary: note,
            content: "<p>\(note)</p>")
    }
}

/// How much of each story a feed has.
package enum FeedLength: String, Sendable, CaseIterable { case full, summary }
