import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Discussions that close by age", .timeLimit(.minutes(5)))
struct ClosingTests {
    private static let rule = ClosingRule(days: 14)
    private static let age = 14.0 * 86_400

    /// Runs the background job if it is due. Returns the stories whose closing it recorded.
    private func closings(_ database: Database, _ rule: ClosingRule = Self.rule, at now: Date) async throws -> [Story
        .ID]
    {
        let before = try await database.read { tx in try tx.latestChange() }
        let due = try await database.read { tx in try tx.dueRecurringJobs(closing: rule, now: now) }
        if due.contains(.recordClosings) { try await database.write { tx in try tx.recordClosings(rule, now: now) } }
        let changes = try await database.read { tx in try tx.changes(after: before, limit: 1_000) }
        #expect(changes.allSatisfy { $0.kind == .discussionClosed })
        return changes.compactMap(\.story)
    }

    private func publish(_ count: Int, at time: Date, on database: Database) async throws -> [Story.ID] {
        try await database.write { tx in
            try (0..<count).map { number in
                try tx.publish(.test(guid: "\(time) \(number)", version: 1, created: time), opening: "").story
            }
        }
    }

    @Test(
        "Each closing is recorded once, when it happens, and updates the story's last change",
        arguments: TestedEngine.allCases)
    func once(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let later = try await publish(1, at: .noon.later(60), on: database)
        let end = Date.noon.later(Self.age)
        #expect(try await closings(database, at: .noon.later(1)) == [])
        #expect(try await closings(database, at: end.later(-0.001)) == [])
        #expect(try await closings(database, at: end) == [newsroom.story])
        #expect(try await closings(database, at: end.later(59)) == [])
        let latest = try await database.read { tx in try tx.latestChange() }
        let story = try #require(try await database.read { tx in try tx.story(newsroom.story) })
        #expect(story.lastChange == latest)
        #expect(try await closings(database, at: end.later(61)) == later)
        #expect(try await closings(database, at: end.later(120)) == [])
    }

    @Test(
        "Decisions and withdrawals count, and a reopened discussion closes in its turn",
        arguments: TestedEngine.allCases)
    func decisions(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let stories = try await publish(3, at: .noon, on: database)
        _ = try await closings(database, at: .noon)
        try await database.write { tx in
            let staff = newsroom.moderator
            try tx.decide(.close, on: stories[0], by: staff, reason: nil, now: .noon)
            try tx.decide(.close, on: stories[1], by: staff, reason: nil, now: .noon.later(50))
            try tx.decide(.open, on: stories[1], by: staff, reason: nil, now: .noon.later(100))
            _ = try tx.publish(.test(guid: "\(Date.noon) 2", version: 2, status: .canceled), opening: "")
        }
        let end = Date.noon.later(Self.age)
        #expect(try await closings(database, at: end.later(99)) == [newsroom.story])
        #expect(try await closings(database, at: end.later(100)) == [stories[1]])
        #expect(try await closings(database, at: end.later(200)) == [])
    }

    @Test(
        "Closings during an outage are recorded, but not those from long ago",
        arguments: TestedEngine.allCases)
    func absence(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let (old, fresh) = (
            try await publish(1, at: .noon.later(86_400), on: database),
            try await publish(1, at: .noon.later(3 * 86_400), on: database)
        )
        let end = Date.noon.later(Self.age)
        #expect(try await closings(database, at: end.later(60)) == [])
        #expect(try await closings(database, at: end.later(3 * 86_400 + 3_600)) == fresh)
        #expect(try await closings(database, at: end.later(3 * 86_400 + 3_600)) == [])
        #expect(old != fresh)
    }

    @Test("Many simultaneous closings are all recorded, in batches", arguments: TestedEngine.allCases)
    func many(_ engine: TestedEngine) async throws {
        let database = try await engine.newsroom().database
        let stories = try await publish(2 * Transaction.closingsAtOnce + 10, at: .noon.later(60), on: database)
        let now = Date.noon.later(60 + Self.age)
        _ = try await closings(database, at: now.later(-1))
        var found: [Story.ID] = []
        while !Task.isCancelled {
            let portion = try await closings(database, at: now)
            #expect(portion.count <= Transaction.closingsAtOnce)
            if portion.isEmpty { break }
            found += portion
        }
        #expect(found.count == stories.count && Set(found) == Set(stories))
    }

    @Test(
        "A new rule applies from the time it is set, and without a rule nothing closes",
        arguments: TestedEngine.allCases)
    func rules(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let later = try await publish(1, at: .noon.later(7 * 86_400), on: database)
        #expect(try await closings(database, .never, at: .noon) == [])
        #expect(try await closings(database, at: .noon) == [])
        let now = Date.noon.later(Self.age)
        #expect(try await closings(database, .never, at: now.later(1)) == [])
        // Under this rule the first story closed long ago.
        #expect(try await closings(database, ClosingRule(days: 7), at: now.later(1)) == later)
    }

    @Test("A clock that was far ahead delays nothing and causes no second entry", arguments: TestedEngine.allCases)
    func wrongClock(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let end = Date.noon.later(Self.age)
        _ = try await closings(database, at: end.later(-60))
        #expect(try await closings(database, at: end) == [newsroom.story])
        try await database.write { tx in
            try tx.run("UPDATE duties SET done_at = $1", end.later(1_000 * 86_400))
        }
        let next = try await publish(1, at: .noon.later(120), on: database)
        #expect(try await closings(database, at: end.later(60)) == [])
        try await database.write { tx in try tx.run("UPDATE duties SET done_at = $1", end.later(-60)) }
        #expect(try await closings(database, at: end.later(121)) == next)
    }
}
