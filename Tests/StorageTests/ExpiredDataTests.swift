import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Personal data that expires", .timeLimit(.minutes(5)))
struct ExpiredDataTests {
    private static let days = 86_400.0

    private func isDue(_ newsroom: TestNewsroom, _ retention: Retention = Retention(), at now: Date) async throws
        -> Bool
    {
        try await newsroom.database.read { tx in
            try tx.dueRecurringJobs(closing: .never, retention: retention, now: now).contains(.deleteExpired)
        }
    }

    private func expire(
        _ newsroom: TestNewsroom, _ retention: Retention = Retention(), limit: Int = 500, at now: Date
    ) async throws {
        try await newsroom.database.write { tx in try tx.deleteExpired(retention, limit: limit, now: now) }
    }

    private func sources(_ newsroom: TestNewsroom, of table: SQL) async throws -> [String] {
        try await newsroom.database.read { tx in
            try tx.all("SELECT source FROM \(table) ORDER BY created_at, id") { try $0[0] }
        }
    }

    @Test(
        "Digests of addresses are erased after 30 days, or after the days of the setting",
        arguments: TestedEngine.allCases)
    func digests(_ engine: TestedEngine) async throws {
        for days in [30, 3] {
            let newsroom = try await engine.newsroom()
            let (retention, end) = (Retention(digestDays: days), Date.noon.later(Double(days) * Self.days))
            let old = try await newsroom.post("An old word.", source: "aa")
            try await newsroom.post("A later word.", source: "aa", at: .noon.later(1))
            try await newsroom.report(old, source: "bb")
            #expect(try await !isDue(newsroom, retention, at: end.later(-1)))
            #expect(try await isDue(newsroom, retention, at: end))
            try await expire(newsroom, retention, at: end)
            #expect(try await sources(newsroom, of: "comments") == ["", "aa"])
            #expect(try await sources(newsroom, of: "reports") == ["#1"])
            #expect(try await !isDue(newsroom, retention, at: end.later(3_599)))
            #expect(try await isDue(newsroom, retention, at: end.later(3_600)))
            try await newsroom.expectSound()
        }
    }

    @Test("A case counts its reporters as before, and knows nothing else of them", arguments: TestedEngine.allCases)
    func reporters(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (one, two) = (try await newsroom.post("One."), try await newsroom.post("Two."))
        for (comment, source, seconds) in [
            (one, "aa", 0.0), (one, "aa", 1), (one, "bb", 2), (two, "aa", 3), (one, "bb", 25 * Self.days),
        ] {
            try await newsroom.report(comment, source: source, at: .noon.later(seconds))
        }
        try await expire(newsroom, limit: 2, at: .noon.later(31 * Self.days))
        try await newsroom.expectSound()
        try await expire(newsroom, limit: 2, at: .noon.later(31 * Self.days))
        #expect(try await sources(newsroom, of: "reports") == ["#1", "#1", "#3", "#4", "#3"])
        let cases = try await newsroom.cases()
        #expect(Set(cases.map(\.reportCount)) == [1, 2])
        let records = try await newsroom.database.read { tx in try cases.map { try tx.reporterRecords(of: $0) } }
        #expect(records.allSatisfy { $0.values.allSatisfy { $0 == ReporterRecord(upheld: 0, dismissed: 0) } })
        // A new report of the same source counts again.
        try await newsroom.report(two, source: "aa", at: .noon.later(31 * Self.days))
        try await newsroom.expectSound()
    }

    @Test("One run erases a limited number, and the next one goes on at once", arguments: TestedEngine.allCases)
    func batches(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<5 {
            try await newsroom.post("Word \(number).", source: "a\(number)", at: .noon.later(Double(number)))
        }
        let end = Date.noon.later(31 * Self.days)
        for left in [3, 1, 0] {
            #expect(try await isDue(newsroom, at: end))
            try await expire(newsroom, limit: 2, at: end)
            #expect(try await sources(newsroom, of: "comments").count { !$0.isEmpty } == left)
        }
        #expect(try await !isDue(newsroom, at: end))
    }

    @Test(
        "Sign-ins go with the digests, links a day after their end, and names after 90 days",
        arguments: TestedEngine.allCases)
    func signIns(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        try await newsroom.database.write { tx in
            try tx.begin(
                NewSession(tokenHash: "t", source: "aa", now: .noon, expiresAt: .noon.later(200 * Self.days)),
                of: reader.id)
            try tx.add(
                SignInLink(
                    tokenHash: "l", email: reader.email, browser: "b", codeHash: "c", next: nil, expiresAt: .noon),
                now: .noon)
            try tx.rename(reader, to: try AccountName.accept("Wilma Winter"), now: .noon)
        }
        func left() async throws -> [Int] {
            try await newsroom.database.read { tx in
                [
                    try tx.value("SELECT COUNT(*) FROM sign_in_links") ?? -1,
                    try tx.value("SELECT COUNT(*) FROM sign_ins") ?? -1,
                    try tx.value("SELECT COUNT(*) FROM former_names") ?? -1,
                    try tx.value("SELECT COUNT(*) FROM open_sessions") ?? -1,
                ]
            }
        }
        for (day, rest) in [(1.0, [1, 1, 1, 1]), (1.1, [0, 1, 1, 1]), (30, [0, 0, 1, 1]), (91, [0, 0, 0, 1])] {
            try await expire(newsroom, at: .noon.later(day * Self.days))
            #expect(try await left() == rest, "after \(day) days")
        }
    }

    @Test("Other names from a source are shown as long as their digests are there", arguments: TestedEngine.allCases)
    func neighbors(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.post("One.", name: "Anna", source: "aa")
        let comment = try await newsroom.post("Two.", name: "Bert", source: "aa", at: .noon.later(Self.days))
        let now = Date.noon.later(Self.days + 1)
        func names() async throws -> [String] {
            try await newsroom.database.read { tx in try tx.commenterRecord(of: comment, now: now).neighbors.map(\.name)
            }
        }
        #expect(try await names() == ["Anna"])
        try await expire(newsroom, Retention(digestDays: 1), at: now)
        #expect(try await names() == [])
    }

    @Test("The log has no name and no address of a reader", arguments: TestedEngine.allCases)
    func log(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader()
        let comment = try await newsroom.post("A word of hers.", by: reader)
        try await newsroom.report(comment, source: "aa")
        let (open, moderator) = (try #require(try await newsroom.cases().first), newsroom.moderator)
        try await newsroom.database.write { tx in
            let draft = try DeskNoteDraft(subject: "name", text: "She is a regular.")
            try tx.addNote(draft, on: open.id, by: moderator, now: .noon)
        }
        _ = try await newsroom.rule(.uphold, open.id)
        try await newsroom.leave(reader, .delete)
        _ = try await newsroom.close(reader)
        let entries = try await newsroom.database.read { tx in try tx.logEntries() }
        #expect(entries.first?.subject == "person \(reader.id)" && entries.count >= 4)
        for entry in entries {
            let text = "\(entry.actor) \(entry.subject) \(entry.detail)".lowercased()
            #expect(!text.contains("wanda") && !text.contains("winter"), "\(text)")
        }
        try await newsroom.expectSound()
    }
}
