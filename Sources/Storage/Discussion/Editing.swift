package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Changes a comment's text and keeps the earlier one. Refuses with `notFound`, `forbidden` (another browser wrote it),
    /// `closed` (five minutes are over, or a ruling took it down).
    package func edit(_ id: Comment.ID, to text: String, writer: String, now: Date) throws -> Comment {
        let comment = try editableComment(id, writer: writer, now: now)
        guard comment.text != text else { return comment }
        try run(
            """
            INSERT INTO comment_texts (comment_id, number, text, replaced_at)
            SELECT $1, COUNT(*) + 1, $2, $3 FROM comment_texts WHERE comment_id = $1
            """, id, comment.text, now)
        try run("UPDATE comments SET text = $2, edited_at = $3 WHERE id = $1", id, text, now)
        if comment.state == .published {
            try note(.commentEdited, of: comment.place, on: comment.story, published: 0)
        }
        return try self.comment(id) ?? comment
    }

    /// The comment, where this browser may change it now. Refuses like `edit`.
    package func editableComment(_ id: Comment.ID, writer: String, now: Date) throws -> Comment {
        guard let comment = try comment(id) else { throw Refusal.notFound("There is no such comment.") }
        let isWriter = try exists("SELECT 1 FROM comments WHERE id = $1 AND writer = $2", id, writer)
        guard isWriter else {
            throw Refusal.forbidden("Only the browser that wrote a comment can change it.")
        }
        if case .removed = comment.state {
            throw Refusal(.closed, "This comment was taken down and cannot be changed any more.")
        }
        guard comment.isEditable(at: now) else {
            throw Refusal(.closed, "A comment can be changed for five minutes; that time is over.")
        }
        return comment
    }
}
