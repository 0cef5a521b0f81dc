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
