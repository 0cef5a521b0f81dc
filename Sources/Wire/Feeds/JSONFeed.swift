package import Foundation
import Markup
import Newsroom

/// The edition as a JSON Feed, version 1.1 (jsonfeed.org).
package enum JSONFeed {
    package static let mediaType = "application/feed+json; charset=utf-8"

    package static func document(_ edition: FeedEdition) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Feed(edition))
    }

    struct Feed: Codable {
        let version: String
        let title: String
        let description: String?
        let homePageURL: String
        let feedURL: String
        let icon: String
        let language: String
        let authors: [Author]
        let items: [Item]

        init(_ edition: FeedEdition) {
            version = "https://jsonfeed.org/version/1.1"
            title = edition.title
            description = edition.subtitle
            homePageURL = edition.home.text
            feedURL = edition.address.text
            icon = edition.icon.text
            language = edition.language.tag
            authors = [Author(name: edition.publisher)]
            items = edition.entries.map(Item.init)
        }

        enum CodingKeys: String, CodingKey {
            case version, title, description, icon, language, authors, items
            case homePageURL = "home_page_url"
            case feedURL = "feed_url"
        }
    }

    struct Author: Codable, Equatable {
        let name: String
    }

    struct Item: Codable {
        let id: String
        let url: String
        let title: String
        let summary: String?
        /// An item has its whole text as HTML or, failing that, its summary as plain text.
        let html: String?
        let text: String?
        let image: String?
        let published: String
        let modified: String
        /// Left out if the newspaper is the author, which the feed states once.
        let authors: [Author]?
        let tags: [String]?
        let language: String

        init(_ entry: FeedEdition.Entry) {
            id = entry.id.text
            url = entry.url.text
            title = entry.title
            html = entry.content?.string
            summary = html == nil ? nil : entry.summary
            text = html == nil ? entry.summary : nil
            image = entry.picture?.url.text
            published = entry.published.rfc3339
            modified = entry.updated.rfc3339
            authors = entry.authors.isEmpty ? nil : entry.authors.map { Author(name: $0) }
            tags = entry.topics.isEmpty ? nil : entry.topics.map(\.name)
            language = entry.language.tag
        }

        enum CodingKeys: String, CodingKey {
            case id, url, title, summary, image, authors, tags, language
            case html = "content_html"
            case text = "content_text"
            case published = "date_published"
            case modified = "date_modified"
        }
    }
}
