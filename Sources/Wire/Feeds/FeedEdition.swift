package import Foundation
package import Markup
package import Newsroom

/// The newest stories for a feed in any format.
package struct FeedEdition: Sendable {
    package struct Entry: Sendable {
        package let story: StorySummary
        /// The permanent name of the story: its absolute address without the headline. It stays the same if
        /// the address changes.
        package let id: SafeURL
        /// The absolute address of the story's page.
        package let url: SafeURL

        package init(story: StorySummary, id: SafeURL, url: SafeURL) {
            self.story = story
            self.id = id
            self.url = url
        }

        /// The texts of the story with the typography of its language.
        var headline: String { typography.text(story.headline.sent) }
        var byline: String? { story.byline.map { typography.text($0.sent) } }
        var summary: String {
            let summary = story.standfirst ?? (story.opening.isEmpty ? story.headline : story.opening)
            return typography.text(summary.sent)
        }

        private var typography: Typography { .of(story.language.tag) }
    }

    /// The name of the newspaper. It is also the author of stories without a byline.
    package let title: String
    package let subtitle: String?
    /// The absolute address of the front page.
    package let home: SafeURL
    /// The absolute address of this feed, in the format that is written.
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
