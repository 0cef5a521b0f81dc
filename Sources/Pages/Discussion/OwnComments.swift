import Markup
package import Newsroom

/// The comments that one browser has posted below a story, with the parts that only the commenter sees.
package struct OwnComments: Sendable {
    /// The comments that await review.
    package let held: [Comment]
    /// The comments that may still be edited.
    package let editable: Set<Comment.ID>
    /// The comments that may still be deleted without asking.
    package let deletable: Set<Comment.ID>
    /// The other comments that are not removed. Their link leads to the request for removal, or to its state.
    package let askable: Set<Comment.ID>
    /// The comments for which the commenter has asked.
    package let asked: Set<Comment.ID>
    /// The rulings on removed comments.
    package let rulings: [Comment.ID: Ruling]
    /// The name that the browser used most recently.
    package let name: String?

    package init(
        held: [Comment] = [], editable: Set<Comment.ID> = [], deletable: Set<Comment.ID> = [],
        askable: Set<Comment.ID> = [], asked: Set<Comment.ID> = [], rulings: [Comment.ID: Ruling] = [:],
        name: String? = nil
    ) {
        self.held = held
        self.editable = editable
        self.deletable = deletable
        self.askable = askable
        self.asked = asked
        self.rulings = rulings
        self.name = name
    }
}

extension OwnComments {
    /// The links for editing and deleting a comment.
    func changing(_ comment: Comment.ID, in context: SiteContext) -> HTML {
        let edit: HTML = " <a class=\"own\" href=\"\(Address.edit(comment))\">\(context.words.discussion.edit)</a>"
        let delete: HTML = " <a class=\"own\" href=\"\(Address.delete(comment))\">\(context.words.deletion.delete)</a>"
        return "\(edit, if: editable.contains(comment))\(delete, if: deletable.contains(comment))"
    }

    /// The link for asking for the removal of a comment.
    func asking(about comment: Comment.ID, in context: SiteContext) -> HTML? {
        guard askable.contains(comment) else { return nil }
        let words = context.words.deletion
        let label = asked.contains(comment) ? words.request : words.ask
        return " <a class=\"own\" href=\"\(Address.delete(comment))\">\(label)</a>"
    }

    /// The time of the ruling and the note to the commenter, in place of a removed comment.
    func ruling(on comment: Comment.ID, in context: SiteContext) -> HTML? {
        guard let ruling = rulings[comment] else { return nil }
        let sentence: HTML = ruling.sentence.map { ": <q class=\"typed\" dir=\"auto\">\($0)</q>" } ?? "."
        return """
            <p class="own">\(context.words.discussion.ruledOnYours) \
            \(context.commentTime(ruling.createdAt))\(sentence)</p>

            """
    }

    /// The comments that await review: the replies to one comment, or all of them.
    func waiting(below parent: Comment.ID?, in context: SiteContext) -> HTML {
        let comments = held.filter { parent == nil || $0.parent == parent }.map { comment in
            CommentView.waiting(
                comment, links: "\(changing(comment.id, in: context))\(asking(about: comment.id, in: context))",
                in: context)
        }
        guard parent == nil, !comments.isEmpty else { return comments.joined() }
        return "<div id=\"held\">\n\(comments)</div>\n"
    }
}
