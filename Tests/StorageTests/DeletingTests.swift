import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension TestNewsroom {
    func delete(
        _ comment: Comment, asks: Bool = false, writer: String = "writer", source: String = "one",
        limits: [Admission.Limit] = [], at now: Date = .noon
    ) async throws {
        let deletion = Deletion(comment: comment.id, asks: asks, writer: writer, source: source, now: now)
        try await database.write { tx in try tx.delete(deletion, limits: limits) }
    }

    func removal(of comment: Comment, writer: String = "writer", at now: Date = .noon) async throws -> OwnRemoval {
        try await database.read { tx in try tx.ownRemoval(of: comment.id, writer: writer, now: now).removal }
    }

    /// The tables in which a word occurs, in any column of text.
    func tables(with word: String) async throws -> [String] {
        var found: [String] = []
        for table in MovedTable.all {
            try await database.forEachPortion(of: table, after: table.beforeTheFirst) { rows in
                let isThere = rows.joined().contains { value in
                    if case .text(let text?) = value { text.contains(word) } else { false }
                }
                if isThere { found.append(table.name) }
            }
        }
        return found
    }

    func refused(_ work: () async throws -> Void) async -> Refusal.Code? {
        do {
            try await work()
            return nil
        } catch { return (error as? Refusal)?.code }
    }
}

@Suite("Deleting comments in the database", .timeLimit(.minutes(5)))
struct DeletingTests {
    /// Posts a comment whose name, texts and address all have the word "zebra", and edits it.
    private func zebra(_ newsroom: TestNewsroom, answering parent: Comment? = nil) async throws -> Comment {
        let draft = try CommentDraft(
            name: "Zebra zebra", text: "A zebra.", email: "zebra@example.org", parent: parent?.id, storyVersion: 1)
        let posting = Posting(
            draft: draft, story: newsroom.story, source: "zebra", commenter: .browser("writer"), now: .noon)
        let comment = try await newsroom.database.write { tx in
            let comment = try tx.post([posting], rules: .open)[0].get().comment
            return try tx.edit(comment.id, to: "Two zebras.", writer: "writer", now: .noon.later(1))
        }
        try await newsroom.redact(comment, "Two", at: .noon.later(2))
        return try await newsroom.comment(comment.id)
    }

    @Test("An unreported comment leaves its place, and nothing else of it is stored", arguments: TestedEngine.allCases)
    func erased(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await zebra(newsroom)
        let answer = try await newsroom.post("An answer > A quotation", answering: comment.id, writer: "other")
        #expect(try await newsroom.tables(with: "zebra") == ["comments", "comment_texts", "redactions"])
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        try await newsroom.delete(comment, at: .noon.later(299))
        #expect(try await newsroom.tables(with: "zebra") == [])
        let deleted = try await newsroom.comment(comment.id)
        #expect(deleted.state == .deleted && deleted.isErased && deleted.name.isEmpty)
        let entries = try await newsroom.threads().elements[0].entries
        #expect(entries.map(\.comment.id) == [comment.id, answer.id] && entries[1].answered?.name == nil)
        let changes = try await newsroom.database.read { tx in try tx.changes(after: before, limit: 10) }
        #expect(changes.map(\.kind) == [.commentRemoved] && changes[0].commentCount == 1)
        try await newsroom.delete(comment, at: .noon.later(4_000))
        #expect(try await newsroom.database.read { tx in try tx.latestChange() } == before + 1, "once")
        #expect(try await newsroom.removal(of: comment) == .done)
        try await newsroom.expectSound()
    }

