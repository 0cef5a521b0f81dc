import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Unread comments in the database", .timeLimit(.minutes(5)))
struct UnreadTests {
    private static let view = QueueFilter(.unread)
    private static let week = UnreadComment.seconds

    private func texts(
        _ filter: QueueFilter = view, after key: PageKey? = nil, limit: Int = 25, at now: Date = .noon,
        in newsroom: TestNewsroom
    ) async throws -> PageOfResults<String> {
        try await newsroom.database.read { tx in
            let page = try tx.unreadComments(filter, after: key, limit: limit, now: now)
            #expect(try key != nil || limit < 25 || tx.queueCount(filter, now: now) == page.elements.count)
            return page.map(\.comment.text)
        }
    }

    private func next(
        _ filter: QueueFilter = view, from current: Case.ID? = nil, by staff: Staff? = nil, at now: Date = .noon,
        in newsroom: TestNewsroom
    ) async throws -> Case.ID? {
        let staff = staff ?? newsroom.moderator
        return try await newsroom.database.write { tx in
            try tx.claimNext(filter, notAgain: current, by: staff, now: now)
        }
    }

    private func release(_ id: Case.ID, by staff: Staff? = nil, in newsroom: TestNewsroom) async throws {
        let staff = staff ?? newsroom.moderator
        try await newsroom.database.write { tx in try tx.release(id, by: staff) }
    }

    private func text(_ id: Case.ID?, in newsroom: TestNewsroom) async throws -> String? {
        try await newsroom.database.read { tx in try id.flatMap { try tx.deskCase($0)?.comment.text } }
    }

    private func marked(in newsroom: TestNewsroom) async throws -> [String] {
        try await newsroom.database.read { tx in
            try tx.all("SELECT text FROM comments WHERE is_unread = 1 ORDER BY id") { try $0[0] }
        }
    }

    private func colleague(in newsroom: TestNewsroom) async throws -> Staff {
        try await newsroom.database.write { tx in
            try tx.addStaff(
                email: "colleague@example.org", name: "A colleague", role: .moderator, passwordHash: "-", now: .noon)
        }
    }

