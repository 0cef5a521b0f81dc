package import Database
package import Foundation
package import Newsroom

/// A submitted edit of a comment.
package struct CommentEdit: Sendable {
    package let comment: Comment.ID
    package let text: String
    /// The revision that the commenter saw; `nil` if the form does not name it.
    package let revision: Comment.Revision?
    /// The hash that identifies the commenter's browser.
    package let writer: String
    /// A keyed hash of the commenter's network address.
    package let source: String
    package let now: Date

    package init(
        comment: Comment.ID, text: String, revision: Comment.Revision?, writer: String, source: String, now: Date
    ) {
        self.comment = comment
        self.text = text
        self.revision = revision
        self.writer = writer
        self.source = source
        self.now = now
    }
}

extension Transaction {
    /// Changes a comment's text and stores the earlier text. A comment that the desk has kept or published is
    /// held again, because nobody at the desk has read the new text. Refuses like `editableComment`, and with
    /// `conflict` (edited meanwhile) or `tooSoon`.
    package func edit(_ edit: CommentEdit, rules: PostingRules) throws -> Comment {
        let comment = try editableComment(edit.comment, writer: edit.writer, closing: rules.closing, now: edit.now)
        guard comment.text != edit.text else { return comment }
        if let revision = edit.revision, revision != comment.revision { throw Refusal(.comment(.changedMeanwhile)) }
        try admit(.edit, source: edit.source, limits: rules.limits, now: edit.now)
        let editedAt = try timeOfNextText(of: comment, now: edit.now)
        try keepText(of: comment, replacedAt: editedAt)
        try run("UPDATE comments SET text = $2, edited_at = $3 WHERE id = $1", edit.comment, edit.text, editedAt)
        if comment.state == .published {
            if try wasLetStand(comment.id) {
                try set(.held, of: comment)
                try openCase(on: comment, isHeld: true, now: edit.now)
            } else {
                try note(.commentEdited, of: comment.place, on: comment.story, published: 0)
            }
        }
        return try self.comment(edit.comment) ?? comment
    }

    /// Returns the comment if this browser may edit it now. Refuses with `notFound` (no such comment, or a
    /// held one that only the commenter may know of), `forbidden` (it was posted from another browser, or by the desk), `gone`
    /// (the story was withdrawn) or `closed` (the discussion is closed, the five minutes are over, a ruling or
    /// the author removed the comment, or the desk took a passage out of it).
    package func editableComment(
        _ id: Comment.ID, writer: String, closing: ClosingRule, now: Date
    ) throws -> Comment {
        guard let comment = try comment(id), let story = try publication(of: comment.story) else {
            throw Refusal(.missing(.comment))
        }
        guard try !comment.isByDesk && isWriter(writer, of: id) else {
            throw try isShown(comment) ? Refusal(.comment(.ofAnotherBrowser)) : Refusal(.missing(.comment))
        }
        if story.isWithdrawn { throw Refusal(.story(.withdrawn)) }
        switch comment.state {
        case .removed, .deleted: throw Refusal(.comment(.takenDown))
        case .published, .held: break
        }
        if comment.redactedAt != nil { throw Refusal(.comment(.redacted)) }
        let state = try discussionState(of: comment.story, publishedAt: story.at, rule: closing, now: now)
        guard state.isOpen else { throw Refusal(.comment(.discussionClosed)) }
        guard comment.isEditable(at: now) else { throw Refusal(.comment(.timeOver)) }
        return comment
    }

    /// Whether the comment was posted from this browser.
    package func isWriter(_ writer: String, of id: Comment.ID) throws -> Bool {
        try exists("SELECT 1 FROM comments WHERE id = $1 AND writer = $2", id, writer)
    }

    func publication(of story: Story.ID) throws -> (at: Date, isWithdrawn: Bool)? {
        try first("SELECT published_at, is_withdrawn FROM stories WHERE id = $1", story) { row in
            (try row[0], try row[1])
        }
    }

    /// Whether a ruling has kept or published the comment and was not undone.
    private func wasLetStand(_ id: Comment.ID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM rulings WHERE comment_id = $1 AND outcome IN ('approve', 'dismiss') AND undone_at IS NULL \
            LIMIT 1
            """, id)
    }
}
