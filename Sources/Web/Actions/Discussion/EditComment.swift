import Database
import Newsroom
import Pages
import Storage

/// A writer's change of a comment, within five minutes.
enum EditComment {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let (comment, story) = try await editable(exchange)
        let page = EditCommentPage(
            story: story, comment: comment.id, revision: comment.revision, text: comment.text)
        return .page(page.html(in: exchange.site.edition))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        let id: Comment.ID = try exchange.identifier("comment")
        let typed = exchange.form["text"] ?? ""
        do {
            try exchange.form.requireText()
            let edit = CommentEdit(
                comment: id, text: try CommentDraft.textRule.accept(typed), revision: exchange.revision,
                writer: exchange.writer?.hash ?? "", source: exchange.source, now: site.clock.now)
            let rules = site.settings.postingRules
            let (comment, story) = try await site.write { tx in
                let comment = try tx.edit(edit, rules: rules)
                return (comment, try tx.storyReference(comment.story))
            }
            guard let story else { throw Refusal(.missing(.story)) }
            return site.written(.seeOther(comment.place(on: story)))
        } catch {
            return try await site.formAgain(error) { try await formAgain(id, typed, $0, exchange) }
        }
    }

    private static func editable(_ exchange: Exchange) async throws -> (Comment, StoryReference) {
        let id: Comment.ID = try exchange.identifier("comment")
        let writer = exchange.writer?.hash ?? ""
        let (now, closing) = (exchange.site.clock.now, exchange.site.settings.closing)
        let found = try await exchange.read { tx in
            let comment = try tx.editableComment(id, writer: writer, closing: closing, now: now)
            return try tx.storyReference(comment.story).map { (comment, $0) }
        }
        guard let found else { throw Refusal(.missing(.story)) }
        return found
    }

    /// The form with what was typed, for whoever typed it. The stored text is shown to the comment's own writer
    /// alone, where it is another one than that writer had seen; of a comment that is held strangers do not learn
    /// that it is there.
    private static func formAgain(
        _ id: Comment.ID, _ typed: String, _ refusal: Refusal, _ exchange: Exchange
    ) async throws -> Answer {
        let writer = exchange.writer?.hash ?? ""
        let found = try await exchange.read { tx in
            try tx.comment(id).flatMap { comment in
                try tx.storyReference(comment.story).map { (comment, $0, try tx.isWriter(writer, of: id)) }
            }
        }
        guard let (comment, story, isWriter) = found, isWriter || comment.state != .held else {
            throw refusal.kind == .notFound ? refusal : Refusal(.missing(.comment))
        }
        let page = EditCommentPage(
            story: story, comment: comment.id, revision: isWriter ? comment.revision : 0, text: typed, refusal: refusal,
            current: isWriter && refusal.kind == .conflict ? comment.text : nil)
        return .refusing(refusal, page.html(in: exchange.site.edition))
    }
}

extension Exchange {
    /// The revision of a comment that the form was filled in for; `nil` where it does not say. What is no revision is
    /// one that no comment has.
    var revision: Comment.Revision? {
        guard form["revision"]?.isEmpty == false else { return nil }
        return form.word("revision").flatMap { Comment.Revision($0) } ?? -1
    }
}
