import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Edited comments", .timeLimit(.minutes(5)))
struct EarlierTextTests {
    private func edit(
        _ newsroom: TestNewsroom, _ comment: Comment, _ text: String, at second: Double, rules: PostingRules = .open
    ) async throws {
        try await newsroom.database.write { tx in
            _ = try tx.edit(comment.id, to: text, writer: "writer", rules: rules, now: .noon.later(second))
        }
    }

    private func texts(_ newsroom: TestNewsroom, _ comment: Comment) async throws -> [String] {
        try await newsroom.database.read { tx in try tx.earlierTexts(of: comment.id) }.map(\.text)
    }

    @Test(
        "20 earlier texts are stored: the first, the latest, and those that were reported",
        arguments: TestedEngine.allCases)
    func kept(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("0")
        for number in 1...60 {
            try await edit(newsroom, comment, "\(number)", at: Double(number))
            if [3, 4, 30].contains(number) {
                try await newsroom.report(comment, source: "\(number)", at: .noon.later(Double(number) + 0.5))
            }
        }
        let kept = try await texts(newsroom, comment)
        #expect(kept == ["0", "3", "4", "30"] + (44...59).map(String.init))
        #expect(try await newsroom.comment(comment.id).text == "60")
    }

    @Test(
        "If every text was reported, the oldest are deleted except the first", arguments: TestedEngine.allCases)
    func allReported(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("0")
        for number in 1...25 {
            try await newsroom.report(comment, source: "\(number)", at: .noon.later(Double(number) - 0.5))
            try await edit(newsroom, comment, "\(number)", at: Double(number))
        }
        #expect(try await texts(newsroom, comment) == ["0"] + (6...24).map(String.init))
    }

    @Test("Edits in the same millisecond get revisions of their own", arguments: TestedEngine.allCases)
    func revisions(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("0")
        var revisions = [comment.revision]
        for number in 1...5 {
            try await edit(newsroom, comment, "\(number)", at: 1)
            revisions.append(try await newsroom.comment(comment.id).revision)
        }
        #expect(Set(revisions).count == 6 && revisions == revisions.sorted())
    }

    @Test("An edit based on an older revision is refused", arguments: TestedEngine.allCases)
    func stale(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("0")
        try await edit(newsroom, comment, "1", at: 1)
        let refusal = await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                _ = try tx.edit(
                    CommentEdit(
                        comment: comment.id, text: "2", revision: comment.revision, writer: "writer", source: "one",
                        now: .noon.later(2)), rules: .open)
            }
        }
        #expect(refusal?.kind == .conflict)
        #expect(try await newsroom.comment(comment.id).text == "1")
        #expect(try await texts(newsroom, comment) == ["0"])
    }

    @Test(
        "Edits are limited like comments, and an edit without a change is not counted",
        arguments: TestedEngine.allCases)
    func limits(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("0")
        let rules = PostingRules(closing: .never, holdsUnknownNames: false, limits: [.init(3, per: 60)])
        for text in ["1", "1", "2", "2", "3"] { try await edit(newsroom, comment, text, at: 1, rules: rules) }
        let refusal = await #expect(throws: Refusal.self) {
            try await edit(newsroom, comment, "4", at: 2, rules: rules)
        }
        #expect(refusal?.kind == .tooSoon && refusal?.retryAfter == 59)
        try await edit(newsroom, comment, "4", at: 61, rules: rules)
    }

    @Test(
        "A comment that a moderator kept or published is held again when its writer edits it",
        arguments: TestedEngine.allCases,
        [Ruling.Outcome.approve, .dismiss])
    func heldAgain(_ engine: TestedEngine, _ outcome: Ruling.Outcome) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Nice.", rules: outcome == .approve ? .holding : .open)
        if outcome == .dismiss { try await newsroom.report(comment, source: "a") }
        let ruling = try await newsroom.rule(outcome, try #require(try await newsroom.cases().first).id)
        #expect(try await newsroom.comment(comment.id).state == .published)
        let answer = try await newsroom.post("An answer.", answering: comment.id)
        try await edit(newsroom, comment, "Vile.", at: 5)
        #expect(try await newsroom.comment(comment.id).state == .held)
        let open = try #require(try await newsroom.cases().first)
        #expect(open.comment.text == "Vile." && open.reportCount == 0)
        #expect(try await newsroom.count() == 1)
        #expect(try await newsroom.threads().elements.first?.entries.map(\.comment.id) == [comment.id, answer.id])
        let refusal = await #expect(throws: Refusal.self) { try await newsroom.undo(ruling) }
        #expect(refusal?.kind == .conflict)
        _ = try await newsroom.rule(.approve, open.id)
        #expect(try await newsroom.comment(comment.id).state == .published)
        try await newsroom.expectSound()
    }

    @Test("A ruling on a text that has since changed is refused", arguments: TestedEngine.allCases)
    func unread(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Nice.")
        try await newsroom.report(comment, source: "a")
        let open = try #require(try await newsroom.cases().first)
        try await edit(newsroom, comment, "Vile.", at: 5)
        for revision in [open.comment.revision, nil, 7] {
            let refusal = await #expect(throws: Refusal.self) {
                let draft = try RulingDraft(
                    outcome: "dismiss", clause: nil, sentence: nil, revision: revision, policy: .standard)
                let moderator = newsroom.moderator
                try await newsroom.database.write { tx in _ = try tx.rule(open.id, draft, by: moderator, now: .noon) }
            }
            #expect(refusal?.kind == .conflict)
        }
        #expect(try await newsroom.cases().map(\.comment.text) == ["Vile."])
        #expect(try await newsroom.database.read { tx in try tx.logEntries() }.filter { $0.action == "ruling" }.isEmpty)
    }

    @Test("A ruling names a broken rule only if it removes the comment", arguments: TestedEngine.allCases)
    func rules(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Nice.")
        try await newsroom.report(comment, source: "a")
        let ruling = try await newsroom.rule(.dismiss, try #require(try await newsroom.cases().first).id)
        let kept = try #require(try await newsroom.database.read { tx in try tx.ruling(ruling) })
        #expect(kept.clause == nil)
        let entries = try await newsroom.database.read { tx in try tx.logEntries() }.filter { $0.action == "ruling" }
        #expect(entries.map(\.detail) == ["dismiss"])
    }
}
