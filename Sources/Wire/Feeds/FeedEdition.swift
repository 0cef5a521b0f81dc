package import Foundation
package import Markup
package import Newsroom

/// The newest stories as a feed tells of them, whatever the format.
package struct FeedEdition: Sendable {
    package struct Entry: Sendable {
        package let story: StorySummary
        /// Names the story for good, also when its address changes: the absolute address without headline.
        package let id: SafeURL
        /// Where the story is read; absolute.
        package let url: SafeURL

        package init(story: StorySummary, id: SafeURL, url: SafeURL) {
            self.story = story
            self.id = id
            self.url = url
        }

        /// What the entry says of the story.
        var summary: String { story.standfirst ?? (story.opening.isEmpty ? story.headline : story.opening) }
    }

    /// The name of the house; stands in for the author of a story without a byline.
    package let title: String
    package let subtitle: String?
    /// The front page; absolute.
    package let home: SafeURL
    /// The feed itself, in the format that is written; absolute.
    package let address: SafeURL
    package let updated: Date
    package let language: Language
    package let entries: [Entry]

    package init(
        title: String, subtitle: String?, home: SafeURL, address: SafeURL, updated: Date, language: Language,
        entries: [Entry]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.home = home
        self.address = address
        self.updated = updated
        self.language = language
        self.entries = entries
    }
}
