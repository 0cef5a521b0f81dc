package import Database
package import Foundation
package import Newsroom

/// The queue of open cases, the most urgent first.
extension Transaction {
    /// The cases that a filter admits; none for unread comments, which have no cases.
    package func queue(
        _ filter: QueueFilter, after key: PageKey? = nil, limit: Int = 25, now: Date
    ) throws -> PageOfResults<QueueEntry> {
        guard filter.view != .unread else { return PageOfResults([]) }
        let conditions = QueueConditions(filter, after: key, now: now)
        let found = try queueEntries(conditions, limit: limit + 1, now: now)
        let shown = Array(found.prefix(limit))
        return PageOfResults(shown, next: found.count > limit ? shown.last?.key : nil)
    }

    func queueEntries(_ conditions: QueueConditions, limit: Int, now: Date) throws -> [QueueEntry] {
        var conditions = conditions
        let most = conditions.bind(limit)
        var found: [QueueEntry] = []
        try forEach(
            Query(
                """
                SELECT k.id, k.report_count, k.opened_at, k.is_held, k.audience, k.escalated_at, k.claimed_by,
                    p.name, k.claimed_until, s.slug, v.headline, s.language, k.asked_at IS NOT NULL,
                    (SELECT CAST(COALESCE(SUM(r.minutes), 0) AS BIGINT) FROM reports r WHERE r.case_id = k.id), \(Comment.columns)
                FROM cases k JOIN comments c ON c.id = k.comment_id JOIN stories s ON s.id = k.story_id
                    JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
                    LEFT JOIN people p ON p.id = k.claimed_by
                WHERE \(conditions.sql) ORDER BY k.due_at, k.id LIMIT \(most)
                """, conditions.values, name: #function)
        ) { found.append(try queueEntry($0, now: now)) }
        return found
    }

    /// How many cases a filter admits, up to 100,000, or how many unread comments, up to `UnreadComment.mostCounted`.
    package func queueCount(_ filter: QueueFilter, now: Date) throws -> Int {
        guard filter.view != .unread else { return try unreadCount(filter, now: now) }
        let conditions = QueueConditions(filter, after: nil, now: now)
        var count = 0
        try forEach(
            Query(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM cases k WHERE \(conditions.sql) ORDER BY k.due_at, k.id LIMIT 100000
                ) AS counted
                """, conditions.values, name: #function)
        ) { count = try $0[0] }
        return count
    }

    /// How many cases each view has, in one pass over the index of the queue, and how many comments are unread. Counts
    /// cases to 100,000, and comments to `UnreadComment.mostCounted`.
    package func queueCounts(now: Date) throws -> QueueCounts {
        let unread = try unreadCount(QueueFilter(.unread), now: now)
        let counts = try first(
            """
            SELECT COUNT(*) - COUNT(escalated_at),
                COUNT(CASE WHEN escalated_at IS NULL AND report_count > 0 THEN 1 END),
                COUNT(CASE WHEN escalated_at IS NULL AND is_held = 1 THEN 1 END), COUNT(escalated_at)
            FROM (
                SELECT escalated_at, report_count, is_held FROM cases WHERE ruling_id IS NULL AND closed_at IS NULL
                ORDER BY due_at, id LIMIT 100000
            ) AS waiting
            """
        ) { row in
            QueueCounts(
                open: try row[0], reported: try row[1], held: try row[2], escalated: try row[3], unread: unread)
        }
        return counts ?? QueueCounts(open: 0, reported: 0, held: 0, escalated: 0, unread: unread)
    }

    private func queueEntry(_ row: Row, now: Date) throws -> QueueEntry {
        let comment = try Comment(row, from: 14)
        let story = StoryReference(
            id: comment.story, slug: Slug(stored: try row[9]), headline: try row[10], language: try language(row, 11))
        return QueueEntry(
            id: try row[0], comment: comment, story: story, reportCount: try row[1],
            urgency: Urgency(
                openedAt: try row[2], isHeld: try row[3], reportMinutes: try row[13], audienceMinutes: try row[4],
                isAsked: try row[12]),
            escalatedAt: try row[5], claim: try storedClaim(row, from: 6, now: now))
    }

    func storedClaim(_ row: Row, from first: Int, now: Date) throws -> CaseClaim? {
        guard let staff: Staff.ID = try row[first], let until: Date = try row[first + 2], until > now else {
            return nil
        }
        return CaseClaim(staff: staff, name: try row[first + 1], until: until)
    }
}

/// The demands of a filter on a case `k` or of an unread comment `c`, as SQL and its values.
struct QueueConditions {
    private(set) var sql: SQL
    private(set) var values: [any Storable] = []

    init(_ sql: SQL) { self.sql = sql }

    init(_ filter: QueueFilter, after key: PageKey?, now: Date) {
        self.init("k.ruling_id IS NULL AND k.closed_at IS NULL")
        switch filter.view {
        case .open, .unread: add("k.escalated_at IS NULL")
        case .reported: add("k.escalated_at IS NULL AND k.report_count > 0")
        case .held: add("k.escalated_at IS NULL AND k.is_held = 1")
        case .escalated: add("k.escalated_at IS NOT NULL")
        }
        if let key {
            let (time, number) = (bind(key.milliseconds), bind(key.number))
            add("(k.due_at, k.id) > (\(time), \(number))")
        }
        addStory(of: filter, as: "k.story_id")
        if let clause = filter.clause {
            add("EXISTS (SELECT 1 FROM reports r WHERE r.case_id = k.id AND r.clause = \(bind(clause)))")
        }
        if let hours = filter.hours { add("k.opened_at <= \(bind(now.addingTimeInterval(-3_600 * Double(hours))))") }
    }

    /// Adds what the filter demands of a story, whose number is in a column.
    mutating func addStory(of filter: QueueFilter, as column: SQL) {
        if let story = filter.story { add("\(column) = \(bind(story))") }
        if let topic = filter.topic {
            let key = bind(topic.foldedName)
            add(
                """
                EXISTS (SELECT 1 FROM story_topics t JOIN topics n ON n.id = t.topic_id
                    WHERE t.story_id = \(column) AND n.name_key = \(key))
                """)
        }
        if let language = filter.language {
            add("EXISTS (SELECT 1 FROM stories l WHERE l.id = \(column) AND l.language = \(bind(language.tag)))")
        }
    }

    /// Exactly these cases, as far as they are open.
    init(chosen: [Case.ID], in dialect: Dialect) {
        sql = "k.ruling_id IS NULL AND k.closed_at IS NULL"
        values = []
        switch dialect {
        case .sqlite:
            let list = bind("[\(chosen.map(\.description).joined(separator: ","))]")
            add("k.id IN (SELECT value FROM json_each(\(list)))")
        case .postgreSQL: add("k.id = ANY(\(bind(ArrayLiteral(chosen)))::bigint[])")
        }
    }

    mutating func add(_ condition: SQL) { sql = "\(sql) AND \(condition)" }

    /// Adds a value and returns its parameter.
    mutating func bind(_ value: any Storable) -> SQL {
        values.append(value)
        return SQL.parameters[values.count - 1]
    }
}
