import Database
import Foundation
import Newsroom

extension Transaction {
    /// The record of a comment's name. Each query reads an index and stops at a limit.
    func commenterRecord(of comment: Comment, now: Date) throws -> CommenterRecord {
        // Comments of former readers have one name: none.
        guard !comment.name.isEmpty else { return CommenterRecord() }
        let key = comment.name.foldedName
        let since: Date? = try value(
            "SELECT created_at FROM comments WHERE name_key = $1 ORDER BY created_at, id LIMIT 1", key)
        let count: Int? = try value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM comments WHERE name_key = $1 LIMIT $2) AS counted", key,
            CommenterRecord.mostCounted)
        let clauses: [String] = try all(
            "SELECT COALESCE(clause, '') FROM comments WHERE name_key = $1 AND state = 'removed' LIMIT $2", key,
            CommenterRecord.mostCounted
        ) { row in try row[0] }
        let neighbors = try neighbors(of: comment, key, now: now)
        let shown = neighbors.prefix(CommenterRecord.neighborsShown)
        return CommenterRecord(
            since: since, count: count ?? 0, removed: clauses.reduce(into: [:]) { $0[$1, default: 0] += 1 },
            neighbors: Array(shown), furtherNeighbors: neighbors.count - shown.count)
    }

    /// Other names from the source of the comment within the last seven days: those with the most comments first.
    private func neighbors(of comment: Comment, _ key: String, now: Date) throws -> [CommenterRecord.Neighbor] {
        let source: String? = try value("SELECT source FROM comments WHERE id = $1", comment.id)
        guard let source, !source.isEmpty else { return [] }
        var names: [String: (name: String, count: Int)] = [:]
        let first = now.addingTimeInterval(-CommenterRecord.neighborTime)
        // Seven days are in two weeks of the index, or in one.
        for week in Set([first, now].map { $0.milliseconds / Self.week }).sorted() {
            let found = try neighborNames(from: source, inWeek: week, since: first, except: key)
            for (key, name) in found { names[key] = (name, (names[key]?.count ?? 0) + 1) }
        }
        return names.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map {
            CommenterRecord.Neighbor(name: $0.name, count: $0.count)
        }
    }

    /// The milliseconds of a week, as in the index `comments_source`.
    private static let week: Int64 = 604_800_000

    /// The names of the comments since `first`, among the first 100 of the week in the order of the index. The limit
    /// is on the rows that are read: behind one address of a telephone company are thousands of people.
    private func neighborNames(
        from source: String, inWeek week: Int64, since first: Date, except key: String
    ) throws -> [(key: String, name: String)] {
        try all(
            """
            SELECT name_key, name, created_at FROM comments
            WHERE created_at / 604800000 = $1 AND source = $2 AND name_key <> $3 ORDER BY name_key LIMIT 100
            """, week, source, key
        ) { row in (key: try row[0] as String, name: try row[1] as String, at: try row[2] as Date) }
        .filter { $0.at >= first }.map { ($0.key, $0.name) }
    }
}
