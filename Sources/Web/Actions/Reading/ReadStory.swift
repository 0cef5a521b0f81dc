import Database
import Foundation
import Markup
import Newsroom
import Pages
import Storage

/// The story with its gallery and a page of its discussion.
enum ReadStory {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (page, mayBeCached) = try await page(exchange, typed: nil)
        let answer = Answer.page(page.html(in: exchange.site.context))
        guard mayBeCached else { return answer }
        let live: [Subject] = page.entries == nil ? [] : [.coverage(page.story.id)]
        return answer.cached(
            for: .story(page.story.id), .discussion(page.story.id), and: page.related.map { .story($0.id) } + live,
            until: page.discussion.state.end)
    }

    /// The values of the page. `typed` is a refused comment that is shown again with the reason. A page may
    /// be cached only if its key belongs to a comment that begins a thread, as in our own links.
    static func page(_ exchange: Exchange, typed: TypedComment?) async throws -> (StoryPage, mayBeCached: Bool) {
        let site = exchange.site
        let rule = site.settings.closing
        let now = site.clock.now
        return try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            let (order, key) = (try exchange.threadOrder(), try exchange.pageKey())
            let threads = try tx.threads(of: story.id, order: order, after: key)
            let state = try tx.discussionState(of: story.id, publishedAt: story.publishedAt, rule: rule, now: now)
            let discussion = Discussion(
                order: order, threads: threads.elements, after: key, next: threads.next,
                place: try key.map { try tx.place(after: $0, in: order, of: story.id) }, count: story.commentCount,
                state: state, updates: try tx.updates(of: story, since: threads.elements, after: key))
            let page = StoryPage(
                story: story, gallery: try tx.gallery(of: story.id),
                cards: try tx.cards(shownIn: story.current.body, of: story.id),
                related: try tx.relatedStories(of: story.id), corrections: try tx.corrections(of: story),
                entries: try story.coverage.map { try tx.entries(of: story.id, $0) }, discussion: discussion,
                closingReason: try tx.closingReason(of: story.id, state), typed: typed, now: now
            )
            return (page, try key.map { try tx.isListed($0, below: story.id) } ?? true)
        }
    }
}

extension Transaction {
    /// The cards of a story, if this text of it can show any. Runs no query for other texts.
    func cards(shownIn text: WireText?, of story: Story.ID) throws -> [LinkCard] {
        guard let text, Markdown.mayHaveCards(text.sent) else { return [] }
        return try cards(of: story)
    }
}

extension Exchange {
    func threadOrder() throws -> ThreadOrder {
        guard let text = query["order"] else { return .oldest }
        guard let order = ThreadOrder(rawValue: text) else { throw Refusal(.missing(.order)) }
        return order
    }
}

extension DiscussionState {
    /// The time at which the state changes without anybody's action.
    var end: Date? {
        if case .open(let end) = self { end } else { nil }
    }
}
