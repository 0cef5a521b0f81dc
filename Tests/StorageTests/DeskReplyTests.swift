import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension TestNewsroom {
    /// Replies as the desk to a comment, in a case that this opens if there is none.
    @discardableResult
    func reply(_ text: String, to comment: Comment, at now: Date = .noon) async throws -> PostedComment {
        let moderator = moderator
        let draft = try DeskReplyDraft(name: "The desk", text: text)
        return try await database.write { tx in
            let id = try tx.takeCase(of: comment.id, by: moderator, now: now)
            return try tx.reply(draft, in: id, by: moderator, now: now)
        }
    }

    fileprivate func colleague() async throws -> Staff {
        try await database.write { tx in
            try tx.addStaff(
                email: "second@example.org", name: "The second", role: .moderator, passwordHash: "-", now: .noon)
        }
    }

    fileprivate func take(_ comment: Comment, as staff: Staff? = nil, at now: Date = .noon) async throws -> Case.ID {
        let staff = staff ?? moderator
        return try await database.write { tx in try tx.takeCase(of: comment.id, by: staff, now: now) }
    }

    fileprivate func refusal(_ work: () async throws -> Void) async -> Refusal.Code? {
        do {
            try await work()
            return nil
        } catch { return (error as? Refusal)?.code }
    }
}

@Suite("Replies by the desk in the database", .timeLimit(.minutes(5)))
struct DeskReplyStorageTests {
    @Test("A reply is a published comment that counts, is announced and is logged", arguments: TestedEngine.allCases)
    func reply(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Why?")
        let answer = try await newsroom.post("Yes, why?", answering: comment.id)
        let posted = try await newsroom.reply("Because.", to: answer, at: .noon.later(5))
        #expect(posted.comment.isByDesk && posted.comment.name == "The desk" && !posted.isRepetition)
        #expect(posted.comment.parent == answer.id && posted.comment.thread == comment.id)
        let entries = try await newsroom.threads().elements[0].entries.map(\.comment)
        #expect(entries.map(\.text) == ["Why?", "Yes, why?", "Because."])
        #expect(entries[2] == posted.comment && entries[0].replyCount == 2)
        #expect(try await newsroom.count() == 3)
        let (change, log) = try await newsroom.database.read { tx in
            (try tx.changes(after: tx.latestChange() - 1, limit: 1).first, try tx.logEntries().first)
        }
        #expect(change?.kind == .commentPublished && change?.place == posted.comment.place)
        #expect(log?.action == "reply" && log?.subject == "comment \(answer.id)")
        #expect(log?.detail == "comment \(posted.comment.id)" && log?.actor == "moderator@example.org")
        try await newsroom.expectSound()
    }

    @Test(
        "A reply sent twice is stored once, and the same words may answer two comments",
        arguments: TestedEngine.allCases)
    func repeated(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Why?")
        let other = try await newsroom.post("Why not?", answering: comment.id)
        let first = try await newsroom.reply("Please stay on topic.", to: comment)
        let again = try await newsroom.reply("Please stay on topic.", to: comment, at: .noon.later(9))
        #expect(again.isRepetition && again.comment == first.comment)
        let second = try await newsroom.reply("Please stay on topic.", to: other)
        #expect(!second.isRepetition && second.comment.id != first.comment.id)
        let late = try await newsroom.reply("Please stay on topic.", to: comment, at: .noon.later(601))
        #expect(!late.isRepetition)
        #expect(try await newsroom.count() == 5)
    }