    @Test(
        "A comment is unread until a ruling, and again after it is undone, for seven days",
        arguments: TestedEngine.allCases)
    func mark(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<3 { try await newsroom.post("\(number)", name: "Name \(number)") }
        try await newsroom.post("held", name: "Unknown", rules: .holding)
        #expect(try await marked(in: newsroom) == ["0", "1", "2", "held"])
        let id = try #require(try await next(in: newsroom))
        let ruling = try await newsroom.rule(.dismiss, id)
        #expect(try await marked(in: newsroom) == ["1", "2", "held"])
        try await newsroom.undo(ruling)
        #expect(try await marked(in: newsroom) == ["0", "1", "2", "held"])
        // An older ruling is in force, so the comment stays read when the newer one is undone.
        _ = try await newsroom.rule(.dismiss, id)
        let comment = try await newsroom.database.read { tx in try tx.deskCase(id)?.comment }
        try await newsroom.report(try #require(comment), source: "a")
        let again = try #require(try await newsroom.cases().first { $0.comment.id == comment?.id })
        try await newsroom.undo(try await newsroom.rule(.uphold, again.id))
        #expect(try await marked(in: newsroom) == ["1", "2", "held"])
        try await newsroom.expectSound()
    }

    @Test("An old comment stays read when its ruling is undone", arguments: TestedEngine.allCases)
    func undoneLate(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.post("old", at: .noon.later(-Self.week))
        try await newsroom.post("young", name: "Other", at: .noon.later(1 - Self.week))
        for _ in 0..<2 {
            let id = try #require(try await next(at: .noon.later(-Self.week + 2), in: newsroom))
            try await newsroom.undo(try await newsroom.rule(.dismiss, id))
        }
        #expect(try await marked(in: newsroom) == ["young"])
    }

    @Test(
        "The view has the comments without a case, oldest first, in pages, and each filter has its own",
        arguments: TestedEngine.allCases)
    func view(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<5 {
            try await newsroom.post("\(number)", name: "Name \(number)", at: .noon.later(Double(-number * 3_600)))
        }
        try await newsroom.post("held", name: "Unknown", rules: .holding)
        let reported = try await newsroom.post("reported", name: "Another")
        try await newsroom.report(reported, source: "a")
        try await newsroom.post("too old", name: "Old", at: .noon.later(-Self.week))
        #expect(try await texts(in: newsroom).elements == ["4", "3", "2", "1", "0"])
        let first = try await texts(limit: 2, in: newsroom)
        let second = try await texts(after: first.next, limit: 3, in: newsroom)
        #expect(first.elements + second.elements == ["4", "3", "2", "1", "0"] && second.next == nil)
        let story = newsroom.story
        let filters = [
            (QueueFilter(.unread, story: story), 5), (QueueFilter(.unread, story: Story.ID(99)), 0),
            (QueueFilter(.unread, topic: "bridges"), 5), (QueueFilter(.unread, topic: "Roads"), 0),
            (QueueFilter(.unread, language: .english), 5), (QueueFilter(.unread, language: Language(tag: "de")), 0),
            (QueueFilter(.unread, hours: 2), 3), (QueueFilter(.unread, clause: "abuse"), 5),
        ]
        for (filter, count) in filters {
            #expect(try await texts(filter, in: newsroom).elements.count == count, "\(filter)")
        }
        let counts = try await newsroom.database.read { tx in try tx.queueCounts(now: .noon) }
        #expect(counts == QueueCounts(open: 2, reported: 1, held: 1, escalated: 0, unread: 5))
        #expect(try await newsroom.database.read { tx in try tx.queue(Self.view, now: .noon).elements.isEmpty })
    }

    @Test("Two moderators never get the same unread comment", arguments: TestedEngine.allCases)
    func claims(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await colleague(in: newsroom)
        for number in 0..<12 {
            try await newsroom.post("\(number)", name: "Name \(number)", at: .noon.later(Double(number - 60)))
        }
        let people = [newsroom.moderator, other]
        let got = try await withThrowingTaskGroup(of: [Case.ID].self) { group in
            for person in people {
                group.addTask {
                    var got: [Case.ID] = []
                    while let id = try await self.next(from: got.last, by: person, in: newsroom) {
                        // Comes again as long as it is open and another one is not asked for.
                        #expect(try await self.next(by: person, in: newsroom) == id)
                        got.append(id)
                        let draft = try RulingDraft(
                            outcome: "dismiss", clause: nil, sentence: nil, revision: 0, policy: .standard)
                        _ = try await newsroom.database.write { tx in try tx.rule(id, draft, by: person, now: .noon) }
                    }
                    return got
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(got.count == 12 && Set(got).count == 12)
        #expect(try await texts(in: newsroom).elements == [])
        try await newsroom.expectSound()
    }

    @Test("The next comment can be fetched while another is open", arguments: TestedEngine.allCases)
    func ahead(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<3 { try await newsroom.post("\(number)", name: "Name \(number)") }
        let first = try await next(in: newsroom)
        let second = try await next(from: first, in: newsroom)
        #expect(try await text(first, in: newsroom) == "0")
        #expect(try await text(second, in: newsroom) == "1")
        #expect(try await next(from: first, in: newsroom) == second, "it is fetched already")
        #expect(try await texts(in: newsroom).elements == ["2"])
        // Nobody has them open anymore, so they are open cases.
        let late = Date.noon.later(CaseClaim.seconds)
        #expect(try await text(try await next(at: late, in: newsroom), in: newsroom) == "2")
        let open = try await newsroom.database.read { tx in try tx.queue(QueueFilter(), now: late).elements }
        #expect(open.map(\.comment.text) == ["0", "1", "2"])
    }

    @Test("A case that comes to nothing is deleted, and its comment stays unread", arguments: TestedEngine.allCases)
    func empty(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await colleague(in: newsroom)
        let comment = try await newsroom.post("x")
        let id = try #require(try await next(in: newsroom))
        #expect(try await texts(in: newsroom).elements == [])
        try await release(id, by: other, in: newsroom)
        #expect(try await text(id, in: newsroom) == "x", "a colleague does not end it")
        try await release(id, in: newsroom)
        #expect(try await text(id, in: newsroom) == nil)
        #expect(try await texts(in: newsroom).elements == ["x"])
        #expect(try await next(Self.view.skipping(comment.id), in: newsroom) == nil)
        let again = try #require(try await next(in: newsroom))
        #expect(again.number > id.number)
        // A report arrives while it is open.
        try await newsroom.report(comment, source: "a")
        try await release(again, in: newsroom)
        #expect(try await newsroom.cases().map(\.id) == [again])
        try await newsroom.expectSound()
    }

    @Test("A case that was held, escalated or decided once is not deleted", arguments: TestedEngine.allCases)
    func kept(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let staff = newsroom.moderator
        for number in 0..<3 { try await newsroom.post("\(number)", name: "Name \(number)") }
        for kind in [CaseAct.Kind.hold, .escalate] {
            let id = try #require(try await next(in: newsroom))
            try await newsroom.database.write { tx in
                let act = try tx.act(kind, on: id, revision: 0, by: staff, now: .noon)
                try tx.undo(act, by: staff, now: .noon)
                try tx.claim(id, by: staff, now: .noon)
            }
            try await release(id, in: newsroom)
        }
        let id = try #require(try await next(in: newsroom))
        try await newsroom.undo(try await newsroom.rule(.dismiss, id))
        try await newsroom.database.write { tx in
            try tx.claim(id, by: staff, now: .noon)
            try tx.release(id, by: staff)
        }
        #expect(try await newsroom.cases().map(\.comment.text) == ["0", "1", "2"])
    }

    @Test("A comment is opened from the list, or leads to its case", arguments: TestedEngine.allCases)
    func opened(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (staff, other) = (newsroom.moderator, try await colleague(in: newsroom))
        try await newsroom.post("0", name: "Other")
        let comment = try await newsroom.post("1")
        func open(by staff: Staff) async throws -> Case.ID {
            try await newsroom.database.write { tx in try tx.openUnread(comment.id, by: staff, now: .noon) }
        }
        let id = try await open(by: staff)
        #expect(try await open(by: other) == id)
        #expect(try await open(by: staff) == id)
        let claim = try await newsroom.database.read { tx in try tx.claimOfColleague(on: id, besides: other, now: .noon)
        }
        #expect(claim?.staff == staff.id)
        _ = try await newsroom.rule(.dismiss, id)
        #expect(try await open(by: other) == id)
        let old = try await newsroom.post("old", name: "Third", at: .noon.later(-Self.week))
        try await newsroom.database.write { tx in try tx.clearUnread(now: .noon) }
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in try tx.openUnread(old.id, by: staff, now: .noon) }
        }
    }

    @Test("The hourly job clears old comments, a limited number at a time", arguments: TestedEngine.allCases)
    func job(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<3 {
            try await newsroom.post("\(number)", name: "Name \(number)", at: .noon.later(Double(number) - Self.week))
        }
        try await newsroom.database.write { tx in try tx.clearOldUnread(now: .noon.later(9), limit: 2) }
        #expect(try await marked(in: newsroom) == ["2"])
        #expect(try await !newsroom.isDue(.clearUnread))
        #expect(try await newsroom.isDue(.clearUnread, at: .noon.later(2)))
        try await newsroom.database.write { tx in try tx.clearUnread(now: .noon.later(2)) }
        #expect(try await marked(in: newsroom) == [])
        try await newsroom.post("late", name: "Late", at: .noon.later(3 - Self.week))
        #expect(try await !newsroom.isDue(.clearUnread, at: .noon.later(3_601)))
        #expect(try await newsroom.isDue(.clearUnread, at: .noon.later(3_602)))
    }
}
