package import Newsroom

/// What is laid over a page for one visitor, and is on no page for everyone.
package struct Personal: Sendable {
    /// The visitor's own comments that wait for the desk.
    package let held: [Comment]
    /// The visitor's own comments that may still be changed.
    package let editable: Set<Comment.ID>
    /// What was ruled on the visitor's own comments that were taken down.
    package let rulings: [Comment.ID: Ruling]
    /// For the form, where it is known from an earlier comment.
    package let name: String?
    /// A form that comes back.
    package let typed: TypedComment?

    package init(
        held: [Comment] = [], editable: Set<Comment.ID> = [], rulings: [Comment.ID: Ruling] = [:], name: String? = nil,
        typed: TypedComment? = nil
    ) {
        self.held = held
        self.editable = editable
        self.rulings = rulings
        self.name = name
        self.typed = typed
    }
}

/// A comment as it was typed, with the reason why it was not taken. No word of it is lost.
package struct TypedComment: Sendable {
    package let name: String
    package let text: String
    package let email: String
    package let parent: Comment.ID?
    /// The version that stood there when the form was first shown.
    package let storyVersion: Int?
    package let refusal: Refusal

    package init(
        name: String, text: String, email: String, parent: Comment.ID?, storyVersion: Int?, refusal: Refusal
    ) {
        self.name = name
        self.text = text
        self.email = email
        self.parent = parent
        self.storyVersion = storyVersion
        self.refusal = refusal
    }
}
