import Markup
import Newsroom

/// What is laid over the comments of a page for whoever wrote some of them: it stands on no page for everyone.
struct OwnComments {
    let context: SiteContext
    let personal: Personal

    private var words: DiscussionWords { context.words.discussion }

    /// Behind the links of a comment that its writer may still change.
    func editLink(to comment: Comment.ID) -> HTML? {
        guard personal.editable.contains(comment) else { return nil }
        return " <a class=\"own\" href=\"\(Address.edit(comment))\">\(words.edit)</a>"
    }

    /// In the place of a comment that was taken down: when that was ruled, and the sentence that was added.
    func ruling(on comment: Comment.ID) -> HTML? {
        guard let ruling = personal.rulings[comment] else { return nil }
        let sentence: HTML = ruling.sentence.map { ": <q class=\"typed\" dir=\"auto\">\($0)</q>" } ?? "."
        return "<p class=\"own\">\(words.ruledOnYours) \(context.commentTime(ruling.createdAt))\(sentence)</p>\n"
    }

    /// The comments that wait for the desk: all of them, or those that answer one.
    func waiting(below parent: Comment.ID? = nil) -> HTML {
        personal.held.filter { parent == nil || $0.parent == parent }
            .map { CommentView.waiting($0, editLink: editLink(to: $0.id), in: context) }.joined()
    }
}
