import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension DeletingTests {
    @Test("A held comment without replies vanishes, and its case closes", arguments: TestedEngine.allCases)
    func held(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Words.", rules: .holding)
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        try await newsroom.delete(comment)
        #expect(try await newsroom.threads().elements.isEmpty)
        #expect(try await newsroom.count() == 0)
        #expect(try await newsroom.database.read { tx in try tx.latestChange() } == before, "readers saw no difference")
        #expect(try await newsroom.database.read { tx in try tx.queueCounts(now: .noon) }.held == 0)
        let stranger = await newsroom.refused { _ = try await newsroom.removal(of: comment, writer: "other") }
        #expect(stranger == .missing(.comment), "nobody else learns that it was there")
        #expect(try await newsroom.removal(of: comment) == .done)
        try await newsroom.expectSound()
    }

    @Test("A held comment with replies keeps its place when it is deleted", arguments: TestedEngine.allCases)
    func heldWithReplies(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Words.")
        let answer = try await newsroom.post("An answer", answering: comment.id)
        let moderator = newsroom.moderator
        try await newsroom.database.write { tx in
            let open = try tx.takeCase(of: comment.id, by: moderator, now: .noon)
            _ = try tx.act(.hold, on: open, revision: 0, by: moderator, now: .noon)
        }
        try await newsroom.delete(comment)
        let entries = try await newsroom.threads().elements[0].entries
        #expect(entries.map(\.comment.id) == [comment.id, answer.id] && entries[0].comment.state == .deleted)
        try await newsroom.expectSound()
    }

    @Test("Only the browser that posted it deletes a comment, and the desk's comments have none")
    func stranger() async throws {
        let newsroom = try await TestedEngine.memory.newsroom()
        let comment = try await newsroom.post("Words.")
        for writer in ["", "other"] {
            let refused = await newsroom.refused { try await newsroom.delete(comment, writer: writer) }
            #expect(refused == .deletion(.ofAnotherBrowser))
        }
        let moderator = newsroom.moderator
        let reply = try await newsroom.database.write { tx in
            let open = try tx.takeCase(of: comment.id, by: moderator, now: .noon)
            return try tx.reply(DeskReplyDraft(name: "The desk", text: "A reply."), in: open, by: moderator, now: .noon)
        }.comment
        #expect(
            await newsroom.refused { try await newsroom.delete(reply, writer: "") } == .deletion(.ofAnotherBrowser))
    }

    @Test("After five minutes the author asks, and the desk decides", arguments: TestedEngine.allCases)
    func request(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("Words.")
        let late = Date.noon.later(300)
        #expect(await newsroom.refused { try await newsroom.delete(comment, at: late) } == .deletion(.timeOver))
        try await newsroom.delete(comment, asks: true, at: late)
        try await newsroom.delete(comment, asks: true, at: late.later(9))
        #expect(try await newsroom.removal(of: comment, at: late.later(9)) == .asked(at: late))
        let entry = try #require(
            try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: late) }.elements.first)
        #expect(entry.isAsked && entry.comment.id == comment.id)
        #expect(entry.urgency.addedMinutes == Urgency.askedMinutes)
        let ahead: Int64? = try await newsroom.database.read { tx in
            try tx.value("SELECT opened_at - due_at FROM cases WHERE id = $1", entry.id)
        }
        #expect(ahead == Int64(Urgency.askedMinutes) * 60_000)
        #expect(try await newsroom.database.read { tx in try tx.deskCase(entry.id) }?.askedAt == late)
        let ruling = try await newsroom.rule(.uphold, entry.id, clause: RulingDraft.authorsRequest, at: late.later(20))
        #expect(try await newsroom.comment(comment.id).isErased)
        #expect(try await newsroom.count() == 0)
        #expect(try await newsroom.removal(of: comment, at: late.later(60)) == .granted(at: late.later(20), note: nil))
        #expect(await newsroom.refused { try await newsroom.undo(ruling) } == .ruling(.removedByAuthor))
        let entries = try await newsroom.database.read { tx in try tx.logEntries() }
        #expect(entries[0].action == "ruling" && entries[0].detail == "uphold: author")
        let moderator = newsroom.moderator
        let day = try await newsroom.database.read { tx in try tx.decisions(of: moderator, on: late) }
        #expect(day == ModeratorDay(decided: 1, removed: 0), "nobody had to read abuse")
        try await newsroom.expectSound()
    }

    @Test("A request that the desk declines is not repeated, unless the ruling is undone")
    func declined() async throws {
        let newsroom = try await TestedEngine.memory.newsroom()
        let comment = try await newsroom.post("Words.")
        let late = Date.noon.later(600)
        try await newsroom.delete(comment, asks: true, at: late)
        let open = try #require(try await newsroom.cases().first)
        let ruling = try await newsroom.rule(.dismiss, open.id, at: late.later(5))
        let declined = OwnRemoval.declined(at: late.later(5), note: nil)
        #expect(try await newsroom.removal(of: comment, at: late.later(9)) == declined)
        try await newsroom.delete(comment, asks: true, at: late.later(10))
        #expect(try await newsroom.cases().isEmpty)
        #expect(try await newsroom.comment(comment.id).state == .published)
        try await newsroom.undo(ruling)
        #expect(try await newsroom.removal(of: comment, at: late.later(11)) == .asked(at: late))
    }

    @Test("A request joins the open case, keeps it there, and reports count only under a rule")
    func joined() async throws {
        let newsroom = try await TestedEngine.memory.newsroom()
        let (comment, other) = (try await newsroom.post("Words."), try await newsroom.post("Other words."))
        let moderator = newsroom.moderator
        try await newsroom.report(comment, source: "a", receipt: "receipt")
        try await newsroom.delete(comment, asks: true, at: .noon.later(600))
        let open = try #require(try await newsroom.cases().first)
        #expect(open.reportCount == 1 && open.askedAt != nil)
        _ = try await newsroom.rule(.uphold, open.id, clause: RulingDraft.authorsRequest, at: .noon.later(700))
        #expect(try await newsroom.comment(comment.id).text == "Words.", "a report was there")
        let (record, receipt) = try await newsroom.database.read { tx in
            (try tx.reporterRecord(of: "a"), try tx.receipt(hash: "receipt"))
        }
        #expect(record == ReporterRecord(upheld: 0, dismissed: 0))
        #expect(receipt?.outcome == .removedByAuthor(at: .noon.later(700)))

        let taken = try await newsroom.database.write { tx in try tx.takeCase(of: other.id, by: moderator, now: .noon) }
        let early = await newsroom.refused {
            _ = try await newsroom.rule(.uphold, taken, clause: RulingDraft.authorsRequest)
        }
        #expect(early == .ruling(.noRequest))
        try await newsroom.delete(other, asks: true, at: .noon.later(600))
        try await newsroom.database.write { tx in try tx.release(taken, by: moderator) }
        #expect(try await newsroom.cases().map(\.id) == [taken])
        let draft = try BulkRulingDraft(
            outcome: "remove", clause: "abuse", sentence: nil, cases: [ReadCase(id: taken, revision: 0)],
            policy: .standard)
        let left = try await newsroom.database.write { tx in
            let id = try tx.ruleInBulk(
                draft, waitsForConfirmation: false, policy: .standard, by: moderator, now: .noon)
            return try tx.bulkRuling(id).map { try tx.result(of: $0).leftOut }
        }
        #expect(left == [taken], "a request is decided alone")
    }

    @Test("Deletions have a limit of their own", arguments: TestedEngine.allCases)
    func limited(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let limits = [Admission.Limit(1, per: 60)]
        let (first, second) = (try await newsroom.post("One."), try await newsroom.post("Two."))
        try await newsroom.delete(first, limits: limits)
        try await newsroom.delete(first, limits: limits)
        #expect(await newsroom.refused { try await newsroom.delete(second, limits: limits) } == .request(.tooSoon))
        #expect(try await newsroom.comment(second.id).state == .published)
        try await newsroom.delete(second, limits: limits, at: .noon.later(61))
    }

    @Test("Edits, reports, rulings and deletions at one moment leave a sound state", arguments: TestedEngine.allCases)
    func race(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let moderator = newsroom.moderator
        for round in 0..<6 {
            let comment = try await newsroom.post("Words \(round).")
            let open = try await newsroom.database.write { tx in
                try tx.takeCase(of: comment.id, by: moderator, now: .noon)
            }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await newsroom.delete(comment) }
                group.addTask { try? await newsroom.delete(comment) }
                group.addTask { try? await newsroom.report(comment, source: "a") }
                group.addTask { _ = try? await newsroom.rule(.dismiss, open) }
                group.addTask {
                    _ = try? await newsroom.database.write { tx in
                        try tx.edit(comment.id, to: "More words.", writer: "writer", now: .noon)
                    }
                }
            }
            let last = try await newsroom.comment(comment.id)
            let reports: Int? = try await newsroom.database.read { tx in
                try tx.value("SELECT COUNT(*) FROM reports WHERE comment_id = $1", comment.id)
            }
            #expect(last.state == .deleted && last.isErased == (reports == 0))
        }
        #expect(try await newsroom.database.read { tx in try tx.queueCounts(now: .noon) }.open == 0)
        #expect(try await newsroom.count() == 0)
        try await newsroom.expectSound()
    }
}
