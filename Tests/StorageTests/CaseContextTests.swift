import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The context of a case in the database", .timeLimit(.minutes(5)))
struct CaseContextTests {
    private func context(_ comment: Comment, in newsroom: TestNewsroom, now: Date = .noon) async throws -> CaseContext {
        try await newsroom.report(comment, source: UUID().uuidString)
        return try await newsroom.database.read { tx in
            let deskCase = try #require(try tx.openCases().first { $0.comment.id == comment.id })
            return try tx.caseContext(of: deskCase, now: now)
        }
    }

    @Test(
        "A comment without a parent has nothing above it, and shows its first answers", arguments: TestedEngine.allCases
    )
    func beginning(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.post("another thread")
        let comment = try await newsroom.post("first")
        for number in 0..<7 {
            try await newsroom.post("\(number)", answering: comment.id, at: .noon.later(Double(number)))
        }
        let context = try await context(newsroom.comment(comment.id), in: newsroom)
        #expect(context.above.isEmpty && context.siblings.isEmpty && !context.isGapAbove)
        #expect(context.answers.map(\.text) == ["0", "1", "2", "3", "4"])
        #expect(context.quotedVersion == nil && context.earlierTexts.isEmpty && context.notes.isEmpty)
    }

    @Test(
        "A deep comment has its parent first, the beginning of the thread last, and a gap between them",
        arguments: TestedEngine.allCases)
    func deep(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var chain = [try await newsroom.post("0")]
        for number in 1...13 { chain.append(try await newsroom.post("\(number)", answering: chain[number - 1].id)) }
        let short = try await context(chain[11], in: newsroom)
        #expect(short.above.map(\.text) == (0...10).reversed().map(String.init))
        #expect(!short.isGapAbove)
        let long = try await context(chain[13], in: newsroom)
        #expect(long.above.map(\.text) == (3...12).reversed().map(String.init) + ["0"])
        #expect(long.isGapAbove)
    }

