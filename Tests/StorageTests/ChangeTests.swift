import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The change feed", .serialized, .timeLimit(.minutes(5)))
struct ChangeTests {
    @Test("The feed lists the visible changes of a comment in order", arguments: TestedEngine.allCases)
    func comment(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        let comment = try await newsroom.post("First words.")
        let answer = try await newsroom.post("An answer.", answering: comment.id)
        try await newsroom.database.write { tx in
            _ = try tx.edit(answer.id, to: "Better words.", writer: "writer", now: .noon)
        }
        try await newsroom.report(answer, source: "one")
        let ruling = try await newsroom.rule(.uphold, try #require(await newsroom.cases().first).id)
        try await newsroom.undo(ruling)

        let changes = try await newsroom.database.read { tx in try tx.changes(after: before, limit: 100) }
        #expect(
            changes.map(\.kind) == [
                .commentPublished, .commentPublished, .commentEdited, .commentRemoved, .commentRestored,
            ])
        #expect(changes.map(\.place?.comment) == [comment.id, answer.id, answer.id, answer.id, answer.id])
        #expect(changes[1].place == Change.Place(comment: answer.id, parent: comment.id, thread: comment.id))
        #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.number < $1.number })
        let story = try #require(try await newsroom.database.read { tx in try tx.story(newsroom.story) })
        #expect(story.lastChange == changes.last?.number && story.commentCount == 2)
    }

    @Test("A held comment enters the feed when it is approved, not before", arguments: TestedEngine.allCases)
    func held(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        let rules = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: true, limits: [])
        try await newsroom.post("Who am I?", rules: rules)
        #expect(try await newsroom.database.read { tx in try tx.latestChange() } == before)
        _ = try await newsroom.rule(.approve, try #require(await newsroom.cases().first).id)
        let changes = try await newsroom.database.read { tx in try tx.changes(after: before, limit: 100) }
        #expect(changes.map(\.kind) == [.commentPublished])
    }

    @Test("A refused comment adds nothing to the feed", arguments: TestedEngine.allCases)
    func refused(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        let rules = PostingRules(
            closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [.init(1, per: 60)])
        try await newsroom.post("One.", source: "a", rules: rules)
        await #expect(throws: Refusal.self) { try await newsroom.post("Two.", source: "a", rules: rules) }
        let changes = try await newsroom.database.read { tx in try tx.changes(after: before, limit: 100) }
        #expect(changes.count == 1)
    }

    @Test("The feed lists a story's versions, corrections and withdrawal", arguments: TestedEngine.allCases)
    func story(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        try await newsroom.database.write { tx in
            _ = try tx.publish(.test(guid: "one", version: 2), opening: "")
            var correction = IncomingStory.test(guid: "one", version: 3)
            correction.isCorrection = true
            _ = try tx.publish(correction, opening: "")
            _ = try tx.publish(correction, opening: "")
            _ = try tx.publish(.test(guid: "one", version: 4, status: .canceled), opening: "")
        }
        let changes = try await newsroom.database.read { tx in try tx.changes(after: before, limit: 100) }
        #expect(changes.map(\.kind) == [.storyUpdated, .storyCorrected, .sectionsChanged, .storyWithdrawn])
    }

    @Test("A client that missed changes gets them, or learns that they are unknown", arguments: TestedEngine.allCases)
    func missed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let story = newsroom.story
        try await newsroom.post("One.")
        let seen = try await database.read { tx in try tx.latestChange() }
        #expect(try await database.read { tx in try tx.changes(of: story, after: seen, limit: 10) } == [])
        try await newsroom.post("Two.")
        try await database.write { tx in
            try tx.decide(.close, on: nil, by: newsroom.moderator, reason: nil, now: .noon)
        }
        let missed = try await database.read { tx in try tx.changes(of: story, after: seen, limit: 10) }
        #expect(missed?.map(\.kind) == [.commentPublished, .discussionClosed])
        #expect(try await database.read { tx in try tx.changes(of: story, after: seen, limit: 1) } == nil)

