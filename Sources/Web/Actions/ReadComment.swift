import Database
import Newsroom
import Pages
import Storage

/// One comment with what it answers and what was answered to it, and the form for an answer.
enum ReadComment {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.story()
        let id: Comment.ID = try exchange.identifier("comment")
        guard let page = try await page(id, story, exchange, typed: nil) else {
            throw Refusal.notFound("There is no such comment.")
        }
        return .page(page.html(in: exchange.site.edition))
    }

    /// The page's values; `nil` where the comment is not there, belongs to another story or is held and not by this browser.
    static func page(
        _ id: Comment.ID, _ story: Story, _ exchange: Exchange, typed: TypedComment?
    ) async throws -> CommentPage? {
        let site = exchange.site
        let key = try exchange.pageKey()
        let rule = site.settings.closing
        let now = site.clock.now
        let writer = exchange.writer?.hash
        return try await site.database.read { tx in
            guard let comment = try tx.comment(id), comment.story == story.id, comment.state != .held else {
                return nil
            }
            let thread = try key.map { try tx.thread(from: comment, after: $0) } ?? tx.surroundings(of: comment)
            let state = try tx.discussionState(of: story.id, publishedAt: story.publishedAt, rule: rule, now: now)
            let personal = try Personal.of(writer, typed: typed, story: story.id, now: now, in: tx)
            return CommentPage(
                story: story, comment: comment, thread: thread, state: state,
                closingReason: try tx.closingReason(of: story.id, state), personal: personal)
        }
    }
}
