import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The queue in the database", .timeLimit(.minutes(5)))
struct QueueTests {
    private func texts(
        _ filter: QueueFilter = QueueFilter(), after key: PageKey? = nil, limit: Int = 25, at now: Date = .noon,
        in newsroom: TestNewsroom
    ) async throws -> PageOfResults<String> {
        try await newsroom.database.read { tx in try tx.queue(filter, after: key, limit: limit, now: now) }
            .map(\.comment.text)
    }

    private func next(
        _ filter: QueueFilter = QueueFilter(), from current: Case.ID? = nil, by staff: Staff? = nil,
        at now: Date = .noon, in newsroom: TestNewsroom
    ) async throws -> Case.ID? {
        let staff = staff ?? newsroom.moderator
        return try await newsroom.database.write { tx in
            try tx.claimNext(filter, notAgain: current, by: staff, now: now)
        }
    }

    private func colleague(_ role: Role = .moderator, in newsroom: TestNewsroom) async throws -> Staff {
        try await newsroom.database.write { tx in
            try tx.addStaff(
                email: "colleague@example.org", name: "A colleague", role: role, passwordHash: "-", now: .noon)
        }
    }

    private func act(
        _ kind: CaseAct.Kind, on id: Case.ID, revision: Comment.Revision = 0, in newsroom: TestNewsroom
    ) async throws -> CaseAct.ID {
        let staff = newsroom.moderator
        return try await newsroom.database.write { tx in
            try tx.act(kind, on: id, revision: revision, by: staff, now: .noon)
        }
    }