        try await database.write { tx in try tx.run("DELETE FROM changes WHERE number <= $1", seen + 1) }
        #expect(try await database.read { tx in try tx.changes(of: story, after: seen, limit: 10) } == nil)
    }

    @Test("A change number that was never issued is unknown", arguments: TestedEngine.allCases)
    func future(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story) = (newsroom.database, newsroom.story)
        let latest = try await database.read { tx in try tx.latestChange() }
        #expect(try await database.read { tx in try tx.changes(of: story, after: latest, limit: 10) } == [])
        for number in [latest + 1, .max, -1, .min] {
            #expect(try await database.read { tx in try tx.changes(of: story, after: number, limit: 10) } == nil)
        }
    }

    @Test(
        "A story's last change includes changes of the whole site, even after older entries are deleted",
        arguments: TestedEngine.allCases)
    func wholeSite(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story, staff) = (newsroom.database, newsroom.story, newsroom.moderator)
        let before = try await database.read { tx in try tx.latestChange() }
        try await database.write { tx in
            try tx.decide(.close, on: nil, by: staff, reason: nil, now: .noon)
            try tx.decide(.open, on: nil, by: staff, reason: nil, now: .noon)
        }
        let number = try await database.read { tx in try tx.latestChange() }
        #expect(try await database.read { tx in try tx.story(story) }?.lastChange == number)
        #expect(number == before + 2)

        // Simulates many later changes.
        let other = try await database.write { tx in
            try tx.run(
                "INSERT INTO changes (number, kind, story_id) VALUES ($1, 'story.updated', 9999)",
                number + 2 * Transaction.changesKept)
            return try tx.publish(.test(guid: "other", version: 1), opening: "").story
        }
        // On PostgreSQL the next number does not follow the row inserted above.
        try await database.write { tx in try tx.run("DELETE FROM changes WHERE story_id = $1", other) }
        try await database.write { tx in try tx.forgetOldChanges() }
        let left: [Int64] = try await database.read { tx in
            try tx.all("SELECT number FROM changes ORDER BY number") { try $0[0] }
        }
        #expect(left == [number, number + 2 * Transaction.changesKept])
        #expect(try await database.read { tx in try tx.story(story) }?.lastChange == number)
        for (known, missed) in [(before, nil), (number - 1, nil), (number, [])] as [(Int64, [Change]?)] {
            #expect(try await database.read { tx in try tx.changes(of: story, after: known, limit: 10) } == missed)
        }
    }

    @Test(
        "Openness follows from the story's age and the latest decisions on the story and the site",
        arguments: TestedEngine.allCases)
    func openness(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, story, staff) = (newsroom.database, newsroom.story, newsroom.moderator)
        func openness(at now: Date = .noon) async throws -> DiscussionOpenness {
            try await database.read { tx in
                try tx.openness(of: story, publishedAt: .noon, rule: ClosingRule(days: 1), now: now)
            }
        }
        #expect(try await openness() == .open)
        #expect(
            try await openness(at: .noon.later(86_400)) == DiscussionOpenness(isStoryOpen: false, isHouseOpen: true))
        try await database.write { tx in try tx.decide(.close, on: nil, by: staff, reason: nil, now: .noon) }
        #expect(try await openness() == DiscussionOpenness(isStoryOpen: true, isHouseOpen: false))
        try await database.write { tx in
            try tx.decide(.open, on: nil, by: staff, reason: nil, now: .noon)
            try tx.decide(.close, on: story, by: staff, reason: nil, now: .noon)
        }
        #expect(try await openness() == DiscussionOpenness(isStoryOpen: false, isHouseOpen: true))
        try await database.write { tx in try tx.decide(.open, on: story, by: staff, reason: nil, now: .noon.later(60)) }
        #expect(try await openness(at: .noon.later(86_400)) == .open)
    }
}
