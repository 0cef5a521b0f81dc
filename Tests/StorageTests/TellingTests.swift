import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Who is told of what", .timeLimit(.minutes(5)))
struct TellingTests {
    private typealias Kind = Newsroom.Notification.Kind

    /// The kinds of a person's notifications, the latest first.
    private func told(_ reader: Reader, _ newsroom: TestNewsroom) async throws -> [Kind] {
        try await newsroom.database.read { tx in
            try tx.notifications(of: reader.id, before: nil, limit: 30).map(\.kind)
        }
    }

    /// Does the jobs that tell followers. Returns how many there were.
    private func tell(_ newsroom: TestNewsroom, at now: Date = .noon.later(1_000)) async throws -> Int {
        try await newsroom.database.write { tx in
            var count = 0
            for attempt in try tx.claimJobs(limit: 64, now: now) {
                try tx.finish(attempt)
                guard attempt.kind == .tellFollowers else { continue }
                try tx.tellFollowers(attempt.subject, now: now)
                count += 1
            }
            return count
        }
    }

    @Test(
        "Followers of a topic hear of a new story once, but not of one from an archive",
        arguments: TestedEngine.allCases)
    func topics(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (one, other) = (try await newsroom.reader("Reader One"), try await newsroom.reader("Reader Two"))
        try await newsroom.database.write { tx in
            for topic in ["Bridges", "Rivers"] {
                _ = try tx.publish(.test(guid: topic, version: 1, topics: [Topic(name: topic)]), opening: "")
                try tx.follow(.topic(Slug(stored: topic.lowercased())), by: one.id, now: .noon)
            }
            let topics = [Topic(name: "Bridges"), Topic(name: "Rivers")]
            _ = try tx.publish(.test(guid: "new", version: 1, topics: topics), opening: "")
            _ = try tx.publish(
                .test(guid: "old", version: 1, created: .noon.later(-9 * 86_400), topics: topics), opening: "")
        }
        #expect(try await tell(newsroom) == 2)
        #expect(try await told(one, newsroom) == [.topic])
        #expect(try await told(other, newsroom) == [])
    }

    @Test("Followers and commenters hear of a correction, followers of new versions", arguments: TestedEngine.allCases)
    func corrections(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (follower, commenter) = (try await newsroom.reader("Reader One"), try await newsroom.reader("Reader Two"))
        try await newsroom.post("A comment.", by: commenter)
        let story = newsroom.story
        try await newsroom.database.write { tx in
            try tx.follow(.story(story), by: follower.id, now: .noon)
            for kind in [Kind.correction, .update] { try tx.tellFollowers(of: story, kind, dueAt: .noon) }
        }
        _ = try await tell(newsroom)
        #expect(Set(try await told(follower, newsroom)) == [.correction, .update])
        #expect(try await told(commenter, newsroom) == [.correction])
    }

    @Test(
        "A second piece of the same news needs no notification until the first is read",
        arguments: TestedEngine.allCases)
    func repeated(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (reader, story) = (try await newsroom.reader("Reader One"), newsroom.story)
        try await newsroom.database.write { tx in try tx.follow(.story(story), by: reader.id, now: .noon) }
        try await newsroom.post("A comment by somebody else.")
        func comments() async throws -> [Newsroom.Notification] {
            try await newsroom.database.write { tx in
                try tx.tellFollowers("comments \(story)", now: .noon)
                return try tx.notifications(of: reader.id, before: nil, limit: 9)
            }
        }
        let first = try await comments()
        #expect(first.map(\.kind) == [.comments])
        #expect(try await comments() == first)
        try await newsroom.database.write { tx in try tx.markRead(of: reader.id, upTo: first[0].id, now: .noon) }
        #expect(try await comments().map(\.isRead) == [false, true])
    }

    @Test(
        "Nobody hears of new comments that are only their own, or by people whom they mute",
        arguments: TestedEngine.allCases)
    func ownComments(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (reader, other) = (try await newsroom.reader("Reader One"), try await newsroom.reader("Reader Two"))
        let story = newsroom.story
        try await newsroom.post("My own.", by: reader)
        try await newsroom.post("By somebody muted.", by: other)
        try await newsroom.database.write { tx in
            try tx.follow(.story(story), by: reader.id, now: .noon)
            try tx.mute(other.id, by: reader.id, now: .noon)
            try tx.tellFollowers("comments \(story)", now: .noon)
        }
        #expect(try await told(reader, newsroom) == [])
        try await newsroom.post("By a guest.")
        try await newsroom.database.write { tx in try tx.tellFollowers("comments \(story)", now: .noon) }
        #expect(try await told(reader, newsroom) == [.comments])
    }

