import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension TestNewsroom {
    @discardableResult
    func redact(
        _ comment: Comment, _ passage: String, clause: String? = nil, at now: Date = .noon
    ) async throws -> Redaction.ID {
        let (draft, moderator) = (
            try RedactionDraft(passage: passage, clause: clause, revision: comment.revision, policy: .standard),
            moderator
        )
        return try await database.write { tx in try tx.redact(comment.id, draft, by: moderator, now: now) }
    }

    func undo(_ redaction: Redaction.ID, at now: Date = .noon) async throws {
        let moderator = moderator
        try await database.write { tx in try tx.undo(redaction, by: moderator, now: now) }
    }

    func redactions(of comment: Comment) async throws -> [Redaction] {
        try await database.read { tx in try tx.redactions(of: comment.id) }
    }

    fileprivate func refusal(_ work: () async throws -> Void) async -> Refusal.Code? {
        do {
            try await work()
            return nil
        } catch { return (error as? Refusal)?.code }
    }

    fileprivate func latestChange() async throws -> Change? {
        try await database.read { tx in try tx.changes(after: tx.latestChange() - 1, limit: 1).first }
    }
}

@Suite("Redactions in the database", .timeLimit(.minutes(5)))
struct RedactionTests {
    @Test(
        "A redaction changes the text for readers, keeps the text before, and undoing restores the comment exactly",
        arguments: TestedEngine.allCases)
    func redactAndUndo(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Call 030 123456 or 030 123456.")
        let id = try await newsroom.redact(comment, "030 123456", clause: "private", at: .noon.later(5))
        let black = try await newsroom.comment(comment.id)
        #expect(black.text == "Call █████ or █████." && black.redactedAt == .noon.later(5))
        #expect(black.revision != comment.revision && !black.isEditable(at: .noon))
        #expect(try await newsroom.threads().elements[0].entries[0].comment == black)
        let change = try #require(try await newsroom.latestChange())
        #expect(change.kind == .commentRedacted && change.place == comment.place && change.commentCount == 1)
        let made = try #require(try await newsroom.redactions(of: comment).first)
        #expect(made.id == id && made.textBefore == comment.text && made.clause == "private")
        #expect(made.staffName == "The moderator" && made.undoneAt == nil)
        try await newsroom.undo(id, at: .noon.later(9))
        #expect(try await newsroom.comment(comment.id) == comment)
        let undone = try #require(try await newsroom.redactions(of: comment).first)
        #expect(undone.undoneAt == .noon.later(9) && undone.undoneBy == "The moderator")
        #expect(try await newsroom.latestChange()?.number == change.number + 1)
        let entries = try await newsroom.database.read { tx in try tx.logEntries() }
        #expect(entries.prefix(2).map(\.action) == ["redact.undo", "redact"])
        #expect(entries.prefix(2).map(\.detail) == ["redaction \(id)", "private"])
        #expect(entries.prefix(2).allSatisfy { !$0.detail.contains("030") && $0.subject == "comment \(comment.id)" })
        try await newsroom.expectSound()
    }

    @Test(
        "Several redactions follow one another, and are undone in the opposite order", arguments: TestedEngine.allCases)
    func several(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Anna met Bert.")
        let first = try await newsroom.redact(comment, "Anna")
        let between = try await newsroom.comment(comment.id)
        let second = try await newsroom.redact(between, "Bert")
        #expect(try await newsroom.comment(comment.id).text == "█████ met █████.")
        let overtaken = await newsroom.refusal { try await newsroom.undo(first) }
        #expect(overtaken == .redaction(.overtaken))
        try await newsroom.undo(second)
        #expect(try await newsroom.comment(comment.id) == between)
        let again = await newsroom.refusal { try await newsroom.undo(second) }
        #expect(again == .redaction(.undoneAlready))
        try await newsroom.undo(first)
        #expect(try await newsroom.comment(comment.id) == comment)
        let third = try await newsroom.redact(comment, "met")
        let times = Set(try await newsroom.redactions(of: comment).map(\.madeAt))
        #expect(times.count == 3, "no two texts have the same revision")
        try await newsroom.undo(third)
        let missing = await newsroom.refusal { try await newsroom.undo(Redaction.ID(99)) }
        #expect(missing == .missing(.redaction))
    }

