package import Database
package import Foundation
package import Newsroom

/// Comments of the last days that the desk has not ruled on and that have no open case, the oldest first. All of them
/// are published, because a held comment has a case. `comments.is_unread` says which comments have no ruling; the
/// partial index of these comments gives the order.
extension Transaction {
    /// The unread comments that a filter admits.
    package func unreadComments(
        _ filter: QueueFilter, after key: PageKey? = nil, limit: Int = 25, now: Date
    ) throws -> PageOfResults<UnreadComment> {
        var conditions = QueueConditions(unread: filter, after: key, now: now)
        conditions.addNoCase()
        let most = conditions.bind(limit + 1)
        var found: [UnreadComment] = []
        try forEach(
            Query(
                """
                SELECT s.slug, v.headline, s.language, \(Comment.columns)
                FROM comments c JOIN stories s ON s.id = c.story_id
                    JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
                WHERE \(conditions.sql) ORDER BY c.created_at, c.id LIMIT \(most)
                """, conditions.values, name: #function)
        ) { row in
            let comment = try Comment(row, from: 3)
            let story = StoryReference(
                id: comment.story, slug: Slug(stored: try row[0]), headline: try row[1], language: try language(row, 2))
            found.append(UnreadComment(comment: comment, story: story))
        }
        let shown = Array(found.prefix(limit))
        return PageOfResults(shown, next: found.count > limit ? shown.last?.comment.key : nil)
    }

    /// How many unread comments a filter admits, up to `UnreadComment.mostCounted`.
    func unreadCount(_ filter: QueueFilter, now: Date) throws -> Int {
        var conditions = QueueConditions(unread: filter, after: nil, now: now)
        conditions.addNoCase()
        let most = conditions.bind(UnreadComment.mostCounted)
        var count = 0
        try forEach(
            Query(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM comments c WHERE \(conditions.sql) LIMIT \(most)) AS counted
                """, conditions.values, name: #function)
        ) { count = try $0[0] }
        return count
    }

    /// Opens the case of the first unread comment that a filter admits and that the moderator has not skipped, and claims
    /// it. A case that the moderator opened before for such a comment comes again, unless it is `current`.
    func claimNextUnread(
        _ filter: QueueFilter, notAgain current: Case.ID?, by staff: Staff, now: Date
    ) throws -> Case.ID? {
        var conditions = QueueConditions(unread: filter, after: nil, now: now)
        conditions.addNoCase(but: staff, notAgain: current, now: now)
        let most = conditions.bind(filter.skippedComments.count + 1)
        var found: [Comment.ID] = []
        try forEach(
            Query(
                "SELECT c.id FROM comments c WHERE \(conditions.sql) ORDER BY c.created_at, c.id LIMIT \(most)",
                conditions.values, name: #function)
        ) { found.append(try $0[0]) }
        guard let next = found.first(where: { !filter.skippedComments.contains($0) }),
            let comment = try comment(next)
        else { return nil }
        let id = try openCase(on: comment, isHeld: false, now: now)
        try claim(id, by: staff, now: now)
        return id
    }

    /// The case of a comment in the list of unread ones, for a moderator. Opens one if the comment is still unread, and
    /// claims it unless a colleague has it open. Refuses with `notFound`.
    package func openUnread(_ id: Comment.ID, by staff: Staff, now: Date) throws -> Case.ID {
        guard let comment = try comment(id) else { throw Refusal(.missing(.comment)) }
        let open = try undecidedCase(of: id)
        let isUnread = try exists("SELECT 1 FROM comments WHERE id = $1 AND is_unread = 1", id)
        guard open != nil || isUnread else {
            guard let decided = try latestCase(of: id) else { throw Refusal(.missing(.comment)) }
            return decided
        }
        let caseID = try open ?? openCase(on: comment, isHeld: false, now: now)
        try claim(caseID, by: staff, now: now)
        return caseID
    }

    func markRead(_ id: Comment.ID) throws { try run("UPDATE comments SET is_unread = 0 WHERE id = $1", id) }

    /// Marks a comment of the last days, unless it is by the desk or a ruling on it is in force.
    func markUnread(_ id: Comment.ID, now: Date) throws {
        try run(
            """
            UPDATE comments SET is_unread = 1
            WHERE id = $1 AND created_at > $2 AND staff_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM rulings r WHERE r.comment_id = $1 AND r.undone_at IS NULL)
            """, id, now.oldestUnread)
    }

    /// Whether comments are marked that have become too old.
    func hasOldUnread(now: Date) throws -> Bool {
        try exists(
            "SELECT 1 FROM comments WHERE is_unread = 1 AND created_at <= $1 ORDER BY created_at, id LIMIT 1",
            now.oldestUnread)
    }

    /// Takes the mark from comments that have become too old, a limited number at a time.
    func clearOldUnread(now: Date, limit: Int = 1_000) throws {
        try run(
            """
            UPDATE comments SET is_unread = 0 WHERE id IN (
                SELECT o.id FROM comments o WHERE o.is_unread = 1 AND o.created_at <= $1 ORDER BY o.created_at, o.id
                LIMIT $2)
            """, now.oldestUnread, limit)
    }
}

extension QueueConditions {
    /// The demands of a filter on an unread comment.
    fileprivate init(unread filter: QueueFilter, after key: PageKey?, now: Date) {
        self.init("c.is_unread = 1")
        let oldest = PageKey(milliseconds: now.oldestUnread.milliseconds, number: .max)
        let start = key.map { $0.milliseconds > oldest.milliseconds ? $0 : oldest } ?? oldest
        let (time, number) = (bind(start.milliseconds), bind(start.number))
        add("(c.created_at, c.id) > (\(time), \(number))")
        if let hours = filter.hours { add("c.created_at <= \(bind(now.addingTimeInterval(-3_600 * Double(hours))))") }
        addStory(of: filter, as: "c.story_id")
    }

    /// The comment has no open case.
    fileprivate mutating func addNoCase() {
        add("NOT EXISTS (SELECT 1 FROM cases k WHERE k.comment_id = c.id AND k.ruling_id IS NULL)")
    }

    /// The comment has no open case but one that the moderator opened for it.
    fileprivate mutating func addNoCase(but staff: Staff, notAgain current: Case.ID?, now: Date) {
        let (own, time, last) = (bind(staff.id), bind(now), bind(current?.number ?? 0))
        add(
            """
            NOT EXISTS (SELECT 1 FROM cases k WHERE k.comment_id = c.id AND k.ruling_id IS NULL
                AND (k.claimed_by IS NULL OR k.claimed_by <> \(own) OR k.claimed_until <= \(time) OR k.id = \(last)
                    OR k.report_count > 0 OR k.is_held = 1 OR k.escalated_at IS NOT NULL OR k.asked_at IS NOT NULL))
            """)
    }
}

extension Date {
    /// The time at which a comment was posted that has just ceased to be unread.
    fileprivate var oldestUnread: Date { addingTimeInterval(-UnreadComment.seconds) }
}
