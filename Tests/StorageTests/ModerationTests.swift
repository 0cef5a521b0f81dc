import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Moderation in the database", .timeLimit(.minutes(5)))
struct ModerationTests {
    @Test(
        "The queue lists the most reported comments first, then the oldest, and counts a source once",
        arguments: TestedEngine.allCases)
    func queue(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let once = try await newsroom.post("once")
        let thrice = try await newsroom.post("thrice", name: "Other")
        let onceEarlier = try await newsroom.post("once, earlier", name: "Third")
        try await newsroom.report(onceEarlier, source: "a", at: .noon.later(1))
        try await newsroom.report(once, source: "a", at: .noon.later(2))
        for source in ["a", "b", "c", "c", "a"] {
            try await newsroom.report(thrice, source: source, at: .noon.later(3))
        }
        let cases = try await newsroom.cases()
        #expect(cases.map(\.comment.text) == ["thrice", "once, earlier", "once"])
        #expect(cases.map(\.reportCount) == [3, 1, 1])
        #expect(cases[0].reports.count == 5, "all five reports are listed")
        try await newsroom.expectSound()
    }

    @Test("The queue shows each case as the page of that case does", arguments: TestedEngine.allCases)
    func queueAndCases(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var comments: [Comment] = []
        for number in 0..<18 {
            // Some are posted at the same moment.
            let name = ["A reader", "Another", "a READER"][number % 3]
            comments.append(try await newsroom.post("\(number)", name: name, at: .noon.later(Double(number / 4))))
        }
        for source in 0..<60 { try await newsroom.report(comments[2], source: "\(source)") }
        for number in [0, 5, 16, 17] { try await newsroom.report(comments[number], source: "one", at: .noon.later(9)) }
        let queue = try await newsroom.cases()
        let alone = try await newsroom.database.read { tx in try queue.compactMap { try tx.deskCase($0.id) } }
        #expect(queue == alone)
        #expect(queue.map(\.reports.count) == [50, 1, 1, 1, 1])
        #expect(queue.map(\.reportCount) == [60, 1, 1, 1, 1])
        #expect(queue.allSatisfy { $0.othersByAuthor.count == 5 })
    }