    @Test("A stale revision, a removed comment and a missing one are refused", arguments: TestedEngine.allCases)
    func refused(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Anna met Bert.")
        try await newsroom.database.write { tx in
            try tx.edit(comment.id, to: "Anna met Carl.", writer: "writer", now: .noon)
        }
        let stale = await newsroom.refusal { try await newsroom.redact(comment, "Anna") }
        #expect(stale == .redaction(.changedMeanwhile))
        let edited = try await newsroom.comment(comment.id)
        let elsewhere = await newsroom.refusal { try await newsroom.redact(edited, "Bert") }
        #expect(elsewhere == .redaction(.notInText))
        try await newsroom.report(comment, source: "a")
        let ruling = try await newsroom.rule(.uphold, newsroom.cases()[0].id)
        let removed = await newsroom.refusal { try await newsroom.redact(edited, "Anna") }
        #expect(removed == .redaction(.takenDown))
        try await newsroom.undo(ruling)
        try await newsroom.redact(edited, "Anna")
        let black = try await newsroom.comment(comment.id)
        #expect(black.text == "█████ met Carl.")
        #expect(
            try await newsroom.database.read { tx in try tx.earlierTexts(of: comment.id) }.map(\.text) == [comment.text]
        )
    }

    @Test(
        "The commenter cannot edit while a passage is missing, and can again afterwards",
        arguments: TestedEngine.allCases)
    func editing(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Anna met Bert.")
        let id = try await newsroom.redact(comment, "Anna")
        func edit() async throws {
            try await newsroom.database.write { tx in
                try tx.edit(comment.id, to: "Anna left.", writer: "writer", now: .noon)
            }
        }
        let refused = await newsroom.refusal { try await edit() }
        #expect(refused == .comment(.redacted))
        let black = try await newsroom.comment(comment.id)
        try await newsroom.undo(id)
        try await edit()
        let edited = try await newsroom.comment(comment.id)
        #expect(edited.text == "Anna left." && edited.revision != black.revision)
        let undone = await newsroom.refusal { try await newsroom.undo(id) }
        #expect(undone == .redaction(.undoneAlready))
    }

    @Test("A ruling on the text before a redaction is refused", arguments: TestedEngine.allCases)
    func ruling(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Anna met Bert.")
        try await newsroom.report(comment, source: "a")
        let moderator = newsroom.moderator
        let seen = try #require(try await newsroom.cases().first)
        try await newsroom.redact(comment, "Anna")
        let stale = await newsroom.refusal {
            try await newsroom.database.write { tx in
                let draft = try RulingDraft(
                    outcome: "uphold", clause: "abuse", sentence: nil, revision: seen.comment.revision,
                    policy: .standard)
                _ = try tx.rule(seen.id, draft, by: moderator, now: .noon)
            }
        }
        #expect(stale == .ruling(.unreadText))
        _ = try await newsroom.rule(.dismiss, seen.id)
        #expect(try await newsroom.comment(comment.id).text == "█████ met Bert.")
    }

    @Test("A held comment changes without a word to readers", arguments: TestedEngine.allCases)
    func held(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Anna met Bert.", name: "Newcomer", rules: .holding)
        let before = try await newsroom.latestChange()
        let id = try await newsroom.redact(comment, "Anna")
        #expect(try await newsroom.latestChange() == before)
        _ = try await newsroom.rule(.approve, newsroom.cases()[0].id)
        #expect(try await newsroom.threads().elements[0].entries[0].comment.text == "█████ met Bert.")
        try await newsroom.undo(id)
        #expect(try await newsroom.comment(comment.id).text == "Anna met Bert.")
        try await newsroom.expectSound()
    }
}