    @Test("The desk replies in a closed discussion, and no limit counts it", arguments: TestedEngine.allCases)
    func closed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Why?")
        let (story, moderator) = (newsroom.story, newsroom.moderator)
        try await newsroom.database.write { tx in
            try tx.decide(.close, on: story, by: moderator, reason: nil, now: .noon)
        }
        for number in 1...7 { try await newsroom.reply("Reply \(number).", to: comment) }
        let admissions: Int? = try await newsroom.database.read { tx in try tx.value("SELECT COUNT(*) FROM admissions")
        }
        #expect(try await newsroom.count() == 8 && admissions == 0)
    }

    @Test("No browser may edit a reply by the desk", arguments: TestedEngine.allCases)
    func editing(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reply = try await newsroom.reply("Because.", to: try await newsroom.post("Why?")).comment
        for writer in ["", "writer"] {
            let refused = await newsroom.refusal {
                _ = try await newsroom.database.write { tx in
                    try tx.edit(reply.id, to: "No.", writer: writer, now: .noon)
                }
            }
            #expect(refused == .comment(.ofAnotherBrowser))
        }
        #expect(!reply.isEditable(at: .noon))
        let stored: String? = try await newsroom.database.read { tx in
            try tx.value("SELECT writer FROM comments WHERE id = $1", reply.id)
        }
        #expect(stored == nil)
    }

    @Test("A reply by the desk is removed and restored like any comment", arguments: TestedEngine.allCases)
    func removed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reply = try await newsroom.reply("Because.", to: try await newsroom.post("Why?")).comment
        let ruling = try await newsroom.rule(.uphold, try await newsroom.take(reply))
        #expect(try await newsroom.comment(reply.id).state == .removed(clause: "abuse"))
        #expect(try await newsroom.count() == 1)
        try await newsroom.undo(ruling)
        #expect(try await newsroom.comment(reply.id) == reply)
        #expect(try await newsroom.count() == 2)
        try await newsroom.expectSound()
    }

    @Test("The desk cannot reply to a comment that readers do not see", arguments: TestedEngine.allCases)
    func refused(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let removed = try await newsroom.post("Vile.")
        _ = try await newsroom.rule(.uphold, try await newsroom.take(removed))
        let held = try await newsroom.post("Held.", name: "Newcomer", rules: .holding)
        for comment in [removed, held] {
            let refused = await newsroom.refusal { try await newsroom.reply("Because.", to: comment) }
            #expect(refused == .ruling(.notAnswerable))
        }
        let draft = try DeskReplyDraft(name: "The desk", text: "Because.")
        let moderator = newsroom.moderator
        let missing = await newsroom.refusal {
            try await newsroom.database.write { tx in
                _ = try tx.reply(draft, in: Case.ID(99), by: moderator, now: .noon)
            }
        }
        #expect(missing == .missing(.deskCase))
        #expect(try await newsroom.count() == 0)
    }

    @Test("A move to another engine keeps the mark of the desk", arguments: TestedEngine.allCases)
    func moved(_ engine: TestedEngine) async throws {
        let other = TestedEngine.allCases.last { $0 != engine } ?? engine
        let newsroom = try await engine.newsroom()
        let reply = try await newsroom.reply("Because.", to: try await newsroom.post("Why?")).comment
        let target = try await other.open()
        try await Migrations.run(on: target)
        let move = Move(from: newsroom.database, to: target)
        try await move.copy { _, _ in }
        try await move.end()
        #expect(try await target.read { tx in try tx.comment(reply.id) } == reply)
    }
}

@Suite("Cases that the staff open", .timeLimit(.minutes(5)))
struct TakenCaseTests {
    @Test(
        "A comment that nobody has reported gets one case, claimed by the moderator", arguments: TestedEngine.allCases)
    func opened(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Why?")
        let id = try await newsroom.take(comment)
        #expect(try await newsroom.take(comment) == id)
        let found = try #require(try await newsroom.cases().first)
        #expect(found.id == id && found.comment == comment && found.reportCount == 0)
        let colleague = try await newsroom.colleague()
        let claim = try await newsroom.database.read { tx in
            try tx.claimOfColleague(on: id, besides: colleague, now: .noon)
        }
        #expect(claim?.staff == newsroom.moderator.id)
        #expect(
            try await newsroom.take(comment, as: colleague) == id, "the colleague sees the case and does not get it")
        let kept = try await newsroom.database.read { tx in
            try tx.claimOfColleague(on: id, besides: colleague, now: .noon)
        }
        #expect(kept == claim)
        try await newsroom.report(comment, source: "a")
        #expect(try await newsroom.cases().map(\.id) == [id])
        try await newsroom.expectSound()
    }

    @Test("A removed comment leads to its case, a held one to the open case", arguments: TestedEngine.allCases)
    func unseen(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Vile.")
        let first = try await newsroom.take(comment)
        _ = try await newsroom.rule(.uphold, first)
        #expect(try await newsroom.take(comment) == first)
        #expect(try await newsroom.cases().isEmpty)
        let held = try await newsroom.post("Held.", name: "Newcomer", rules: .holding)
        let open = try #require(try await newsroom.cases().first).id
        #expect(try await newsroom.take(held) == open)
        let plain = try await newsroom.post("Plain.")
        let found = try await newsroom.database.read { tx in
            try [comment, held, plain].map { try tx.latestCase(of: $0.id) }
        }
        #expect(found == [first, open, nil])
        let missing = await newsroom.refusal {
            let moderator = newsroom.moderator
            _ = try await newsroom.database.write { tx in try tx.takeCase(of: .init(99), by: moderator, now: .noon) }
        }
        #expect(missing == .missing(.comment))
    }

    @Test("A comment that the desk kept gets a new case", arguments: TestedEngine.allCases)
    func again(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Why?")
        let first = try await newsroom.take(comment)
        _ = try await newsroom.rule(.dismiss, first, clause: nil)
        #expect(try await newsroom.take(comment) != first)
    }
}
