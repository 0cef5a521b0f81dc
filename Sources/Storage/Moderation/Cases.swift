package import Database
import Foundation
package import Newsroom

extension Transaction {
    /// Returns the open case on a comment, or opens one, and ranks it. `isHeld` says that the comment waits for the desk.
    @discardableResult
    func openCase(on comment: Comment, isHeld: Bool, now: Date) throws -> Case.ID {
        let id =
            try undecidedCase(of: comment.id)
            ?? Case.ID(
                try insert(
                    """
                    INSERT INTO cases (comment_id, story_id, opened_at, due_at) VALUES ($1, $2, $3, $3) RETURNING id
                    """, comment.id, comment.story, now))
        if isHeld {
            try setHeld(true, id, on: comment.story, now: now)
        } else {
            try rank(id, on: comment.story, now: now)
        }
        return id
    }

    /// Says whether the comment of a case waits for the desk, and ranks the case.
    func setHeld(_ isHeld: Bool, _ id: Case.ID, on story: Story.ID, now: Date) throws {
        try run("UPDATE cases SET is_held = $2 WHERE id = $1", id, isHeld)
        try rank(id, on: story, now: now)
    }

    /// The case without a ruling: the open one, or the one that ended because the author removed the comment.
    func undecidedCase(of comment: Comment.ID) throws -> Case.ID? {
        try value("SELECT id FROM cases WHERE comment_id = $1 AND ruling_id IS NULL", comment)
    }

    /// The case of a comment: the open one, or the one with the latest ruling. `nil` if there is none.
    package func latestCase(of comment: Comment.ID) throws -> Case.ID? {
        try undecidedCase(of: comment)
            ?? value("SELECT case_id FROM rulings WHERE comment_id = $1 ORDER BY id DESC LIMIT 1", comment)
    }

    /// Gives a case its place in the queue; see `Urgency`.
    func rank(_ id: Case.ID, on story: Story.ID, now: Date) throws {
        let audience: Int? = try value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM comments WHERE story_id = $1 AND parent_id IS NULL AND is_listed = 1 AND created_at > $2
                LIMIT $3
            ) AS latest
            """, story, now.addingTimeInterval(-3_600), Urgency.mostForAudience)
        try run(
            """
            UPDATE cases SET audience = $2, due_at = opened_at - 60000 * ($2 + $3 * is_held
                + $4 * (CASE WHEN asked_at IS NULL THEN 0 ELSE 1 END) + (SELECT COALESCE(SUM(minutes), 0) FROM reports WHERE case_id = $1))
            WHERE id = $1
            """, id, Urgency.minutes(forThreads: audience ?? 0), Urgency.heldMinutes, Urgency.askedMinutes)
    }

    package func deskCase(_ id: Case.ID) throws -> Case? {
        let found = try first(
            "SELECT comment_id, opened_at, report_count, asked_at, closed_at FROM cases WHERE id = $1", id
        ) { row in
            (
                comment: try row[0] as Comment.ID, openedAt: try row[1] as Date, reportCount: try row[2] as Int,
                askedAt: try row[3] as Date?, closedAt: try row[4] as Date?
            )
        }
        guard let found, let comment = try comment(found.comment), let story = try storyReference(comment.story) else {
            return nil
        }
        return Case(
            id: id, comment: comment, story: story, openedAt: found.openedAt,
            reportCount: found.reportCount, reports: try reports(in: id),
            othersByAuthor: try otherComments(like: comment), askedAt: found.askedAt, closedAt: found.closedAt)
    }
}
