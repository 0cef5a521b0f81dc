import Database
import Foundation
package import Newsroom

extension Transaction {
    /// The cases that await a ruling, the most urgent first. Takes three queries, however
    /// many cases there are.
    package func openCases(limit: Int = 50) throws -> [Case] {
        let found = try all(
            """
            SELECT k.id, k.opened_at, k.report_count, s.slug, v.headline, s.language, \(Comment.columns)
            FROM cases k
            JOIN comments c ON c.id = k.comment_id
            JOIN stories s ON s.id = c.story_id
            JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE k.ruling_id IS NULL ORDER BY k.due_at, k.id LIMIT $1
            """, limit, as: caseAlone)
        let reports = try reportsInOpenCases(limit: limit)
        let others = try othersOfOpenCases(limit: limit)
        return found.map { found in
            Case(
                id: found.id, comment: found.comment, story: found.story, openedAt: found.openedAt,
                reportCount: found.reportCount, reports: reports[found.id.number] ?? [],
                othersByAuthor: Self.latest(others[found.id.number] ?? [], but: found.comment.id))
        }
    }

    /// Comments under the names that appear in open cases, by case: the latest `othersShown` + 1 of each
    /// name, and any others as old as the last of these.
    private func othersOfOpenCases(limit: Int) throws -> [Int64: [Comment]] {
        var others: [Int64: [Comment]] = [:]
        try forEach(
            """
            SELECT k.id, \(Comment.columns)
            FROM (
                SELECT id, comment_id FROM cases
                WHERE ruling_id IS NULL ORDER BY due_at, id LIMIT $1
            ) k
            JOIN comments o ON o.id = k.comment_id
            JOIN comments c ON c.name_key = o.name_key AND c.created_at >= COALESCE(
                (
                    SELECT x.created_at FROM comments x WHERE x.name_key = o.name_key
                    ORDER BY x.created_at DESC, x.id DESC LIMIT 1 OFFSET $2
                ), $3)
            """, [limit, Case.othersShown, Int64.min], name: #function
        ) { row in others[try row[0], default: []].append(try Comment(row, from: 1)) }
        return others
    }

    private static func latest(_ others: [Comment], but own: Comment.ID) -> [Comment] {
        let sorted = others.filter { $0.id != own }.sorted { ($1.createdAt, $1.id) < ($0.createdAt, $0.id) }
        return Array(sorted.prefix(Case.othersShown))
    }

    private func caseAlone(_ row: Row) throws -> Case {
        let comment = try Comment(row, from: 6)
        let story = StoryReference(
            id: comment.story, slug: Slug(stored: try row[3]), headline: try row[4], language: try language(row, 5))
        return Case(
            id: try row[0], comment: comment, story: story, openedAt: try row[1], reportCount: try row[2], reports: [],
            othersByAuthor: [])
    }
}