    @Test("A removed parent is shown with its text and its state", arguments: TestedEngine.allCases)
    func removedParent(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let parent = try await newsroom.post("vile")
        let before = try await newsroom.post("before", answering: parent.id, at: .noon.later(1))
        let comment = try await newsroom.post("reply", answering: parent.id, at: .noon.later(2))
        try await newsroom.post("after", answering: parent.id, at: .noon.later(3))
        try await newsroom.report(parent, source: "a")
        _ = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id)
        let context = try await context(comment, in: newsroom)
        #expect(context.above.map(\.text) == ["vile"])
        #expect(context.above.first?.state == .removed(clause: "abuse"))
        #expect(context.siblings == [before])
    }

    @Test("The version of the story comes only with a comment that quotes", arguments: TestedEngine.allCases)
    func quotation(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("> It went on.\n\nDid it?")
        let context = try await context(comment, in: newsroom)
        #expect(context.quotedVersion?.number == 1 && !context.isStoryWithdrawn)
        #expect(context.quotedVersion?.body.sent.contains("It went on.") == true)
        try await newsroom.database.write { tx in
            _ = try tx.publish(.test(guid: "one", version: 2, status: .canceled), opening: "")
        }
        let later = try await self.context(comment, in: newsroom)
        #expect(later.isStoryWithdrawn && later.quotedVersion != nil)
    }

    @Test("The record of a name counts its comments and the removed ones by rule", arguments: TestedEngine.allCases)
    func commenter(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comments = [
            try await newsroom.post("0"), try await newsroom.post("1", name: "a READER", at: .noon.later(60)),
            try await newsroom.post("2", at: .noon.later(120)),
        ]
        try await newsroom.post("3", name: "Another")
        for (comment, clause) in zip(comments, ["abuse", "hate"]) {
            try await newsroom.report(comment, source: "a")
            _ = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id, clause: clause)
        }
        let record = try await context(comments[2], in: newsroom).commenter
        #expect(record.since == .noon && record.count == 3)
        #expect(record.removed == ["abuse": 1, "hate": 1])
        #expect(record.neighbors.isEmpty && record.furtherNeighbors == 0)
    }

    @Test("Counting the comments of a name stops at 1,000", arguments: TestedEngine.allCases)
    func manyComments(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        try await newsroom.database.write { tx in
            try tx.run(
                """
                INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, created_at, source)
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1200)
                SELECT $1, 'A reader', 'a reader', 'x', 'published', 1, 1, $2, 's' FROM numbers
                """, newsroom.story, Date.noon)
        }
        #expect(try await context(comment, in: newsroom).commenter.count == 1_000)
    }

    @Test("Other names from the same source count for seven days, across two weeks", arguments: TestedEngine.allCases)
    func neighbors(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let day = 86_400.0
        let comment = try await newsroom.post("x", name: "One", source: "s")
        for age in [0, 1, 6.9, 7.1] {
            try await newsroom.post("\(age)", name: "Two", source: "s", at: .noon.later(-age * day))
        }
        try await newsroom.post("own", name: "ONE", source: "s")
        try await newsroom.post("elsewhere", name: "Three", source: "t")
        try await newsroom.post("old", name: "Four", source: "s", at: .noon.later(-8 * day))
        for number in 10..<22 { try await newsroom.post("x\(number)", name: "Name \(number)", source: "s") }
        let record = try await context(comment, in: newsroom).commenter
        #expect(record.neighbors.first == .init(name: "Two", count: 3))
        #expect(record.neighbors.count == 10 && record.furtherNeighbors == 3)
        #expect(!record.neighbors.contains { ["One", "ONE", "Three", "Four"].contains($0.name) })
    }

    @Test(
        "A reporter's record counts rulings on other cases, of the latest 50 reports", arguments: TestedEngine.allCases)
    func reporters(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for (number, outcome) in [Ruling.Outcome.uphold, .uphold, .dismiss].enumerated() {
            try await newsroom.report(newsroom.post("\(number)"), source: "a")
            _ = try await newsroom.rule(outcome, try #require(try await newsroom.cases().first).id)
        }
        let comment = try await newsroom.post("x")
        try await newsroom.report(comment, source: "a")
        let context = try await context(comment, in: newsroom)
        #expect(context.reporters.count == 2)
        #expect(Set(context.reporters.values) == [.init(upheld: 2, dismissed: 1), .init(upheld: 0, dismissed: 0)])
        for number in 0..<49 { try await newsroom.report(newsroom.post("more \(number)"), source: "a") }
        let later = try await newsroom.database.read { tx in try tx.reporterRecord(of: "a") }
        #expect(later == ReporterRecord(upheld: 0, dismissed: 0), "the latest 50 reports are open")
    }

    @Test("An undone ruling no longer counts for the reporter", arguments: TestedEngine.allCases)
    func undone(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.report(newsroom.post("x"), source: "a")
        let ruling = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id)
        let before = try await newsroom.database.read { tx in try tx.reporterRecord(of: "a") }
        try await newsroom.undo(ruling)
        let after = try await newsroom.database.read { tx in try tx.reporterRecord(of: "a") }
        #expect([before, after] == [.init(upheld: 1, dismissed: 0), .init(upheld: 0, dismissed: 0)])
    }

    @Test(
        "A note about a name is on all its cases, one about a comment only there, and the log has no words of either",
        arguments: TestedEngine.allCases)
    func notes(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (first, second) = (try await newsroom.post("1"), try await newsroom.post("2", name: "A  READER"))
        try await newsroom.report(first, source: "a")
        let caseID = try #require(try await newsroom.cases().first).id
        for subject in DeskNote.Subject.allCases {
            let draft = try DeskNoteDraft(subject: subject.rawValue, text: "secret \(subject)")
            try await newsroom.database.write { tx in
                try tx.addNote(draft, on: caseID, by: newsroom.moderator, now: .noon)
            }
        }
        let notes = try await [context(first, in: newsroom).notes, context(second, in: newsroom).notes]
        #expect(notes[0].map(\.text) == ["secret name", "secret comment"])
        #expect(notes[0].map(\.subject) == [.name, .comment])
        #expect(notes[0].allSatisfy { $0.authorName == "The moderator" && $0.createdAt == .noon })
        #expect(notes[1] == Array(notes[0].prefix(1)))
        let log = try await newsroom.database.read { tx in try tx.logEntries(limit: 2) }
        #expect(log.map(\.action) == ["note", "note"])
        #expect(log.map(\.subject) == ["comment \(first.id)", "comment \(first.id)"])
        #expect(!log.contains { $0.detail.contains("secret") })
        try await newsroom.expectSound()
    }

    @Test("A note on a case that does not exist is refused", arguments: TestedEngine.allCases)
    func missing(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let draft = try DeskNoteDraft(subject: "name", text: "x")
        let refusal = await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                _ = try tx.addNote(draft, on: Case.ID(9), by: newsroom.moderator, now: .noon)
            }
        }
        #expect(refusal?.code == .missing(.deskCase))
    }
}
