import Markup
package import Newsroom

/// The comments of one browser below a story. Only their writer sees what they show.
package struct OwnComments: Sendable {
    /// Those that wait for the desk.
    package let held: [Comment]
    /// Those that may still be edited.
    package let editable: Set<Comment.ID>
    /// The rulings on those that were taken down.
    package let rulings: [Comment.ID: Ruling]
    /// The name under which the browser wrote last.
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
    /// The link behind a comment that its writer may still edit.
    static func editLink(to comment: Comment.ID, in context: SiteContext) -> HTML {
        " <a class=\"own\" href=\"\(Address.edit(comment))\">\(context.words.discussion.edit)</a>"
    }

    /// The time of the ruling and the sentence that was added, in the place of a comment that was taken down.
    func ruling(on comment: Comment.ID, in context: SiteContext) -> HTML? {
        guard let ruling = rulings[comment] else { return nil }
        let sentence: HTML = ruling.sentence.map { ": <q class=\"typed\" dir=\"auto\">\($0)</q>" } ?? "."
        return """
            <p class="own">\(context.words.discussion.ruledOnYours) \(context.commentTime(ruling.createdAt))\(sentence)</p>

            """
    }

    /// The comments that wait for the desk: the replies to one, or all of them.
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
