import Markup
package import Newsroom

/// The comments that one browser has posted below a story, with the parts that only the commenter sees.
package struct OwnComments: Sendable {
    /// The comments that await review.
    package let held: [Comment]
    /// The comments that may still be edited.
    package let editable: Set<Comment.ID>
    /// The rulings on removed comments.
    package let rulings: [Comment.ID: Ruling]
    /// The name that the browser used most recently.
    package let name: String?

    package init(
        held: [Comment] = [], editable: Set<Comment.ID> = [], rulings: [Comment.ID: Ruling] = [:], name: String? = nil
    ) {
        self.held = held
        self.editable = editable
        self.rulings = rulings
        self.name = name
    }
}

extension OwnComments {
    /// The link for editing a comment.
    static func editLink(to comment: Comment.ID, in context: SiteContext) -> HTML {
        " <a class=\"own\" href=\"\(Address.edit(comment))\">\(context.words.discussion.edit)</a>"
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
                comment, editLink: editable.contains(comment.id) ? Self.editLink(to: comment.id, in: context) : nil,
                in: context)
        }
        guard parent == nil, !comments.isEmpty else { return comments.joined() }
        return "<div id=\"held\">\n\(comments)</div>\n"
    }
}
