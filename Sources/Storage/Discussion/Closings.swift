import Database
import Foundation
import Newsroom

/// Discussions that close by age, without anybody's action. A background job records each closing in the
/// change feed, so that open pages learn of it.
extension Transaction {
    /// How many closings of each kind one transaction records. Later transactions record the rest.
    static let closingsAtOnce = 200

    /// Whether a discussion has closed by age since a time without a record of it.
    func hasClosings(after days: Int, since: Date, now: Date) throws -> Bool {
        try closings(after: days, since: since, now: now, limit: 1).contains { !$0.isEmpty }
    }

    /// Records the oldest closings of each kind. Returns the time up to which all are recorded; `nil` if
    /// there are no closings.
    func recordClosings(after days: Int, since: Date, now: Date) throws -> Date? {
        let found = try closings(after: days, since: since, now: now, limit: Self.closingsAtOnce)
        guard found.contains(where: { !$0.isEmpty }) else { return nil }
        for closing in found.joined() { try note(.discussionClosed, on: closing.story) }
        // Other discussions may have closed at the same time as the last one that was found.
        let full = found.filter { $0.count == Self.closingsAtOnce }
        return full.compactMap { $0.last?.at.addingTimeInterval(-0.001) }.min() ?? now
    }

    private typealias Closing = (story: Story.ID, at: Date)

    /// Closings by the age of the story, and closings by the time since an editor opened the discussion.
    private func closings(after days: Int, since: Date, now: Date, limit: Int) throws -> [[Closing]] {
        let age = Double(days) * 86_400
        let (start, end) = (since.addingTimeInterval(-age), now.addingTimeInterval(-age))
        return [
            try published(from: start, to: end, limit: limit), try opened(from: start, to: end, limit: limit),
        ].map { $0.map { ($0.story, $0.at.addingTimeInterval(age)) } }
    }

    /// Stories that were published in a period and have no decision by an editor, unless their last change is
    /// a closing.
    private func published(from start: Date, to end: Date, limit: Int) throws -> [Closing] {
        try all(
            """
            SELECT s.id, s.published_at FROM stories s
            WHERE s.is_withdrawn = 0 AND s.published_at > $1 AND s.published_at <= $2
                AND NOT EXISTS (SELECT 1 FROM discussion_decisions d WHERE d.story_id = s.id)
                AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.number = s.last_change AND c.kind = $3)
            ORDER BY s.published_at LIMIT $4
            """, start, end, Change.Kind.discussionClosed.rawValue, limit
        ) { row in (try row[0], try row[1]) }
    }

    /// Stories whose latest decision opened the discussion in a period, unless their last change is a
    /// closing.
    private func opened(from start: Date, to end: Date, limit: Int) throws -> [Closing] {
        try all(
            """
            SELECT d.story_id, d.at FROM discussion_decisions d JOIN stories s ON s.id = d.story_id
            WHERE d.kind = 'open' AND d.story_id IS NOT NULL AND d.at > $1 AND d.at <= $2
                AND s.is_withdrawn = 0 AND s.published_at <= d.at
                AND NOT EXISTS (SELECT 1 FROM discussion_decisions l WHERE l.story_id = d.story_id AND l.id > d.id)
                AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.number = s.last_change AND c.kind = $3)
            ORDER BY d.at LIMIT $4
            """, start, end, Change.Kind.discussionClosed.rawValue, limit
        ) { row in (try row[0], try row[1]) }
    }
}
