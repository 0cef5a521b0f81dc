package import Database
import Foundation
package import Newsroom

extension Transaction {
    /// Returns the open case on a comment, or opens one.
    @discardableResult
    func openCase(on comment: Comment.ID, now: Date) throws -> Case.ID {
        if let open: Case.ID = try value(
            "SELECT id FROM cases WHERE comment_id = $1 AND ruling_id IS NULL", comment)
        {
            return open
        }
        return Case.ID(
            try insert("INSERT INTO cases (comment_id, opened_at) VALUES ($1, $2) RETURNING id", comment, now))
    }

    /// The number of open cases, at most 1,000.
    package func openCaseCount() throws -> Int {
        try value("SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE ruling_id IS NULL LIMIT 1000) AS open_cases") ?? 0
    }

    package func deskCase(_ id: Case.ID) throws -> Case? {
        let found = try first("SELECT comment_id, opened_at, report_count FROM cases WHERE id = $1", id) { row in
            (comment: try row[0] as Comment.ID, openedAt: try row[1] as Date, reportCount: try row[2] as Int)
        }
        guard let found, let comment = try comment(found.comment), let story = try storyReference(comment.story) else {
            return nil
        }
        return Case(
            id: id, comment: comment, story: story, openedAt: found.openedAt,
            reportCount: found.reportCount, reports: try reports(in: id),
            othersByAuthor: try otherComments(like: comment))
    }
}
