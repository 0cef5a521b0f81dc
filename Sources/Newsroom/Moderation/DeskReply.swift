/// A reply that the desk writes to a comment, checked but not yet stored. Readers see the name of the desk, never that
/// of the moderator.
package struct DeskReplyDraft: Sendable, Hashable {
    package let name: String
    package let text: String

    /// Refuses with `invalid` like `CommentDraft`.
    package init(name: String, text: String) throws(Refusal) {
        self.name = try CommentDraft.nameRule.accept(name)
        self.text = try CommentDraft.textRule.accept(text)
    }

    /// The reply as a comment on a version of the story.
    package func comment(answering parent: Comment.ID, storyVersion: Int) throws(Refusal) -> CommentDraft {
        try CommentDraft(name: name, text: text, email: nil, parent: parent, storyVersion: storyVersion)
    }
}
