import Database
import Foundation
import Markup
import Newsroom
import Pages
import Storage
import Wire

/// The latest stories of the newspaper or of a topic, for feed readers.
enum ReadFeed {
    static func atom(_ exchange: Exchange) async throws -> Answer { .atom(try await house(exchange, at: Address.atom)) }

    static func json(_ exchange: Exchange) async throws -> Answer {
        try .json(try await house(exchange, at: Address.jsonFeed))
    }

    static func topicAtom(_ exchange: Exchange) async throws -> Answer {
        .atom(try await topic(exchange) { Address.atom(of: $0) })
    }

    static func topicJSON(_ exchange: Exchange) async throws -> Answer {
        try .json(try await topic(exchange) { Address.jsonFeed(of: $0) })
    }

    static func correctionsAtom(_ exchange: Exchange) async throws -> Answer {
        .atom(try await corrections(exchange, at: Address.correctionsAtom))
    }

    static func correctionsJSON(_ exchange: Exchange) async throws -> Answer {
        try .json(try await corrections(exchange, at: Address.correctionsJSON))
    }

    private static func corrections(_ exchange: Exchange, at address: SafeURL) async throws -> FeedEdition {
        let context = exchange.site.context
        let words = context.words.corrections
        let corrections = try await exchange.read { tx in try tx.corrections().elements }
        let entries = corrections.map { correction in
            FeedEdition.Entry(
                correction: correction, titled: { words.feedTitle(words.name(correction.act), $0) },
                otherwise: words.byAgency, at: context.reference(to: correction))
        }
        return FeedEdition(
            context, title: "\(words.title) – \(context.house.name)", subtitle: words.description(context.house.name),
            home: Address.corrections, at: address, entries: entries)
    }

    private static func house(_ exchange: Exchange, at address: SafeURL) async throws -> FeedEdition {
        let context = exchange.site.context
        let entries = try await exchange.read { tx in try tx.feedEntries(tx.latestStories().elements, exchange) }
        return FeedEdition(
            context, title: context.house.name, subtitle: context.house.tagline, home: Address.front, at: address,
            entries: entries)
    }

    private static func topic(
        _ exchange: Exchange, at address: @Sendable @escaping (Topic) -> SafeURL
    ) async throws -> FeedEdition {
        let context = exchange.site.context
        let (topic, entries) = try await exchange.read { tx in
            let topic = try exchange.topic(in: tx, at: address)
            return (topic, try tx.feedEntries(tx.stories(topic: topic.slug).elements, exchange))
        }
        return FeedEdition(
            context, title: "\(topic.name) – \(context.house.name)",
            subtitle: context.words.lists.topicDescription(topic.name, context.house.name),
            home: Address.topic(topic), at: address(topic), entries: entries)
    }
}

/// The latest comments on a story, for feed readers.
enum ReadDiscussionFeed {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let context = exchange.site.context
        let (story, comments) = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            return (story, try tx.latestComments(of: story.id))
        }
        let entries = comments.map { comment in
            let shown = FeedComment(comment: comment, story: story)
            return FeedEdition.Entry(
                comment: comment, titled: shown.title(in: context),
                by: comment.isByDesk ? nil : context.name(of: comment),
                in: story.language, at: context.reference(to: comment.id, on: story.reference),
                answering: comment.parent.map { context.reference(to: $0, on: story.reference) },
                content: shown.html(in: context))
        }
        let headline = Typography.of(story.language.tag).text(story.current.headline.sent)
        let edition = FeedEdition(
            context, title: context.words.discussion.feed(headline), subtitle: context.house.disclaimer,
            home: Address.story(story.reference), at: Address.atom(of: story.reference), entries: entries)
        return .atom(edition).cached(for: .story(story.id), .discussion(story.id))
    }
}

extension Answer {
    fileprivate static func atom(_ edition: FeedEdition) -> Answer {
        Answer(type: AtomFeed.mediaType, body: AtomFeed.document(edition).bytes).cached(for: .lists)
    }

    fileprivate static func json(_ edition: FeedEdition) throws -> Answer {
        Answer(type: JSONFeed.mediaType, body: Array(try JSONFeed.document(edition))).cached(for: .lists)
    }
}

extension Transaction {
    /// The bytes of whole texts in a feed. Stories after them have only their summaries.
    private static var mostFeedText: Int { 1 << 20 }

    /// Reads each story whole. All readers share a feed, so that happens once after each change of the lists.
    fileprivate func feedEntries(_ stories: [StorySummary], _ exchange: Exchange) throws -> [FeedEdition.Entry] {
        let (context, length) = (exchange.site.context, exchange.site.settings.feedLength)
        var rest = length == .full ? Self.mostFeedText : 0
        return try stories.compactMap { summary in
            guard let story = try self.story(summary.id) else { return nil }
            let text = FeedText(story: story, gallery: try gallery(of: story.id))
            rest -= story.current.body.sent.utf8.count
            var entry = FeedEdition.Entry(
                story: story, opening: summary.opening, at: context.reference(to: story.reference),
                content: rest > 0 ? text.html(in: context) : nil)
            entry.picture = text.picture.map {
                FeedEdition.Picture(url: context.absolute(Address.rendition($0)), rendition: $0)
            }
            entry.replies = context.absolute(Address.atom(of: story.reference))
            return entry
        }
    }
}

extension FeedEdition {
    fileprivate init(
        _ context: SiteContext, title: String, subtitle: String?, home: SafeURL, at address: SafeURL, entries: [Entry]
    ) {
        self.init(
            title: title, subtitle: subtitle, publisher: context.house.name, home: context.absolute(home),
            address: context.absolute(address), icon: context.absolute(Assets.touchIcon.address),
            language: context.house.language, entries: entries)
    }
}

extension SiteContext {
    fileprivate func reference(to story: StoryReference) -> FeedEdition.Reference {
        FeedEdition.Reference(id: absolute(Address.storyNumber(story.id)), url: absolute(Address.story(story)))
    }

    fileprivate func reference(to correction: Correction) -> FeedEdition.Reference {
        let part = "correction-\(correction.version)"
        return FeedEdition.Reference(
            id: absolute(Address.storyNumber(correction.story.id).fragment(part)),
            url: absolute(Address.story(correction.story).fragment(part)))
    }

    fileprivate func reference(to comment: Comment.ID, on story: StoryReference) -> FeedEdition.Reference {
        FeedEdition.Reference(
            id: absolute(Address.storyNumber(story.id).fragment("comment-\(comment)")),
            url: absolute(Address.comment(story, comment)))
    }
}