    @Test("The desk keeps a reported comment with its texts, in a closed case", arguments: TestedEngine.allCases)
    func reported(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await zebra(newsroom)
        try await newsroom.report(comment, source: "a", receipt: "receipt")
        let open = try #require(try await newsroom.cases().first)
        try await newsroom.delete(comment, at: .noon.later(60))
        #expect(try await newsroom.tables(with: "zebra") == ["comments", "comment_texts", "redactions"])
        #expect(try await newsroom.tables(with: "zebra@example.org") == [])
        let (queue, counts, kept, receipt) = try await newsroom.database.read { tx in
            (
                try tx.queue(QueueFilter(), now: .noon).elements, try tx.queueCounts(now: .noon),
                try tx.deskCase(open.id), try tx.receipt(hash: "receipt")
            )
        }
        #expect(queue.isEmpty && counts.open == 0 && counts.reported == 0)
        #expect(kept?.closedAt == .noon.later(60) && kept?.comment.text == comment.text && kept?.reports.count == 1)
        #expect(receipt?.outcome == .removedByAuthor(at: .noon.later(60)))
        let moderator = newsroom.moderator
        let found = try await newsroom.database.write { tx in
            _ = try tx.claim(open.id, by: moderator, now: .noon)
            return try tx.takeCase(of: comment.id, by: moderator, now: .noon)
        }
        #expect(found == open.id)
        #expect(try await newsroom.database.read { tx in try tx.otherComments(like: comment) } == [])
        try await newsroom.expectSound()
    }

    @Test("A decided case of a reported comment keeps the text too", arguments: TestedEngine.allCases)
    func decided(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await zebra(newsroom)
        try await newsroom.report(comment, source: "a", receipt: "receipt")
        let ruling = try await newsroom.rule(.dismiss, try #require(try await newsroom.cases().first).id)
        try await newsroom.delete(comment)
        #expect(try await newsroom.comment(comment.id).text == comment.text)
        let receipt = try await newsroom.database.read { tx in try tx.receipt(hash: "receipt") }
        #expect(receipt?.outcome == .dismissed(at: .noon))
        #expect(await newsroom.refused { try await newsroom.undo(ruling) } == .ruling(.removedByAuthor))
        #expect(try await newsroom.comment(comment.id).state == .deleted)
    }

    @Test("Nothing brings a deleted comment back or changes it", arguments: TestedEngine.allCases, [false, true])
    func final(_ engine: TestedEngine, isReported: Bool) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Words and words.")
        let moderator = newsroom.moderator
        if isReported { try await newsroom.report(comment, source: "a") }
        let redaction = try await newsroom.redact(comment, "and")
        let black = try await newsroom.comment(comment.id)
        let (open, act) = try await newsroom.database.write { tx in
            let open = try tx.takeCase(of: comment.id, by: moderator, now: .noon)
            return (open, try tx.act(.hold, on: open, revision: black.revision, by: moderator, now: .noon))
        }
        try await newsroom.delete(comment)
        let deleted = try await newsroom.comment(comment.id)
        for outcome in [Ruling.Outcome.uphold, .dismiss, .approve] {
            let ruled = await newsroom.refused { _ = try await newsroom.rule(outcome, open) }
            #expect(ruled == .ruling(.removedByAuthor))
        }
        let attempts: [(Refusal.Code, @Sendable (Transaction) throws -> Void)] = [
            (.ruling(.removedByAuthor), { tx in try tx.undo(act, by: moderator, now: .noon) }),
            (.ruling(.removedByAuthor), { tx in try tx.undo(redaction, by: moderator, now: .noon) }),
            (.comment(.takenDown), { tx in try tx.edit(comment.id, to: "Back.", writer: "writer", now: .noon) }),
            (
                .ruling(.notAnswerable),
                { tx in
                    let draft = try DeskReplyDraft(name: "The desk", text: "A reply.")
                    _ = try tx.reply(draft, in: open, by: moderator, now: .noon)
                }
            ),
        ]
        for (code, attempt) in attempts {
            #expect(await newsroom.refused { try await newsroom.database.write(attempt) } == code)
        }
        // It was held when it was deleted, so readers find nothing in its place.
        #expect(await newsroom.refused { try await newsroom.report(comment, source: "b") } == .missing(.comment))
        #expect(
            await newsroom.refused { try await newsroom.post("An answer", answering: comment.id) }
                == .missing(.answeredComment))
        #expect(await newsroom.refused { try await newsroom.redact(deleted, "words") } == .redaction(.takenDown))
        #expect(try await newsroom.comment(comment.id) == deleted)
        try await newsroom.expectSound()
    }
}