    @Test("A hidden reply and a withdrawn story leave nothing unread", arguments: TestedEngine.allCases)
    func hidden(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader("Reader One")
        let own = try await newsroom.post("A comment.", by: reader)
        let reply = try await newsroom.post("A reply.", answering: own.id, source: "b")
        func unread() async throws -> Int {
            try await newsroom.database.read { tx in try tx.countUnread(of: reader.id) }
        }
        #expect(try await unread() == 1)
        try await newsroom.report(reply, source: "c")
        let open = try #require(try await newsroom.cases().first)
        let ruling = try await newsroom.rule(.uphold, open.id)
        #expect(try await unread() == 0)
        #expect(try await told(reader, newsroom) == [])
        try await newsroom.undo(ruling)
        #expect(try await unread() == 1)
        #expect(try await told(reader, newsroom) == [.reply])
        try await newsroom.post("Another reply.", answering: own.id, source: "d")
        #expect(try await unread() == 2)
        _ = try await newsroom.database.write { tx in
            try tx.publish(.test(guid: "one", version: 9, status: .canceled), opening: "")
        }
        #expect(try await unread() == 0)
        #expect(try await told(reader, newsroom) == [])
    }

    @Test(
        "Nobody hears of a ruling that was undone, or of replies by a person whom they mute",
        arguments: TestedEngine.allCases)
    func undone(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (reader, other) = (try await newsroom.reader("Reader One"), try await newsroom.reader("Reader Two"))
        let own = try await newsroom.post("A comment.", by: reader)
        try await newsroom.report(own, source: "c")
        let ruling = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id)
        #expect(try await told(reader, newsroom) == [.ruling])
        try await newsroom.undo(ruling)
        #expect(try await told(reader, newsroom) == [])
        try await newsroom.post("A word of the other.", by: other)
        try await newsroom.database.write { tx in try tx.mute(other.id, by: reader.id, now: .noon) }
        try await newsroom.post("A reply.", by: other, answering: own.id)
        #expect(try await told(reader, newsroom) == [])
    }

    @Test("Admins hear of failed jobs once, moderators of a long queue once an hour", arguments: TestedEngine.allCases)
    func staff(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (database, moderator) = (newsroom.database, newsroom.moderator)
        let admin = try await database.write { tx in
            try tx.addStaff(email: "admin@example.org", name: "An admin", role: .admin, passwordHash: "-", now: .noon)
        }
        func isDue(_ threshold: Int, _ now: Date) async throws -> Bool {
            try await database.read { tx in
                try tx.dueRecurringJobs(closing: .never, queueThreshold: threshold, now: now).contains(.tellStaff)
            }
        }
        func kinds() async throws -> [Kind] {
            try await database.read { tx in try tx.notifications(of: moderator.id, before: nil, limit: 9).map(\.kind) }
        }
        try await newsroom.report(newsroom.post("One."), source: "a")
        try await newsroom.report(newsroom.post("Two."), source: "b")
        for (threshold, isDueNow) in [(2, false), (0, false), (1, true)] {
            #expect(try await isDue(threshold, .noon) == isDueNow)
        }
        try await database.write { tx in try tx.tellStaff(queueThreshold: 1, now: .noon) }
        #expect(try await kinds() == [.queue])
        #expect(try await !isDue(1, .noon.later(3_599)))
        #expect(try await isDue(1, .noon.later(3_600)))

        try await database.write { tx in
            try tx.enqueue(JobOrder(.indexPictures, dueAt: .noon), now: .noon)
            for attempt in try tx.claimJobs(limit: 9, now: .noon.later(7_200)) {
                try tx.fail(attempt, "error", now: .noon.later(99_000), jitter: 0)
            }
        }
        #expect(try await isDue(0, .noon.later(99_001)))
        try await database.write { tx in try tx.tellStaff(queueThreshold: 0, now: .noon.later(99_001)) }
        #expect(try await !isDue(0, .noon.later(99_002)))
        #expect(try await kinds() == [.queue])
        let told = try await database.read { tx in
            try tx.notifications(of: admin.id, before: nil, limit: 9).map(\.kind)
        }
        #expect(told == [.jobs, .queue])
    }
}
