package import Newsroom
import Storage

extension Newspaper {
    /// Changes the text of a comment for the browser that posted it. `revision` is the revision that the
    /// commenter saw. Refuses like `Transaction.edit`.
    package func edit(
        _ comment: Comment.ID, to text: String, revision: Comment.Revision?, as actor: Actor, by commenter: Commenter?,
        from source: String
    ) async throws -> (comment: Comment, story: StoryReference) {
        try actor.require(.comment)
        let edit = CommentEdit(
            comment: comment, text: try CommentDraft.textRule.accept(text), revision: revision,
            writer: commenter?.key ?? "",
            source: source, now: clock.now)
        let rules = rules.posting
        let (edited, story) = try await write { tx in
            let edited = try tx.edit(edit, rules: rules)
            return (edited, try tx.storyReference(edited.story))
        }
        guard let story else { throw Refusal(.missing(.story)) }
        return (edited, story)
    }
}
