import Database
import Foundation
import Markup
import Newsroom
import Pages
import Storage
import Wire

/// The pages that search engines may know of. A newspaper with many stories has an index, and a sitemap for each
/// range of story numbers. Ranges of older stories stay the same.
enum ReadSitemap {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let context = exchange.site.context
        let document = try await exchange.read { tx in
            let count = max(1, (try tx.lastStoryNumber() + Sitemap.mostStories - 1) / Sitemap.mostStories)
            guard let text = exchange.query[Parameter.part.rawValue] else {
                return count == 1
                    ? try sitemap(1, in: tx, context)
                    : Sitemap.index(of: (1...count).map { context.absolute(Address.sitemap(part: $0)) })
            }
            guard let part = Int64(text), (1...count).contains(part), String(part) == text else {
                throw Refusal(.missing(.page))
            }
            return try sitemap(part, in: tx, context)
        }
        return Answer(type: Sitemap.mediaType, body: document.bytes).cached(for: .lists)
    }

    /// The first sitemap also has the front page, the policy and the topics.
    private static func sitemap(_ part: Int64, in tx: Transaction, _ context: SiteContext) throws -> HTML {
        let first = (part - 1) * Sitemap.mostStories + 1
        let stories = try tx.storiesForSitemap(numbered: first...(first + Sitemap.mostStories - 1))
        let others =
            part == 1
            ? [Address.front, Address.policy]
                + (try tx.usedTopics(limit: Sitemap.mostTopics).map { Address.topic($0.topic) })
            : []
        let pages = others.map { ($0, nil as Date?) } + stories.map { (Address.story($0.story), $0.updatedAt) }
        return Sitemap.document(
            pages.map { Sitemap.Page(url: context.absolute($0.0), lastModified: $0.1) })
    }
}

/// The stories of the last two days, for news search engines.
enum ReadNewsSitemap {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (context, now) = (exchange.site.context, exchange.site.clock.now)
        let stories = try await exchange.read { tx in
            try tx.stories(publishedAfter: now - NewsSitemap.span, limit: NewsSitemap.mostStories)
        }
        let document = NewsSitemap.document(
            stories.map { story, publishedAt in
                NewsSitemap.Story(
                    story, url: context.absolute(Address.story(story)), publishedAt: publishedAt)
            }, of: context.house.name)
        return Answer(type: Sitemap.mediaType, body: document.bytes)
            .cached(for: .lists, until: stories.last.map { $0.publishedAt + NewsSitemap.span })
    }
}