    @Test("Simultaneous reports from one source count as one", arguments: TestedEngine.allCases)
    func concurrentReports(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<30 { group.addTask { try? await newsroom.report(comment, source: "a") } }
        }
        #expect(try await newsroom.cases().first?.reportCount == 1)
        try await newsroom.expectSound()
    }

    @Test(
        "Removing a comment keeps its text, and undoing restores the previous state exactly",
        arguments: TestedEngine.allCases)
    func upholdAndUndo(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("bad words")
        let answer = try await newsroom.post("an answer", answering: comment.id)
        try await newsroom.report(answer, source: "a")
        let before = try await (newsroom.threads().elements, newsroom.cases(), newsroom.count())
        let ruling = try await newsroom.rule(.uphold, before.1[0].id)
        let down = try await newsroom.comment(answer.id)
        #expect(down.state == .removed(clause: "abuse"))
        #expect(down.text == "an answer")
        #expect(try await newsroom.database.read { tx in try tx.rulingAgainst(answer.id) }?.id == ruling)
        #expect(try await newsroom.count() == 1)
        #expect(try await newsroom.cases().isEmpty)
        try await newsroom.expectSound()
        try await newsroom.undo(ruling)
        let after = try await (newsroom.threads().elements, newsroom.cases(), newsroom.count())
        #expect(after == before)
        #expect(try await newsroom.database.read { tx in try tx.rulingAgainst(answer.id) } == nil)
        try await newsroom.expectSound()
    }

    @Test(
        "Undoing an approval hides the text of the comment and keeps its replies in place",
        arguments: TestedEngine.allCases)
    func undoneApproval(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let held = try await newsroom.post("held", name: "Newcomer", rules: .holding)
        let ruling = try await newsroom.rule(.approve, try #require(try await newsroom.cases().first).id)
        try await newsroom.post("an answer", answering: held.id)
        try await newsroom.undo(ruling)
        #expect(try await newsroom.comment(held.id).state == .held)
        #expect(try await newsroom.threads().elements.first?.entries.count == 2)
        #expect(try await newsroom.count() == 1)
        try await newsroom.expectSound()
    }

    @Test(
        "One of several simultaneous rulings wins, and the others learn who made it", arguments: TestedEngine.allCases)
    func concurrentRulings(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        try await newsroom.report(comment, source: "a")
        let caseID = try #require(try await newsroom.cases().first).id
        let refusals = await withTaskGroup(of: Refusal?.self) { group in
            for outcome in [Ruling.Outcome.uphold, .dismiss, .uphold, .dismiss] {
                group.addTask {
                    do {
                        _ = try await newsroom.rule(outcome, caseID)
                        return nil
                    } catch { return error as? Refusal }
                }
            }
            return await group.reduce(into: [Refusal]()) { all, one in if let one { all.append(one) } }
        }
        #expect(refusals.count == 3)
        #expect(
            refusals.allSatisfy { $0.code == .ruling(.ruledMeanwhile) && $0.values[.name] == .text("The moderator") })
        let entries = try await newsroom.database.read { tx in try tx.logEntries() }
        #expect(entries.map(\.action) == ["ruling", "staff.add"])
    }

    @Test(
        "After a dismissal, a report reopens the case only from another source or for another rule",
        arguments: TestedEngine.allCases)
    func reportsAfterDismissal(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        try await newsroom.report(comment, source: "a")
        let first = try #require(try await newsroom.cases().first).id
        let ruling = try await newsroom.rule(.dismiss, first)
        try await newsroom.report(comment, source: "a", receipt: "later")
        #expect(try await newsroom.cases().isEmpty)
        let later = try #require(try await newsroom.database.read { tx in try tx.receipt(hash: "later") })
        #expect(later.outcome == .dismissed(at: .noon))
        try await newsroom.report(comment, source: "a", clause: "hate")
        #expect(try await newsroom.cases().map(\.reportCount) == [1])
        try await newsroom.report(comment, source: "b")
        #expect(try await newsroom.cases().map(\.reportCount) == [2])
        try await newsroom.expectSound()
        let refusal = await #expect(throws: Refusal.self) { try await newsroom.undo(ruling) }
        #expect(refusal?.kind == .conflict)
    }

    @Test("A ruling that does not fit the case is refused and changes nothing", arguments: TestedEngine.allCases)
    func unfitting(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        try await newsroom.report(comment, source: "a")
        let caseID = try #require(try await newsroom.cases().first).id
        let refusal = await #expect(throws: Refusal.self) { _ = try await newsroom.rule(.approve, caseID) }
        #expect(refusal?.kind == .invalid)
        #expect(try await newsroom.cases().count == 1)
        #expect(try await newsroom.database.read { tx in try tx.logEntries() }.map(\.action) == ["staff.add"])
    }

    @Test("Log entries cannot be changed or deleted, and a forged entry is found", arguments: TestedEngine.allCases)
    func log(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<3 {
            let comment = try await newsroom.post("x \(number)")
            try await newsroom.report(comment, source: "a")
            _ = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id)
        }
        for sql in [
            "UPDATE log_entries SET detail = 'nothing' WHERE number = 2", "DELETE FROM log_entries WHERE number = 3",
        ] as [SQL] {
            await #expect(throws: DatabaseFault.self) {
                try await newsroom.database.write { tx in try tx.run(sql) }
            }
        }
        try await newsroom.expectSound()
        try await newsroom.database.write { tx in
            switch tx.dialect {
            case .sqlite: try tx.script("DROP TRIGGER log_entries_stay")
            case .postgreSQL: try tx.script("DROP TRIGGER log_entries_stay ON log_entries")
            }
            try tx.run("UPDATE log_entries SET detail = 'nothing' WHERE number = 2")
        }
        #expect(try await newsroom.database.read { tx in try tx.firstBrokenLogEntry() } == 2)
    }

    @Test("The receipt shows the outcome of a report", arguments: TestedEngine.allCases)
    func receipt(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("x")
        let hash = "one"
        try await newsroom.report(comment, source: "a", receipt: hash)
        let waiting = try #require(try await newsroom.database.read { tx in try tx.receipt(hash: hash) })
        #expect(waiting.outcome == .waiting)
        let ruling = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id)
        let decided = try #require(try await newsroom.database.read { tx in try tx.receipt(hash: hash) })
        #expect(decided.outcome == .upheld(at: .noon))
        try await newsroom.undo(ruling)
        let again = try #require(try await newsroom.database.read { tx in try tx.receipt(hash: hash) })
        #expect(again.outcome == .waiting)
    }
}
