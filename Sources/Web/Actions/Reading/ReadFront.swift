import Database
import Markup
import Newsroom
import Pages
import Storage

enum ReadFront {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let key = try exchange.pageKey()
        let (stories, mayBeCached) = try await exchange.read { tx in
            (try tx.latestStories(after: key), try key.map(tx.isStory(at:)) ?? true)
        }
        let answer = Answer.page(FrontPage(stories: stories).html(in: exchange.site.context))
        return mayBeCached ? answer.cached(listing: stories.elements) : answer
    }
}

enum ReadTopic {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let key = try exchange.pageKey()
        let (topic, stories, mayBeCached) = try await exchange.read { tx in
            let topic = try exchange.topic(in: tx) { Address.topic($0, after: key) }
            let mayBeCached = try key.map { try tx.isStory(at: $0, in: topic.slug) } ?? true
            return (topic, try tx.stories(topic: topic.slug, after: key), mayBeCached)
        }
        let answer = Answer.page(TopicPage(topic: topic, stories: stories).html(in: exchange.site.context))
        return mayBeCached ? answer.cached(listing: stories.elements) : answer
    }
}

enum ReadTopics {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let topics = try await exchange.read { tx in try tx.usedTopics() }
        return Answer.page(TopicsPage(topics: topics).html(in: exchange.site.context)).cached(for: .lists)
    }
}

enum ReadPolicy {
    /// The page shows nothing of the database but the navigation.
    static func answer(_ exchange: Exchange) async throws -> Answer {
        try await exchange.read { _ in }
        return Answer.page(PolicyPage().html(in: exchange.site.context)).cached()
    }
}

extension Exchange {
    /// The key at which a page of a list begins; `nil` for the first page. Refuses an invalid key with
    /// `notFound`.
    func pageKey() throws -> PageKey? {
        guard let text = query["after"] else { return nil }
        guard let key = PageKey(text) else { throw Refusal(.missing(.page)) }
        return key
    }
}

extension Exchange {
    /// The topic that the address names. Refuses an unknown topic with `notFound`. A former slug redirects to `address`.
    func topic(in tx: Transaction, at address: (Topic) -> SafeURL) throws -> Topic {
        let slug = Slug(stored: path["topic"] ?? "")
        guard let topic = try tx.topic(slug) else { throw Refusal(.missing(.topic)) }
        // Compares bytes, as the database does.
        guard topic.slug.text.utf8.elementsEqual(slug.text.utf8) else {
            throw EarlyResponse(answer: .moved(address(topic)))
        }
        return topic
    }
}

extension Answer {
    /// A list of stories, cacheable until one of them or its number of comments changes.
    fileprivate func cached(listing stories: [StorySummary]) -> Answer {
        cached(for: .lists, and: stories.map { .discussion($0.id) })
    }
}
