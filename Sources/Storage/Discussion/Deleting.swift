package import Database
package import Foundation
package import Newsroom

/// A commenter's wish that a comment be removed.
package struct Deletion: Sendable {
    package let comment: Comment.ID
    /// Whether the commenter agrees to ask the desk if the time for deleting is over.
    package let asks: Bool
    /// The hash that identifies the commenter's browser.
    package let writer: String
    /// A keyed hash of the commenter's network address.
    package let source: String
    package let now: Date

    package init(comment: Comment.ID, asks: Bool, writer: String, source: String, now: Date) {
        self.comment = comment
        self.asks = asks
        self.writer = writer
        self.source = source
        self.now = now
    }
}

extension Transaction {
    /// Removes a comment at once, or asks the desk to do it if the time for that is over. Does nothing if either has
    /// happened before. The discussion may be closed and the story withdrawn. Refuses like `ownRemoval`, and with
    /// `closed` (the time is over, and the commenter does not ask) or `tooSoon`.
    package func delete(_ deletion: Deletion, limits: [Admission.Limit]) throws {
        let (comment, removal) = try ownRemoval(of: deletion.comment, writer: deletion.writer, now: deletion.now)
        switch removal {
        case .done, .granted, .brokeRule, .asked, .declined: return
        case .deletable:
            try admit(.deletion, source: deletion.source, limits: limits, now: deletion.now)
            try delete(comment, now: deletion.now)
        case .askable:
            guard deletion.asks else { throw Refusal(.deletion(.timeOver)) }
            try admit(.deletion, source: deletion.source, limits: limits, now: deletion.now)
            let id = try openCase(on: comment, isHeld: comment.state == .held, now: deletion.now)
            try run("UPDATE cases SET asked_at = $2 WHERE id = $1", id, deletion.now)
            try rank(id, on: comment.story, now: deletion.now)
        }
    }

    /// A comment and what the commenter can do to have it removed. Refuses with `notFound` (no such comment, or a held one
    /// of another browser), `forbidden` (posted from another browser, or by the desk) or `closed` (a ruling removed it).
    package func ownRemoval(
        of id: Comment.ID, writer: String, now: Date
    ) throws -> (comment: Comment, removal: OwnRemoval) {
        guard let comment = try comment(id) else { throw Refusal(.missing(.comment)) }
        guard try !comment.isByDesk && isWriter(writer, of: id) else {
            throw try isShown(comment) ? Refusal(.deletion(.ofAnotherBrowser)) : Refusal(.missing(.comment))
        }
        return (comment, try OwnRemoval(comment, request: removalRequest(of: id), now: now))
    }

    /// Whether readers find the comment, or a line in its place.
    package func isShown(_ comment: Comment) throws -> Bool {
        switch comment.state {
        case .published, .removed: true
        case .held: false
        case .deleted: try exists("SELECT 1 FROM comments WHERE id = $1 AND is_listed = 1", comment.id)
        }
    }

    /// Whether the commenter has asked the desk to remove the comment.
    package func isAsked(_ comment: Comment.ID) throws -> Bool {
        try exists("SELECT 1 FROM cases WHERE comment_id = $1 AND asked_at IS NOT NULL LIMIT 1", comment)
    }

    /// The latest request of the commenter.
    private func removalRequest(of id: Comment.ID) throws -> RemovalRequest? {
        let found = try first(
            """
            SELECT id, asked_at FROM cases WHERE comment_id = $1 AND asked_at IS NOT NULL ORDER BY id DESC LIMIT 1
            """, id
        ) { row in (deskCase: try row[0] as Case.ID, at: try row[1] as Date) }
        return try found.map { RemovalRequest(askedAt: $0.at, ruling: try ruling(on: $0.deskCase)) }
    }

    /// Takes a comment out of the discussion for good, and closes its open case. If no reader reported the comment,
    /// erases its name and all its texts; otherwise the desk keeps them. Nobody finds it by its name or source.
    func delete(_ comment: Comment, now: Date) throws {
        try set(.deleted, of: comment)
        try run(
            "UPDATE comments SET name_key = '', email = NULL, source = '', is_unread = 0 WHERE id = $1", comment.id)
        try run(
            """
            UPDATE cases SET closed_at = $2, claimed_by = NULL, claimed_until = NULL
            WHERE comment_id = $1 AND ruling_id IS NULL
            """, comment.id, now)
        guard try !exists("SELECT 1 FROM reports WHERE comment_id = $1 LIMIT 1", comment.id) else { return }
        try run("UPDATE comments SET name = '', text = '' WHERE id = $1", comment.id)
        try run("DELETE FROM comment_texts WHERE comment_id = $1", comment.id)
        try run("UPDATE redactions SET text_before = '' WHERE comment_id = $1", comment.id)
    }
}
