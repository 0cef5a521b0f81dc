import Database
import Newsroom
import Pages
import Storage

/// The story with its gallery and a page of its discussion.
enum ReadStory {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.story()
        return .page(try await page(story, exchange, typed: nil).html(in: exchange.site.edition))
    }

    /// The page's values; `typed` is a comment that was refused and comes back with the reason.
    static func page(_ story: Story, _ exchange: Exchange, typed: TypedComment?) async throws -> StoryPage {
        let site = exchange.site
        let order = try exchange.threadOrder()
        let key = try exchange.pageKey()
        let rule = site.settings.closing
        let now = site.clock.now
        let writer = exchange.writer?.hash
        let isStaff = exchange.session != nil
        return try await site.database.read { tx in
            let threads = try tx.threads(of: story.id, order: order, after: key)
            let state = try tx.discussionState(of: story.id, publishedAt: story.publishedAt, rule: rule, now: now)
            let discussion = Discussion(
                order: order, threads: threads.elements, next: threads.next, count: story.commentCount, state: state)
            let personal = try Personal.of(writer, typed: typed, story: story.id, now: now, in: tx)
            return StoryPage(
                story: story, gallery: try tx.gallery(of: story.id), related: try tx.relatedStories(of: story.id),
                discussion: discussion, closingReason: try tx.closingReason(of: story.id, state), personal: personal,
                showsUsageTerms: isStaff)
        }
    }
}

extension Exchange {
    func threadOrder() throws -> ThreadOrder {
        guard let text = query["order"] else { return .oldest }
        guard let order = ThreadOrder(rawValue: text) else { throw Refusal.notFound("There is no such order.") }
        return order
    }
}
