import Database
import Newsroom
import Pages
import Storage

/// One comment with the comments that it replies to, its own replies, and the form for a reply.
enum ReadComment {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (page, mayBeCached) = try await page(nil, exchange, typed: nil)
        let answer = Answer.page(page.html(in: exchange.site.context))
        guard mayBeCached else { return answer }
        return answer.cached(
            for: .story(page.story.id), .discussion(page.story.id), until: page.state.end)
    }

    /// The values of the page. Refuses with `notFound` if the comment does not exist, belongs to another story,
    /// is held, or was removed by its author before readers saw it.
    static func page(
        _ id: Comment.ID?, _ exchange: Exchange, typed: TypedComment?
    ) async throws -> (CommentPage, mayBeCached: Bool) {
        let site = exchange.site
        let rule = site.settings.closing
        let now = site.clock.now
        return try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            let key = try exchange.pageKey()
            guard let comment = try tx.comment(try id ?? exchange.identifier("comment")), comment.story == story.id,
                try tx.isShown(comment)
            else { throw Refusal(.missing(.comment)) }
            let thread = try tx.surroundings(of: comment, after: key)
            let state = try tx.discussionState(of: story.id, publishedAt: story.publishedAt, rule: rule, now: now)
            let page = CommentPage(
                story: story, comment: comment, thread: thread,
                updates: try tx.updates(of: story, since: [thread]), state: state,
                closingReason: try tx.closingReason(of: story.id, state), typed: typed, now: now)
            return (page, try key.map { try tx.isListed($0, below: comment) } ?? true)
        }
    }
}
