import Database
import Newsroom
import Operations
import Pages
import Storage

/// A commenter deletes a comment, or asks for its removal after the time for that. The same page says what became of it.
enum DeleteComment {
    static func form(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, nil).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let comment: Comment.ID = try exchange.identifier("comment")
        try await exchange.site.newspaper.delete(
            comment, asks: exchange.form.word("ask") == "yes", as: exchange.actor, by: exchange.commenter,
            from: exchange.source)
        return exchange.site.written(.seeOther(Address.delete(comment)))
    }

    /// The form again, for example because the time ran out while it was open.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        .refusing(refusal, try await page(exchange, refusal).html(in: exchange.site.context.refused))
    }

    private static func page(_ exchange: Exchange, _ refusal: Refusal?) async throws -> DeleteCommentPage {
        let id: Comment.ID = try exchange.identifier("comment")
        let (writer, now) = (exchange.commenter?.key ?? "", exchange.site.clock.now)
        let page = try await exchange.read { tx in
            let (comment, removal) = try tx.ownRemoval(of: id, writer: writer, now: now)
            return try tx.story(comment.story).map { story in
                DeleteCommentPage(
                    story: story.withdrawal == nil ? story.reference : nil, comment: comment, removal: removal,
                    refusal: refusal)
            }
        }
        guard let page else { throw Refusal(.missing(.story)) }
        return page
    }
}
