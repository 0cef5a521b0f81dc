import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Discussions in the database", .timeLimit(.minutes(5)))
struct DiscussionTests {
    @Test("Replies follow the comment they answer, and both counts are right", arguments: TestedEngine.allCases)
    func threads(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let first = try await newsroom.post("first")
        let second = try await newsroom.post("second", at: .noon.later(1))
        let answer = try await newsroom.post("to the first", answering: first.id, at: .noon.later(2))
        try await newsroom.post("to the second", answering: second.id, at: .noon.later(3))
        try await newsroom.post("to the answer", answering: answer.id, at: .noon.later(4))
        let page = try await newsroom.threads()
        #expect(
            page.elements.map { $0.entries.map(\.comment.text) } == [
                ["first", "to the first", "to the answer"], ["second", "to the second"],
            ])
        #expect(page.elements[0].entries.map(\.depth) == [0, 1, 2])
        #expect(page.elements[0].entries[2].answered?.name == "A reader")
        #expect(try await newsroom.count() == 5)
        #expect(try await newsroom.threads(.newest).elements.map { $0.beginning?.text } == ["second", "first"])
        try await newsroom.expectSound()
    }

    @Test("Pages of 50 threads continue by key in both orders", arguments: TestedEngine.allCases)
    func pages(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for number in 0..<103 {
            try await newsroom.post("comment \(number)", at: .noon.later(Double(number / 10)))
        }
        for order in ThreadOrder.allCases {
            var seen: [Int64] = []
            var sizes: [Int] = []
            var (key, keys): (PageKey?, [PageKey?]) = (nil, [])
            repeat {
                let page = try await newsroom.threads(order, after: key)
                seen += page.elements.compactMap { $0.beginning?.id.number }
                sizes.append(page.elements.count)
                if let after = key {
                    let place = try await newsroom.place(after: after, in: order)
                    #expect(place == DiscussionPlace(number: keys.count + 1, previous: keys[keys.count - 1]))
                }
                keys.append(key)
                key = page.next
            } while key != nil && !Task.isCancelled
            #expect(sizes == [50, 50, 3])
            #expect(seen == (order == .oldest ? Array(1...103) : Array((1...103).reversed())))
        }
    }

    @Test("A long thread shows 100 replies and continues by key", arguments: TestedEngine.allCases)
    func longThread(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let first = try await newsroom.post("first")
        var last = first
        for number in 0..<130 {
            let answer = number.isMultiple(of: 2) ? first : last
            last = try await newsroom.post("a \(number)", answering: answer.id, at: .noon.later(Double(number)))
        }
        let thread = try #require(try await newsroom.threads().elements.first)
        #expect(thread.entries.count == 101)
        #expect(thread.furtherReplies == 30)
        let key = try #require(thread.entries.map(\.comment.key).max { $0.milliseconds < $1.milliseconds })
        let beginning = try await newsroom.comment(first.id)
        let rest = try await newsroom.database.read { tx in try tx.thread(from: beginning, after: key) }
        #expect(rest.entries.count == 31)
    }

    @Test(
        "The same name and text in the same thread within 10 minutes is one comment", arguments: TestedEngine.allCases)
    func repetition(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let first = try await newsroom.post("the same", name: "Reader")
        let again = try await newsroom.post("the same", name: "READER", at: .noon.later(599))
        #expect(again.id == first.id)
        let later = try await newsroom.post("the same", name: "Reader", at: .noon.later(601))
        #expect(later.id != first.id)
        let inThread = try await newsroom.post("the same", name: "Reader", answering: first.id)
        #expect(inThread.id != first.id)
        #expect(try await newsroom.count() == 3)
    }

    @Test(
        "The first comment of an unknown name is held, and is neither listed nor counted",
        arguments: TestedEngine.allCases)
    func holding(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let held = try await newsroom.post("hello", name: "Newcomer", rules: .holding)
        #expect(held.state == .held)
        #expect(try await newsroom.threads().elements.isEmpty)
        #expect(try await newsroom.count() == 0)
        let deskCase = try #require(try await newsroom.cases().first)
        _ = try await newsroom.rule(.approve, deskCase.id)
        #expect(try await newsroom.count() == 1)
        let next = try await newsroom.post("again", name: "newcomer", at: .noon.later(5), rules: .holding)
        #expect(next.state == .published)
        try await newsroom.expectSound()
    }

    @Test(
        "Only its writer can edit a comment, for 5 minutes, and the earlier text is stored",
        arguments: TestedEngine.allCases)
    func editing(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let comment = try await newsroom.post("one", writer: "w")
        let edited = try await newsroom.database.write { tx in
            try tx.edit(comment.id, to: "two", writer: "w", now: .noon.later(299))
        }
        #expect(edited.text == "two")
        #expect(edited.editedAt == .noon.later(299))
        #expect(try await newsroom.database.read { tx in try tx.earlierTexts(of: comment.id) }.map(\.text) == ["one"])
        for (writer, time, kind) in [("other", 1.0, Refusal.Kind.forbidden), ("w", 300, .closed)] {
            let refusal = await #expect(throws: Refusal.self) {
                try await newsroom.database.write { tx in
                    _ = try tx.edit(comment.id, to: "three", writer: writer, now: .noon.later(time))
                }
            }
            #expect(refusal?.kind == kind)
        }
    }

    @Test(
        "A discussion closed by age, by an editor or for the whole site accepts no comments",
        arguments: TestedEngine.allCases)
    func closing(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let rules = PostingRules(closing: ClosingRule(days: 14), holdsUnknownNames: false, limits: [])
        try await newsroom.post("in time", at: .noon.later(14 * 86_400 - 1), rules: rules)
        await expectClosed { try await newsroom.post("late", at: .noon.later(14 * 86_400), rules: rules) }
        try await decide(.open, newsroom, at: .noon.later(20 * 86_400), onStory: true)
        try await newsroom.post("opened again", at: .noon.later(21 * 86_400), rules: rules)
        try await decide(.close, newsroom, at: .noon.later(22 * 86_400), onStory: false)
        await expectClosed { try await newsroom.post("house closed", at: .noon.later(22 * 86_400), rules: rules) }
        try await decide(.open, newsroom, at: .noon.later(22 * 86_400), onStory: false)
        for _ in 1...2 { try await decide(.close, newsroom, at: .noon.later(23 * 86_400), onStory: true) }
        await expectClosed { try await newsroom.post("story closed", at: .noon.later(23 * 86_400), rules: rules) }
        let decisions: Int? = try await newsroom.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM discussion_decisions")
        }
        #expect(decisions == 4, "the repeated decision is recorded once")
        try await decide(.open, newsroom, at: .noon.later(24 * 86_400), onStory: true)
        await expectClosed { try await newsroom.post("aged again", at: .noon.later(39 * 86_400), rules: rules) }
        try await decide(.open, newsroom, at: .noon.later(39 * 86_400), onStory: true)
        try await newsroom.post("opened once more", at: .noon.later(39 * 86_400), rules: rules)
        try await newsroom.expectSound()
    }

    private func expectClosed(_ post: @Sendable () async throws -> Void) async {
        let refusal = await #expect(throws: Refusal.self) { try await post() }
        #expect(refusal?.kind == .closed)
    }

    private func decide(
        _ kind: DiscussionDecision.Kind, _ newsroom: TestNewsroom, at now: Date, onStory: Bool
    ) async throws {
        try await newsroom.database.write { tx in
            try tx.decide(
                kind, on: onStory ? newsroom.story : nil, by: newsroom.moderator, reason: nil, now: now)
        }
    }
}
