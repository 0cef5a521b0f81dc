import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

/// Ten million comments may cost a page what a thousand cost it, if every query finds its rows through an index and in order.
@Suite("The plans of queries", .timeLimit(.minutes(5)))
struct PlanTests {
    /// Queries that go through an index from its end, in the order in which rows are shown, and stop after a few: the latest of a
    /// list, or what belongs to those. What they may skip on the way is none (the index holds only what is shown) or few (topics
    /// without stories).
    private static let latest: Set = [
        "openCases(limit:)", "openCaseCount()", "latestRulings(limit:)", "log(_:on:detail:by:now:)",
        "storiesForSitemap(limit:)", "topics(limit:)", "othersOfOpenCases(limit:)", "reportsInOpenCases(limit:)",
    ]
    /// Queries that sort what belongs to one story, of which there are few: its topics, its related stories.
    private static let ofOneStory: Set = ["topics(of:)", "relatedStories(of:)", "related(to:)"]

    /// What an insertion shows as a scan is a look for rows that refer to the new one and were there before it. SQLite skips it
    /// unless such a row is open (`OP_FkIfZero` in SQLite's fkey.c), and here none ever is: no foreign key is deferred.
    private static func isCheckOfKeys(_ sql: String) -> Bool { sql.hasPrefix("INSERT") && !sql.contains("SELECT") }

    private func plans() async throws -> [(query: CollectedQueries.Entry, plan: QueryPlan)] {
        // Nothing tells SQLite how many rows there are: as in production, plans come from the indexes alone.
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        let queries = try await FilledNewsroom(on: database).queries()
        // One that is let go ends at its own time, and holds the file then.
        await database.close()
        let plans = try QueryPlan.explain(queries.map(\.sql), in: file)
        #expect(plans.count == queries.count)
        return Array(zip(queries, plans))
    }

    @Test("No query of a page, the desk, a reader's or an editor's work goes through a table, or sorts one")
    func noScans() async throws {
        for (query, plan) in try await plans() { expect(scans: plan.scans, sorts: plan.sorts, of: query) }
    }

    @Test(
        "Nor does any on PostgreSQL",
        .enabled(if: TestPostgreSQL.isHere, "needs PostgreSQL: apt-get install postgresql"))
    func noScansOnPostgreSQL() async throws {
        let database = try await TestedEngine.postgreSQL.open()
        let queries = try await FilledNewsroom(on: database, comments: 40_000).queries()
        try await database.write { tx in try tx.fillWithCrowd() }
        let plans = try await PostgreSQLPlan.explain(queries, in: database)
        #expect(plans.count == queries.count)
        for (query, plan) in zip(queries, plans) {
            expect(scans: plan.scans, sorts: plan.sorts, of: query)
        }
    }

    private func expect(scans: [String], sorts: [String], of query: CollectedQueries.Entry) {
        let isShort = Self.latest.contains(query.name) && query.sql.contains("LIMIT") && sorts.isEmpty
        let isHarmless = isShort || Self.isCheckOfKeys(query.sql)
        #expect(scans.isEmpty || isHarmless, "\(query.name) goes through a table: \(scans)\n\(query.sql)")
        let isFew = Self.ofOneStory.contains(query.name) && scans.isEmpty
        #expect(sorts.isEmpty || isFew, "\(query.name) sorts: \(sorts)\n\(query.sql)")
    }

    @Test("Every query is carried out as the recorded plans say")
    func recorded() async throws {
        var text = ""
        for (query, plan) in try await plans() where !plan.lines.isEmpty {
            text += "\(query.name)\n" + plan.lines.map { "    \($0)\n" }.joined() + "\n"
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "plans.txt")
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard text != expected else { return }
        let written = FileManager.default.temporaryDirectory.appending(path: "broadsheet-plans.txt")
        try text.write(to: written, atomically: true, encoding: .utf8)
        let changes = text.split(separator: "\n").difference(from: expected.split(separator: "\n")).map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        Issue.record(
            "plans.txt says something else; see \(written.path)\n\(changes.prefix(20).joined(separator: "\n"))")
    }
}
