import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

/// A page costs the same with ten million comments as with a thousand if every query finds its rows through
/// an index, in order.
@Suite("Query plans", .timeLimit(.minutes(5)))
struct PlanTests {
    /// Queries that read an index from its end, in display order, and stop after a few rows: the latest
    /// entries of a list, or rows that belong to them. They skip no rows, because the index contains only
    /// visible rows, or few.
    private static let latest: Set = [
        "latestRulings(limit:)", "log(_:on:detail:by:now:)", "stories(publishedAfter:limit:)",
        "recentlyPublished(on:limit:)", "jobs(limit:now:)", "jobCounts()", "hasUnindexedPictures()",
        "indexPictures()", "rarestFirst(_:)",
        "queueEntries(_:limit:now:)", "waitingBulkRulings()", "place(after:in:of:)",
        "queueCount(_:now:)", "queueCounts(now:)", "unreadCount(_:now:)",
        "openJobs(now:)", "failedJobs()", "openCases()", "countGuestComments(of:)", "countUnread(of:)",
        "latestNotification()", "isQueueLong(threshold:)", "countOpenSuggestions()", "countProposedVersions()",
        "personalReports(of:)",
        "notifyStaff(who:of:now:)",
        "publicPerson(_:)",
        "claimNext(_:notAgain:by:now:)", "rank(_:on:now:)", "commenterRecord(of:now:)",
    ]
    /// Queries that sort the few rows of one story, such as its topics and related stories.
    private static let ofOneStory: Set = ["topics(of:)", "relatedStories(of:)", "related(to:)"]

    /// Whether a query reads only the rows of a list that it brings along.
    private static func isOfList(_ sql: String) -> Bool { sql.contains("json_each(") || sql.contains("= ANY(") }

    /// Whether the scan of an insertion only looks for older rows that refer to the new one. SQLite skips it
    /// unless such a row is open (`OP_FkIfZero` in SQLite's fkey.c). There is none here, because no foreign
    /// key is deferred.
    private static func isCheckOfKeys(_ sql: String) -> Bool { sql.hasPrefix("INSERT") && !sql.contains("SELECT") }

    private func plans() async throws -> [(query: CollectedQueries.Entry, plan: QueryPlan)] {
        // SQLite has no row statistics, as in production. The plans depend on the indexes alone.
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        let queries = try await FilledNewsroom(on: database).queries()
        // A database that is only released closes later, and would still hold the file.
        await database.close()
        let plans = try QueryPlan.explain(queries.map(\.sql), in: file)
        #expect(plans.count == queries.count)
        return Array(zip(queries, plans))
    }

    @Test("No query of a page, of the desk or of a write scans or sorts a table")
    func noScans() async throws {
        for (query, plan) in try await plans() { expect(scans: plan.scans, sorts: plan.sorts, of: query) }
    }

    @Test(
        "No query scans or sorts a table on PostgreSQL",
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
        #expect(scans.isEmpty || isHarmless, "\(query.name) scans a table: \(scans)\n\(query.sql)")
        let isFew = (Self.ofOneStory.contains(query.name) || Self.isOfList(query.sql)) && scans.isEmpty
        #expect(sorts.isEmpty || isFew, "\(query.name) sorts: \(sorts)\n\(query.sql)")
    }

    @Test("The plan of every query matches the recorded plan")
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
            """
            The plans differ from plans.txt; the new ones are in \(written.path)
            \(changes.prefix(20).joined(separator: "\n"))
            """)
    }
}
