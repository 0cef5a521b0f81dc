import Database
import Newsroom
import Pages
import Storage

enum ReadFront {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let key = try exchange.pageKey()
        let (stories, topics) = try await exchange.site.database.read { tx in
            (try tx.latestStories(after: key), try tx.topics())
        }
        return .page(FrontPage(stories: stories, topics: topics).html(in: exchange.site.edition))
    }
}

enum ReadTopic {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let slug = Slug(stored: exchange.path["topic"] ?? "")
        let key = try exchange.pageKey()
        let found = try await exchange.site.database.read { tx in
            try tx.topic(slug).map { ($0, try tx.stories(topic: slug, after: key)) }
        }
        guard let (topic, stories) = found else { throw Refusal.notFound("There is no such topic.") }
        return .page(TopicPage(topic: topic, stories: stories).html(in: exchange.site.edition))
    }
}

enum ReadPolicy {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        .page(PolicyPage().html(in: exchange.site.edition))
    }
}

extension Exchange {
    /// Where a page of a list begins; `nil` for the first. Refuses with `notFound` a key that is none.
    func pageKey() throws -> PageKey? {
        guard let text = query["after"] else { return nil }
        guard let key = PageKey(text) else { throw Refusal.notFound("There is no such page.") }
        return key
    }
}
