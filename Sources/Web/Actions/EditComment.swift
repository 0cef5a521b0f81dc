import Markup
import Database
import Newsroom
import Pages
import Storage

/// A writer's change of a comment, within five minutes.
enum EditComment {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let (comment, story) = try await editable(exchange)
        let page = EditCommentPage(story: story, comment: comment.id, text: comment.text)
        return .page(page.html(in: exchange.site.edition))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        let id: Comment.ID = try exchange.identifier("comment")
        let typed = exchange.form["text"] ?? ""
        do {
            try exchange.form.requireText()
            let text = try CommentDraft.textRule.accept(typed)
            let writer = exchange.writer?.hash ?? ""
            let now = site.clock.now
            let (comment, story) = try await site.write { tx in
                let comment = try tx.edit(id, to: text, writer: writer, now: now)
                return (comment, try tx.storyReference(comment.story))
            }
            guard let story else { throw Refusal.notFound("There is no such story.") }
            return site.written(.seeOther(comment.place(on: story)))
        } catch {
            return try await site.formAgain(error) { try await formAgain(id, typed, $0, exchange) }
        }
    }

    private static func editable(_ exchange: Exchange) async throws -> (Comment, StoryReference) {
        let id: Comment.ID = try exchange.identifier("comment")
        let writer = exchange.writer?.hash ?? ""
        let now = exchange.site.clock.now
        let found = try await exchange.read { tx in
            let comment = try tx.editableComment(id, writer: writer, now: now)
            return try tx.storyReference(comment.story).map { (comment, $0) }
        }
        guard let found else { throw Refusal.notFound("There is no such story.") }
        return found
    }

    /// The form with what was typed, for whoever typed it; the stored text is not in it.
    private static func formAgain(
        _ id: Comment.ID, _ typed: String, _ refusal: Refusal, _ exchange: Exchange
    ) async throws -> Answer {
        let found = try await exchange.read { tx in
            try tx.comment(id).flatMap { comment in try tx.storyReference(comment.story).map { (comment, $0) } }
        }
        guard let (comment, story) = found else { throw refusal }
        let page = EditCommentPage(story: story, comment: comment.id, text: typed, refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.edition))
    }
}
