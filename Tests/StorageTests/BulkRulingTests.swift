import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Decisions on many cases in the database", .timeLimit(.minutes(5)))
struct BulkRulingTests {
    /// Four cases: two reported comments, a held one, and a reported one.
    private func newsroom(_ engine: TestedEngine) async throws -> TestNewsroom {
        let newsroom = try await engine.newsroom()
        for number in 0..<4 {
            let rules: PostingRules = number == 2 ? .holding : .open
            let comment = try await newsroom.post(
                "\(number)", name: "Name \(number)", at: .noon.later(Double(number)), rules: rules)
            if number != 2 {
                try await newsroom.report(
                    comment, source: "a", clause: number == 0 ? "abuse" : "hate", at: .noon.later(Double(number)))
            }
        }
        return newsroom
    }

    private func entries(_ newsroom: TestNewsroom) async throws -> [QueueEntry] {
        try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: .noon).elements }
    }

    private func colleague(_ newsroom: TestNewsroom) async throws -> Staff {
        try await newsroom.database.write { tx in
            try tx.addStaff(
                email: "second@example.org", name: "A colleague", role: .moderator, passwordHash: "-", now: .noon)
        }
    }

    private func decide(
        _ outcome: String, _ entries: [QueueEntry], waits: Bool = false, in newsroom: TestNewsroom
    ) async throws -> BulkRuling {
        let draft = try BulkRulingDraft(
            outcome: outcome, clause: "abuse", sentence: nil,
            cases: entries.map { ReadCase(id: $0.id, revision: $0.comment.revision) }, policy: .standard)
        let staff = newsroom.moderator
        return try await newsroom.database.write { tx in
            let id = try tx.ruleInBulk(
                draft, waitsForConfirmation: waits, policy: .standard, by: staff, now: .noon)
            return try #require(try tx.bulkRuling(id))
        }
    }

    private func undo(_ bulk: BulkRuling, in newsroom: TestNewsroom) async throws {
        let staff = newsroom.moderator
        try await newsroom.database.write { tx in try tx.undo(bulk.id, by: staff, now: .noon) }
    }

    private func result(_ bulk: BulkRuling, in newsroom: TestNewsroom) async throws -> BulkResult {
        try await newsroom.database.read { tx in try tx.result(of: bulk) }
    }

    private func states(_ newsroom: TestNewsroom, _ entries: [QueueEntry]) async throws -> [Newsroom.Comment.State] {
        var states: [Newsroom.Comment.State] = []
        for entry in entries { states.append(try await newsroom.comment(entry.comment.id).state) }
        return states
    }

    @Test("A decision applies to its cases, and one undo restores all of them", arguments: TestedEngine.allCases)
    func decideAndUndo(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine)
        let before = try await entries(newsroom)
        let preview = try await newsroom.database.read { tx in try tx.bulkPreview(of: QueueFilter(), now: .noon) }
        #expect(preview.entries == before && preview.chosen == 4 && preview.reported == ["abuse": 1, "hate": 2])
        for outcome in ["remove", "keep"] {
            let bulk = try await decide(outcome, Array(before.prefix(3)), in: newsroom)
            #expect(bulk.state == .done && bulk.confirmedBy == nil)
            #expect(
                try await result(bulk, in: newsroom) == BulkResult(decided: 3, undone: 0, leftOut: []))
            let state: Newsroom.Comment.State = outcome == "keep" ? .published : .removed(clause: "abuse")
            #expect(try await states(newsroom, Array(before.prefix(3))) == [state, state, state])
            #expect(try await entries(newsroom) == [before[3]])
            try await newsroom.expectSound()
            try await undo(bulk, in: newsroom)
            #expect(try await entries(newsroom) == before)
            #expect(
                try await result(bulk, in: newsroom) == BulkResult(decided: 3, undone: 3, leftOut: []))
            await #expect(throws: Refusal.self) { try await undo(bulk, in: newsroom) }
            try await newsroom.expectSound()
        }
    }

    @Test(
        "A case with another text, a decision or a colleague is left out, and a later decision outlasts the undo",
        arguments: TestedEngine.allCases)
    func leftOut(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine)
        let other = try await colleague(newsroom)
        let before = try await entries(newsroom)
        _ = try await newsroom.rule(.dismiss, before[0].id)
        try await newsroom.database.write { tx in _ = try tx.claim(before[1].id, by: other, now: .noon) }
        let edited = ReadCase(id: before[2].id, revision: 7)
        let read = before.map { $0.id == edited.id ? edited : ReadCase(id: $0.id, revision: $0.comment.revision) }
        let draft = try BulkRulingDraft(
            outcome: "remove", clause: "hate", sentence: "x", cases: read + [ReadCase(id: .init(99), revision: 0)],
            policy: .standard)
        let staff = newsroom.moderator
        let bulk = try await newsroom.database.write { tx in
            let id = try tx.ruleInBulk(draft, waitsForConfirmation: false, policy: .standard, by: staff, now: .noon)
            return try #require(try tx.bulkRuling(id))
        }
        let left = before.prefix(3).map(\.id) + [Case.ID(99)]
        #expect(
            try await result(bulk, in: newsroom).leftOut.sorted() == left.sorted())
        // Somebody undoes one ruling by hand and rules again.
        let ruling = try #require(try await newsroom.database.read { tx in try tx.ruling(on: before[3].id) })
        try await newsroom.undo(ruling.id)
        _ = try await newsroom.rule(.uphold, before[3].id)
        try await undo(bulk, in: newsroom)
        #expect(try await newsroom.comment(before[3].comment.id).state == .removed(clause: "abuse"))
        #expect(try await result(bulk, in: newsroom).undone == 0)
        try await newsroom.expectSound()
    }

    @Test("A decision that waits changes nothing until a second person confirms it", arguments: TestedEngine.allCases)
    func confirmation(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine)
        let (staff, other) = (newsroom.moderator, try await colleague(newsroom))
        let before = try await entries(newsroom)
        let bulk = try await decide("remove", before, waits: true, in: newsroom)
        #expect(bulk.state == .waiting)
        #expect(try await entries(newsroom) == before)
        #expect(try await newsroom.database.read { tx in try tx.waitingBulkRulings() } == [bulk])
        let refusal = await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                try tx.confirm(bulk.id, policy: .standard, by: staff, now: .noon)
            }
        }
        #expect(refusal?.code == .ruling(.ownDecision))
        try await newsroom.database.write { tx in try tx.confirm(bulk.id, policy: .standard, by: other, now: .noon) }
        #expect(try await entries(newsroom).isEmpty)
        let confirmed = try #require(try await newsroom.database.read { tx in try tx.bulkRuling(bulk.id) })
        #expect(confirmed.state == .done && confirmed.confirmedBy == "A colleague")
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                try tx.confirm(bulk.id, policy: .standard, by: other, now: .noon)
            }
        }
        try await undo(confirmed, in: newsroom)
        #expect(try await entries(newsroom) == before)
        let discarded = try await decide("remove", before, waits: true, in: newsroom)
        await #expect(throws: Refusal.self) { try await undo(discarded, in: newsroom) }
        try await newsroom.database.write { tx in try tx.discard(discarded.id, by: staff, now: .noon) }
        // A page from before the confirmation discards nothing.
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in try tx.discard(confirmed.id, by: staff, now: .noon) }
        }
        #expect(try await newsroom.database.read { tx in try tx.bulkRuling(discarded.id) }?.state == .discarded)
        #expect(try await newsroom.database.read { tx in try tx.waitingBulkRulings() }.isEmpty)
        #expect(try await entries(newsroom) == before)
        let orphaned = try await decide("remove", before, waits: true, in: newsroom)
        try await newsroom.database.write { tx in
            try tx.run("UPDATE people SET role = 'reporter' WHERE id = $1", staff.id)
        }
        let left = await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                try tx.confirm(orphaned.id, policy: .standard, by: other, now: .noon)
            }
        }
        #expect(left?.code == .ruling(.authorLeft))
        try await newsroom.expectSound()
    }
}
