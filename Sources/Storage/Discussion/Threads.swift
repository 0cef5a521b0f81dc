package import Database
package import Newsroom

extension Transaction {
    /// A page of a story's threads. One query reads the comments that begin threads, one reads the replies of
    /// all short threads, and a further query reads each thread that is too long to be shown whole. A page of
    /// long comments has fewer threads.
    package func threads(
        of story: Story.ID, order: ThreadOrder, after: PageKey?
    ) throws -> PageOfResults<Thread> {
        let beginnings =
            switch order {
            case .oldest: try oldestBeginnings(of: story, after: after ?? .oldest)
            case .newest: try newestBeginnings(of: story, after: after ?? .newest)
            }
        let shown = Array(beginnings.prefix(Discussion.pageSize))
        let answers = try answersOfWholeThreads(order == .oldest ? shown : shown.reversed(), of: story)
        let threads = try shown.map { beginning in
            beginning.replyCount > Discussion.repliesShown
                ? try thread(from: beginning) : Thread(whole: beginning, answers: answers[beginning.id] ?? [])
        }
        let fitting = Self.fitting(threads)
        return PageOfResults(fitting, next: beginnings.count > fitting.count ? fitting.last?.beginning?.key : nil)
    }

    /// As many threads as fit on a page, and always the first.
    private static func fitting(_ threads: [Thread]) -> [Thread] {
        var bytes = 0
        let count = threads.prefix { thread in
            defer { bytes += thread.textBytes }
            return bytes <= Discussion.pageBytes
        }.count
        return count < threads.count ? Array(threads.prefix(count)) : threads
    }

    /// A thread, with the replies after a key.
    package func thread(from beginning: Comment, after: PageKey? = nil) throws -> Thread {
        guard beginning.replyCount > 0 else { return Thread(beginning: beginning, replies: []) }
        let key = after ?? .oldest
        let replies = try all(
            """
            SELECT p.name, p.state, \(Comment.columns)
            FROM comments c JOIN comments p ON p.id = c.parent_id
            WHERE c.thread_id = $1 AND c.parent_id IS NOT NULL AND c.is_listed = 1 AND (c.created_at, c.id) > ($2, $3)
            ORDER BY c.created_at, c.id LIMIT $4
            """, beginning.id, key.milliseconds, key.number, Discussion.repliesShown, as: reply)
        return Thread(beginning: beginning, replies: replies)
    }

    /// A comment with up to 20 comments above it, the beginning of its thread, and the replies to it after a
    /// key.
    package func surroundings(of comment: Comment, after: PageKey? = nil) throws -> Thread {
        guard comment.parent != nil else { return try thread(from: comment, after: after) }
        var above: [Thread.Reply] = []
        var current = comment
        var beginning = comment
        while let parentID = current.parent, above.count < 20, let parent = try self.comment(parentID) {
            above.append(Thread.Reply(current, answering: parent))
            current = parent
            beginning = parent
        }
        if let root = try self.comment(comment.thread), root.id != beginning.id { beginning = root }
        let answers = try answers(to: comment, after: after ?? .oldest)
        return Thread(beginning: beginning, replies: above.reversed() + answers)
    }

    private func answers(to comment: Comment, after key: PageKey) throws -> [Thread.Reply] {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.parent_id = $1 AND c.is_listed = 1 AND (c.created_at, c.id) > ($2, $3)
            ORDER BY c.created_at, c.id LIMIT $4
            """, comment.id, key.milliseconds, key.number, Discussion.repliesShown
        ).map { Thread.Reply($0, answering: comment) }
    }

    private func oldestBeginnings(of story: Story.ID, after key: PageKey) throws -> [Comment] {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.story_id = $1 AND c.parent_id IS NULL AND c.is_listed = 1 AND (c.created_at, c.id) > ($2, $3)
            ORDER BY c.created_at, c.id LIMIT $4
            """, story, key.milliseconds, key.number, Discussion.pageSize + 1)
    }

    private func newestBeginnings(of story: Story.ID, after key: PageKey) throws -> [Comment] {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.story_id = $1 AND c.parent_id IS NULL AND c.is_listed = 1 AND (c.created_at, c.id) < ($2, $3)
            ORDER BY c.created_at DESC, c.id DESC LIMIT $4
            """, story, key.milliseconds, key.number, Discussion.pageSize + 1)
    }

    private func reply(_ row: Row) throws -> Thread.Reply {
        let reply = try Comment(row, from: 2)
        let isNamed = (try row[1] as String) == "published"
        return Thread.Reply(
            reply, answering: Thread.Answered(id: reply.parent ?? reply.thread, name: isNamed ? try row[0] : nil))
    }
}

extension Transaction {
    /// Whether this is the key of a listed comment that begins a thread of the story.
    package func isListed(_ key: PageKey, below story: Story.ID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM comments
            WHERE id = $1 AND created_at = $2 AND story_id = $3 AND parent_id IS NULL AND is_listed = 1
            """, key.number, key.milliseconds, story)
    }

    /// Whether a page of the comment's surroundings may begin after this key. The key must be that of a
    /// listed reply: any reply in the thread if the comment begins one, otherwise a reply to the comment.
    package func isListed(_ key: PageKey, below comment: Comment) throws -> Bool {
        guard comment.parent != nil else { return try isListed(key, inThread: comment.id) }
        return try exists(
            "SELECT 1 FROM comments WHERE id = $1 AND created_at = $2 AND parent_id = $3 AND is_listed = 1",
            key.number, key.milliseconds, comment.id)
    }

    private func isListed(_ key: PageKey, inThread thread: Comment.ID) throws -> Bool {
        try exists(
            "SELECT 1 FROM comments WHERE id = $1 AND created_at = $2 AND thread_id = $3 AND is_listed = 1",
            key.number, key.milliseconds, thread)
    }
}