    @Test("Reports by trusted readers, grave rules and age make a case urgent", arguments: TestedEngine.allCases)
    func order(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let long = Date.noon.later(-86_400)
        let old = try await newsroom.post("old", at: long)
        let grave = try await newsroom.post("grave", name: "Other", at: long)
        let slight = try await newsroom.post("slight", name: "Third", at: long)
        try await newsroom.report(old, source: "a", clause: "off-topic", at: .noon.later(-3 * 3_600))
        try await newsroom.report(grave, source: "b", clause: "unlawful")
        try await newsroom.report(slight, source: "c", clause: "off-topic")
        #expect(try await texts(in: newsroom).elements == ["grave", "old", "slight"])
        let entries = try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements }
        #expect(entries.map(\.urgency.reportMinutes) == [300, 15, 15])
        #expect(entries.allSatisfy { $0.urgency.rank.milliseconds == $0.key.milliseconds })
        // The desk has agreed with this source twice, so its next report counts for more.
        for _ in 0..<2 {
            let comment = try await newsroom.post("spam \(UUID())", at: long)
            try await newsroom.report(comment, source: "c", clause: "advertising")
            let cases = try await newsroom.cases()
            _ = try await newsroom.rule(.uphold, try #require(cases.first { $0.comment.id == comment.id }).id)
        }
        #expect(
            try await newsroom.database.read { tx in try tx.reporterRecord(of: "c") }
                == ReporterRecord(upheld: 2, dismissed: 0))
        let trusted = try await newsroom.post("trusted", at: long)
        try await newsroom.report(trusted, source: "c", clause: "abuse")
        let minutes = try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements }
            .first { $0.comment.id == trusted.id }?.urgency.reportMinutes
        #expect(minutes == 180)
    }

    @Test(
        "Each view and each filter has its cases, in pages, and the counts are exact", arguments: TestedEngine.allCases)
    func views(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<5 {
            let comment = try await newsroom.post("reported \(number)", name: "Name \(number)")
            try await newsroom.report(comment, source: "a", at: .noon.later(Double(number)))
        }
        try await newsroom.post("held", name: "Unknown", at: .noon.later(60), rules: .holding)
        let first = try await texts(QueueFilter(.reported), limit: 3, in: newsroom)
        let second = try await texts(QueueFilter(.reported), after: first.next, limit: 3, in: newsroom)
        #expect(first.elements + second.elements == (0..<5).map { "reported \($0)" } && second.next == nil)
        #expect(try await texts(QueueFilter(.held), in: newsroom).elements == ["held"])
        let story = newsroom.story
        let filters = [
            (QueueFilter(), 6), (QueueFilter(story: story), 6), (QueueFilter(story: Story.ID(99)), 0),
            (QueueFilter(topic: "BRIDGES"), 6), (QueueFilter(topic: "Roads"), 0), (QueueFilter(language: .english), 6),
            (QueueFilter(language: Language(tag: "de")), 0), (QueueFilter(clause: "abuse"), 5),
            (QueueFilter(clause: "hate"), 0), (QueueFilter(hours: 1), 0), (QueueFilter(.held, clause: "abuse"), 0),
        ]
        for (filter, count) in filters {
            #expect(try await newsroom.database.read { tx in try tx.queueCount(filter, now: .noon) } == count)
            #expect(try await texts(filter, in: newsroom).elements.count == count)
        }
        let cases = try await newsroom.cases()
        _ = try await act(.escalate, on: cases[0].id, in: newsroom)
        let counts = try await newsroom.database.read { tx in try tx.queueCounts(now: .noon) }
        #expect(counts == QueueCounts(open: 5, reported: 4, held: 1, escalated: 1, unread: 0))
        #expect(try await texts(QueueFilter(.escalated), in: newsroom).elements == ["reported 0"])
    }

    @Test("Two moderators never get the same case; a claim ends after two minutes", arguments: TestedEngine.allCases)
    func claims(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await colleague(in: newsroom)
        for number in 0..<3 {
            let comment = try await newsroom.post("\(number)", name: "Name \(number)")
            try await newsroom.report(comment, source: "a", at: .noon.later(Double(number)))
        }
        let cases = try await newsroom.cases().map(\.id)
        #expect(try await next(in: newsroom) == cases[0])
        #expect(try await next(by: other, in: newsroom) == cases[1])
        #expect(try await next(from: cases[0], in: newsroom) == cases[2])
        #expect(try await next(from: cases[1], by: other, in: newsroom) == nil)
        let entries = try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements }
        #expect(entries.map(\.claim?.name) == ["The moderator", "A colleague", "The moderator"])
        await #expect(throws: Refusal.self) { try await newsroom.rule(.uphold, cases[1]) }
        let late = Date.noon.later(CaseClaim.seconds)
        #expect(try await next(by: other, at: late.later(-1), in: newsroom) == cases[1])
        #expect(try await next(from: cases[1], by: other, at: late, in: newsroom) == cases[0])
        let skipping = QueueFilter().skipping(cases[0])
        #expect(try await next(skipping, by: other, at: late, in: newsroom) == cases[1])
        _ = try await newsroom.rule(.uphold, cases[2])
        #expect(try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements.count } == 2)
    }

    @Test("A held comment is hidden until the case is decided, and undoing shows it", arguments: TestedEngine.allCases)
    func hold(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        try await newsroom.report(comment, source: "a")
        let id = try await newsroom.cases()[0].id
        let before = try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements }
        let act = try await act(.hold, on: id, in: newsroom)
        #expect(try await newsroom.comment(comment.id).state == .held)
        #expect(try await newsroom.count() == 0)
        await #expect(throws: Refusal.self) { try await self.act(.hold, on: id, in: newsroom) }
        let staff = newsroom.moderator
        try await newsroom.database.write { tx in _ = try tx.undo(act, by: staff, now: .noon) }
        #expect(try await newsroom.comment(comment.id).state == .published)
        #expect(try await newsroom.count() == 1)
        #expect(
            try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements } == before)
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in _ = try tx.undo(act, by: staff, now: .noon) }
        }
        let again = try await self.act(.hold, on: id, in: newsroom)
        _ = try await newsroom.rule(.approve, id)
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in _ = try tx.undo(again, by: staff, now: .noon) }
        }
        try await newsroom.expectSound()
    }

    @Test("A case that waits for an editor is decided by editors alone", arguments: TestedEngine.allCases)
    func escalated(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let editor = try await colleague(.editor, in: newsroom)
        let comment = try await newsroom.post("x")
        try await newsroom.report(comment, source: "a")
        let id = try await newsroom.cases()[0].id
        let act = try await act(.escalate, on: id, in: newsroom)
        let refusal = await #expect(throws: Refusal.self) { try await newsroom.rule(.uphold, id) }
        #expect(refusal?.code == .ruling(.forEditors))
        // A moderator may look at it, and still keeps no editor from it.
        #expect(try await next(QueueFilter(.escalated), in: newsroom) == id)
        #expect(try await next(QueueFilter(.escalated), by: editor, in: newsroom) == id)
        #expect(try await next(by: editor, in: newsroom) == nil)
        #expect(try await next(QueueFilter(.escalated), by: editor, in: newsroom) == id)
        let staff = newsroom.moderator
        try await newsroom.database.write { tx in _ = try tx.undo(act, by: staff, now: .noon) }
        #expect(try await texts(in: newsroom).elements == ["x"])
    }

    @Test("The decisions of a day are counted", arguments: TestedEngine.allCases)
    func days(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for (number, outcome) in [Ruling.Outcome.uphold, .dismiss, .uphold].enumerated() {
            let comment = try await newsroom.post("\(number)", name: "Name \(number)")
            try await newsroom.report(comment, source: "a")
            _ = try await newsroom.rule(outcome, try await newsroom.cases()[0].id)
        }
        let staff = newsroom.moderator
        let days = try await newsroom.database.read { tx in
            try [Date.noon, .noon.later(86_400)].map { try tx.decisions(of: staff, on: $0) }
        }
        #expect(days == [ModeratorDay(decided: 3, removed: 2), ModeratorDay(decided: 0, removed: 0)])
    }
}
