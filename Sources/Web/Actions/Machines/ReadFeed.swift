import Markup
import Database
import Foundation
import Newsroom
import Pages
import Storage
import Wire

/// The latest stories, for feed readers.
enum ReadFeed {
    static func atom(_ exchange: Exchange) async throws -> Answer {
        let edition = try await edition(exchange, at: Address.atom)
        return Answer(type: AtomFeed.mediaType, body: AtomFeed.document(edition).bytes).cached(for: .lists)
    }

    static func json(_ exchange: Exchange) async throws -> Answer {
        let edition = try await edition(exchange, at: Address.jsonFeed)
        return Answer(type: JSONFeed.mediaType, body: Array(try JSONFeed.document(edition))).cached(for: .lists)
    }

    private static func edition(_ exchange: Exchange, at address: SafeURL) async throws -> FeedEdition {
        let pages = exchange.site.context
        let stories = try await exchange.read { tx in try tx.latestStories().elements }
        let entries = stories.map { story in
            FeedEdition.Entry(
                story: story, id: SafeURL(path: ["stories", story.id.description]).absolute(below: pages.base),
                url: Address.story(story.reference).absolute(below: pages.base))
        }
        return FeedEdition(
            title: pages.house.name, subtitle: pages.house.tagline, home: Address.front.absolute(below: pages.base),
            address: address.absolute(below: pages.base),
            updated: stories.map(\.updatedAt).max() ?? Date(timeIntervalSince1970: 0), language: pages.house.language,
            entries: entries)
    }
}

/// The pages that search engines may know of.
enum ReadSitemap {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let base = exchange.site.context.base
        let (stories, topics) = try await exchange.read { tx in
            (try tx.storiesForSitemap(limit: Sitemap.mostPages), try tx.usedTopics(limit: 1_000).map(\.topic))
        }
        let fixed = [Address.front, Address.policy].map { ($0, nil as Date?) }
        let pages =
            fixed + topics.map { (Address.topic($0), nil) } + stories.map { (Address.story($0.story), $0.updatedAt) }
        let document = Sitemap.document(
            pages.map { Sitemap.Page(url: $0.0.absolute(below: base), lastModified: $0.1) })
        return Answer(type: Sitemap.mediaType, body: document.bytes).cached(for: .lists)
    }
}

/// What a phone needs to put the site on its home screen.
enum ReadManifest {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let house = exchange.site.context.house
        let icons = [(Assets.touchIcon, Assets.touchIconSide), (Assets.logo, Assets.logoSide)].map { asset, side in
            WebManifest.Icon(address: asset.address, side: side, mediaType: asset.mediaType)
        }
        let manifest = WebManifest(
            name: house.name, language: house.language.tag, direction: house.language.direction.rawValue,
            backgroundColor: SiteContext.paper, icons: icons)
        return Answer(type: WebManifest.mediaType, body: Array(try manifest.document())).cached()
    }
}

enum ReadRobots {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let sitemap = SafeURL(path: ["sitemap.xml"]).absolute(below: exchange.site.context.base)
        let text = """
            User-agent: *
            Disallow: /desk
            Disallow: /sign-in
            Disallow: /reports/
            Disallow: /comments/

            Sitemap: \(sitemap)

            """
        return Answer(type: "text/plain; charset=utf-8", body: Array(text.utf8)).cached()
    }
}
