import Database
import Foundation
package import Newsroom

/// The texts that a comment had before the commenter edited it.
extension Transaction {
    /// How many earlier texts of a comment are stored.
    package static let earlierTextsKept = 20

    /// The earlier texts, oldest first. If an older release stored more than the limit, these are the latest.
    package func earlierTexts(of id: Comment.ID) throws -> [EarlierText] {
        try all(
            """
            SELECT text, replaced_at FROM comment_texts WHERE comment_id = $1 ORDER BY number DESC LIMIT $2
            """, id, Self.earlierTextsKept
        ) { row in EarlierText(text: try row[0], replacedAt: try row[1]) }.reversed()
    }

    /// Stores the text that an edit replaces. Above the limit, deletes the oldest text that is neither the
    /// first nor the latest and that nobody reported while it was shown. If all were reported, deletes the
    /// oldest of them.
    func keepText(of comment: Comment, replacedAt: Date) throws {
        try run(
            """
            INSERT INTO comment_texts (comment_id, number, text, replaced_at)
            SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3 FROM comment_texts WHERE comment_id = $1
            """, comment.id, comment.text, replacedAt)
        let count: Int = try value("SELECT COUNT(*) FROM comment_texts WHERE comment_id = $1", comment.id) ?? 0
        guard count > Self.earlierTextsKept else { return }
        try run(
            """
            DELETE FROM comment_texts WHERE comment_id = $1 AND number IN (
                SELECT t.number FROM comment_texts t
                WHERE t.comment_id = $1
                    AND t.number > (SELECT MIN(number) FROM comment_texts WHERE comment_id = $1)
                    AND t.number < (SELECT MAX(number) FROM comment_texts WHERE comment_id = $1)
                ORDER BY CASE WHEN EXISTS (
                    SELECT 1 FROM reports r WHERE r.comment_id = $1 AND r.created_at < t.replaced_at
                        AND r.created_at >= (
                            SELECT MAX(b.replaced_at) FROM comment_texts b
                            WHERE b.comment_id = $1 AND b.number < t.number)
                ) THEN 1 ELSE 0 END, t.number LIMIT $2)
            """, comment.id, count - Self.earlierTextsKept)
    }
}
