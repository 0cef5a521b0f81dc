import Database
import Foundation
import Newsroom
import TestSupport

@testable import Storage

/// A newsroom with about 300 stories and, by default, 4,000 comments.
struct FilledNewsroom {
    let newsroom: TestNewsroom
    /// A comment with many replies. The last one, `answer`, is reported.
    let comment: Comment
    let answer: Comment

    init(on database: Database, comments: Int = 4_000) async throws {
        newsroom = try await TestedEngine.newsroom(on: database)
        try await newsroom.database.write { tx in
            for number in 0..<300 {
                let topics = [Topic(name: "Topic \(number % 20)"), Topic(name: "Bridges")]
                _ = try tx.publish(
                    .test(guid: "more \(number)", version: 1, created: .noon.later(Double(number)), topics: topics),
                    opening: "")
            }
            try tx.run(
                """
                INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, \
                created_at, source, is_unread)
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $2)
                SELECT 1 + n % 300, 'Reader ' || (n % 500), 'reader ' || (n % 500), 'Text ' || n, \
                'published', 1, 1, $1 + n, 's', CASE WHEN n % 4 = 0 THEN 1 ELSE 0 END
                FROM numbers
                """, Date.noon, comments)
            try tx.run(
                "INSERT INTO cases (comment_id, opened_at) SELECT id, created_at FROM comments WHERE id % 20 = 0")
        }
        comment = try await newsroom.post("first")
        var last = comment
        for number in 0...Discussion.repliesShown {
            last = try await newsroom.post("answer \(number)", answering: comment.id, at: .noon.later(Double(number)))
        }
        answer = last
        let short = try await newsroom.post("second")
        try await newsroom.post("answer to the second", answering: short.id)
        try await newsroom.report(answer, source: "one")
    }

    /// The distinct statements that readers, editors and imports run.
    func queries() async throws -> [CollectedQueries.Entry] {
        let queries = CollectedQueries()
        for visit in [Transaction.work, Transaction.takeIn] {
            try await newsroom.database.write { tx in try visit(queries.collecting(tx))(self) }
        }
        for visit in [Transaction.visitPages, Transaction.visitDesk] {
            try await newsroom.database.read { tx in try visit(queries.collecting(tx))(self) }
        }
        return queries.all.sorted { ($0.name, $0.sql) < ($1.name, $1.sql) }
    }
}
