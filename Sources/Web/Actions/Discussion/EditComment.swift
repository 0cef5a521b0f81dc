import Database
import Newsroom
import Operations
import Pages
import Storage

/// A commenter's edit of a comment, within five minutes.
enum EditComment {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let (comment, story) = try await editable(exchange)
        let page = EditCommentPage(
            story: story, comment: comment.id, revision: comment.revision, text: comment.text)
        return .page(page.html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        try exchange.form.requireText()
        let (comment, story) = try await exchange.site.newspaper.edit(
            try exchange.identifier("comment"), to: exchange.form["text"] ?? "", revision: exchange.revision,
            as: exchange.actor, by: exchange.commenter, from: exchange.source)
        return exchange.site.written(.seeOther(comment.place(on: story)))
    }

    private static func editable(_ exchange: Exchange) async throws -> (Comment, StoryReference) {
        let id: Comment.ID = try exchange.identifier("comment")
        let writer = exchange.commenter?.key ?? ""
        let (now, closing) = (exchange.site.clock.now, exchange.site.settings.closing)
        let found = try await exchange.read { tx in
            let comment = try tx.editableComment(id, writer: writer, closing: closing, now: now)
            return try tx.storyReference(comment.story).map { (comment, $0) }
        }
        guard let found else { throw Refusal(.missing(.story)) }
        return found
    }

    /// The form with the typed text. Only the commenter sees the stored text, and only if it has changed
    /// since they opened the form. Other visitors do not learn that a held comment exists.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let id: Comment.ID = try exchange.identifier("comment")
        let writer = exchange.commenter?.key ?? ""
        let found = try await exchange.read { tx in
            try tx.comment(id).flatMap { comment in
                try tx.storyReference(comment.story).map {
                    (comment, $0, isWriter: try tx.isWriter(writer, of: id), isShown: try tx.isShown(comment))
                }
            }
        }
        guard let (comment, story, isWriter, isShown) = found, isWriter || isShown else {
            throw refusal.kind == .notFound ? refusal : Refusal(.missing(.comment))
        }
        let page = EditCommentPage(
            story: story, comment: comment.id, revision: isWriter ? comment.revision : 0,
            text: exchange.form["text"] ?? "", refusal: refusal,
            current: isWriter && refusal.kind == .conflict ? comment.text : nil)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}

extension Exchange {
    /// The revision of the comment that the form was filled in for; `nil` if the form does not name one. An
    /// invalid value becomes -1, which no comment has.
    var revision: Comment.Revision? {
        guard form["revision"]?.isEmpty == false else { return nil }
        return form.word("revision").flatMap { Comment.Revision($0) } ?? -1
    }
}
