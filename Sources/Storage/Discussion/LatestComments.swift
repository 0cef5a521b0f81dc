package import Database
package import Newsroom

extension Transaction {
    /// The latest published comments on a story, newest first: those of the latest threads, and later replies in
    /// older threads as far as the changes reach back.
    package func latestComments(of story: Story.ID, limit: Int = 50) throws -> [Comment] {
        let threads = try threads(of: story, order: .newest, after: nil).elements
        let ofThreads = threads.flatMap(\.entries).map(\.comment).filter { $0.state == .published }
        var found = Dictionary(ofThreads.map { ($0.id, $0) }) { first, _ in first }
        for comment in try recentlyPublished(on: story, limit: limit) { found[comment.id] = comment }
        return Array(found.values.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }.prefix(limit))
    }

    private func recentlyPublished(on story: Story.ID, limit: Int) throws -> [Comment] {
        try comments(
            """
            SELECT \(Comment.columns)
            FROM (SELECT comment_id FROM changes WHERE story_id = $1 AND kind = $2 ORDER BY number DESC LIMIT $3) n
            JOIN comments c ON c.id = n.comment_id WHERE c.state = 'published'
            """, story, Change.Kind.commentPublished.rawValue, limit)
    }
}
