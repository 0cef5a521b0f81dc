package import Database

extension Transaction {
    /// Messages about counters and marks that differ from a recount; empty if all are correct.
    package func countFaults() throws -> [String] {
        let stories: [String] = try all(
            """
            SELECT s.id, s.comment_count, COALESCE(c.published, 0)
            FROM stories s
            LEFT JOIN (
                SELECT story_id, COUNT(*) AS published FROM comments WHERE state = 'published' GROUP BY story_id
            ) c ON c.story_id = s.id
            WHERE s.comment_count <> COALESCE(c.published, 0)
            LIMIT 20
            """
        ) { row in
            "story \(try row[0] as Int): the comment count is \(try row[1] as Int), but must be \(try row[2] as Int)"
        }
        let threads: [String] = try all(
            """
            SELECT t.id, t.reply_count FROM comments t
            WHERE t.parent_id IS NULL AND t.reply_count <>
                (SELECT COUNT(*) FROM comments c WHERE c.thread_id = t.id AND c.parent_id IS NOT NULL \
            AND c.is_listed = 1)
            LIMIT 20
            """
        ) { row in "thread \(try row[0] as Int): the reply count of \(try row[1] as Int) is wrong" }
        let cases: [String] = try all(
            """
            SELECT k.id, k.report_count FROM cases k
            WHERE k.report_count <> (SELECT COUNT(DISTINCT r.source) FROM reports r WHERE r.case_id = k.id)
            LIMIT 20
            """
        ) { row in "case \(try row[0] as Int): the report count of \(try row[1] as Int) is wrong" }
        let unread: [String] = try all(
            """
            SELECT c.id FROM comments c
            WHERE c.is_unread = 1 AND EXISTS (
                SELECT 1 FROM rulings r WHERE r.comment_id = c.id AND r.undone_at IS NULL)
            LIMIT 20
            """
        ) { row in "comment \(try row[0] as Int) counts as unread, but has a ruling" }
        return stories + threads + cases + unread
    }
}
