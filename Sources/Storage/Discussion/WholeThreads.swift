import Database
import Newsroom

extension Transaction {
    /// The replies in the threads that a page can show whole, in chronological order. `beginnings` are the
    /// comments that begin consecutive threads, oldest first.
    func answersOfWholeThreads(
        _ beginnings: [Comment], of story: Story.ID
    ) throws -> [Comment.ID: ArraySlice<Comment>] {
        let lengths = 1...Discussion.repliesShown
        guard beginnings.contains(where: { lengths.contains($0.replyCount) }), let first = beginnings.first?.key,
            let last = beginnings.last?.key
        else { return [:] }
        let answers = try comments(
            """
            SELECT \(Comment.columns)
            FROM comments t JOIN comments c ON c.thread_id = t.id AND c.parent_id IS NOT NULL AND c.is_listed = 1
            WHERE t.story_id = $1 AND t.parent_id IS NULL AND t.is_listed = 1
                AND (t.created_at, t.id) >= ($2, $3) AND (t.created_at, t.id) <= ($4, $5)
                AND t.reply_count BETWEEN 1 AND $6
            ORDER BY t.created_at, t.id, c.created_at, c.id
            """, story, first.milliseconds, first.number, last.milliseconds, last.number, lengths.upperBound)
        var threads: [Comment.ID: ArraySlice<Comment>] = [:]
        var rest = answers[...]
        while let thread = rest.first?.thread {
            let end = rest.firstIndex { $0.thread != thread } ?? rest.endIndex
            threads[thread] = rest[..<end]
            rest = rest[end...]
        }
        return threads
    }
}
