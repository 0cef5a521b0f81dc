import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension TestNewsroom {
    func reader(_ name: String) async throws -> Reader {
        let email = "\(name.lowercased().replacing(" ", with: "."))@example.org"
        return try await database.write { tx in
            try tx.addReader(email: email, name: try AccountName.accept(name), now: .noon)
        }
    }

    @discardableResult
    func post(_ text: String, by reader: Reader, at now: Date = .noon) async throws -> Comment {
        let draft = try CommentDraft(signedBy: reader.name, text: text, parent: nil, storyVersion: 1)
        let posting = Posting(draft: draft, story: story, source: text, commenter: .person(reader.id), now: now)
        return try await database.write { tx in try tx.post([posting], rules: .open)[0].get().comment }
    }
}

@Suite("Following, muting and people's pages in the database", .timeLimit(.minutes(5)))
struct FollowingTests {
    @Test("A person follows stories and topics, each once, and stops", arguments: TestedEngine.allCases)
    func following(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (one, other) = (try await newsroom.reader("Reader One"), try await newsroom.reader("Reader Two"))
        let topic = Slug(stored: "bridges")
        try await newsroom.database.write { tx in
            _ = try tx.publish(.test(guid: "two", version: 1, topics: [Topic(name: "Bridges")]), opening: "")
            for _ in 0..<2 { try tx.follow(.story(newsroom.story), by: one.id, now: .noon) }
            try tx.follow(.topic(topic), by: one.id, now: .noon.later(1))
        }
        let followed = try await newsroom.database.read { tx in try tx.followed(by: one.id) }
        #expect(followed.map(\.subject) == [.topic(topic), .story(newsroom.story)])
        #expect(try await newsroom.database.read { tx in try tx.followed(by: other.id) } == [])
        for subject in [FollowSubject.story(newsroom.story), .topic(topic)] {
            let before = try await newsroom.database.read { tx in
                (try tx.isFollowing(subject, one.id), try tx.isFollowing(subject, other.id))
            }
            #expect(before == (true, false))
            try await newsroom.database.write { tx in try tx.stopFollowing(subject, by: one.id) }
            #expect(try await newsroom.database.read { tx in try !tx.isFollowing(subject, one.id) })
        }
    }

    @Test("Unknown and withdrawn subjects are refused, and so is one above the limit", arguments: TestedEngine.allCases)
    func refusedSubjects(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader("Reader One")
        func refusal(_ subject: FollowSubject) async -> Refusal.Kind? {
            do {
                try await newsroom.database.write { tx in try tx.follow(subject, by: reader.id, now: .noon) }
                return nil
            } catch { return (error as? Refusal)?.kind }
        }
        #expect(await refusal(.story(.init(999))) == .notFound)
        #expect(await refusal(.topic(Slug(stored: "nothing"))) == .notFound)
        try await newsroom.database.write { tx in
            for number in 0..<FollowSubject.most {
                _ = try tx.insert(
                    "INSERT INTO topics (slug, name, name_key) VALUES ($1, $1, $1) RETURNING id", "t\(number)")
                try tx.follow(.topic(Slug(stored: "t\(number)")), by: reader.id, now: .noon)
            }
        }
        #expect(await refusal(.story(newsroom.story)) == .closed)
        #expect(await refusal(.topic(Slug(stored: "t1"))) == nil, "what is followed already stays")
        try await newsroom.database.write { tx in
            try tx.stopFollowing(.topic(Slug(stored: "t1")), by: reader.id)
            try tx.run("UPDATE stories SET is_withdrawn = 1 WHERE id = $1", newsroom.story)
        }
        #expect(await refusal(.story(newsroom.story)) == .gone)
    }

    @Test("Only people who have commented can be muted, never oneself or the staff", arguments: TestedEngine.allCases)
    func muting(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (one, other) = (try await newsroom.reader("Reader One"), try await newsroom.reader("Reader Two"))
        let staff = Reader(id: newsroom.moderator.id, name: newsroom.moderator.name, email: "-")
        func refusal(_ person: Person.ID) async -> Refusal.Kind? {
            do {
                try await newsroom.database.write { tx in try tx.mute(person, by: one.id, now: .noon) }
                return nil
            } catch { return (error as? Refusal)?.kind }
        }
        #expect(await refusal(other.id) == .notFound, "nobody learns who has an account")
        for person in [one, other, staff] { try await newsroom.post("By \(person.name).", by: person) }
        #expect(await refusal(one.id) == .invalid)
        #expect(await refusal(staff.id) == .forbidden)
        #expect(await refusal(.init(999)) == .notFound)
        for _ in 0..<2 { #expect(await refusal(other.id) == nil) }
        #expect(try await newsroom.database.read { tx in try tx.muted(by: one.id) }.map(\.name) == ["Reader Two"])
        #expect(try await newsroom.database.read { tx in try tx.muted(by: other.id) } == [])
        try await newsroom.database.write { tx in try tx.endMute(of: other.id, by: one.id) }
        #expect(try await newsroom.database.read { tx in try tx.muted(by: one.id) } == [])
    }

    @Test("A person is public with published comments on published stories", arguments: TestedEngine.allCases)
    func publicPeople(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader("Ünal Reader")
        let find = { @Sendable () async throws in
            try await newsroom.database.read { tx in try tx.publicPerson(reader.id) }
        }
        #expect(try await find() == nil)
        let comments = [
            try await newsroom.post("First.", by: reader),
            try await newsroom.post("Second.", by: reader, at: .noon.later(9)),
        ]
        let person = try #require(try await find())
        #expect(
            person.commentCount == 2 && person.slug.text == "unal-reader" && !person.isStaff && person.since == .noon)
        let listed = try await newsroom.database.read { tx in
            (
                try tx.publicComments(of: reader.id, before: nil, limit: 1),
                try tx.publicComments(of: reader.id, before: comments[1].key, limit: 9),
                try tx.isPublicComment(at: comments[1].key, of: reader.id)
            )
        }
        #expect(listed.0.map(\.comment.text) == ["Second."] && listed.1.map(\.comment.text) == ["First."] && listed.2)
        try await newsroom.database.write { tx in try tx.setPrivate(true, reader.id) }
        #expect(try await find() == nil)
        try await newsroom.database.write { tx in
            try tx.setPrivate(false, reader.id)
            try tx.run("UPDATE comments SET state = 'held' WHERE id = $1", comments[0].id)
        }
        #expect(try await find()?.commentCount == 1)
        try await newsroom.database.write { tx in try tx.run("UPDATE stories SET is_withdrawn = 1") }
        #expect(try await find() == nil)
    }

    @Test("Comments take a new name in batches, and each story has a change", arguments: TestedEngine.allCases)
    func renaming(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let reader = try await newsroom.reader("Reader One")
        let first = try await newsroom.post("First.", by: reader)
        try await newsroom.database.write { tx in
            try tx.run(
                """
                INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, created_at, source,
                    is_unread, person_id)
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 450)
                SELECT $1, 'Reader One', 'reader one', 'Text ' || n, 'published', 1, 1, $2 + n, 's', 0, $3 FROM numbers
                """, newsroom.story, Date.noon, reader.id)
        }
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        try await newsroom.database.write { tx in
            try tx.rename(reader, to: AccountName.accept("Another Name"), now: .noon)
        }
        var batches = 0
        while case let jobs = try await newsroom.database.write({ tx in try tx.claimJobs(limit: 9, now: .noon) }),
            let job = jobs.first
        {
            try await newsroom.database.write { tx in
                try tx.renameComments(job.subject, now: .noon)
                try tx.finish(job)
            }
            batches += 1
        }
        #expect(batches == 3)
        #expect(try await newsroom.comment(first.id).name == "Another Name")
        let (left, changes) = try await newsroom.database.read { tx in
            (
                try tx.value("SELECT COUNT(*) FROM comments WHERE name = 'Reader One'") as Int?,
                try tx.changes(after: before, limit: 100)
            )
        }
        #expect(left == 0)
        #expect(changes.map(\.kind) == [.personChanged] + Array(repeating: .commentersRenamed, count: 3))
        #expect(changes.map(\.person) == [reader.id, nil, nil, nil])
        #expect(changes.map(\.story) == [nil] + Array(repeating: newsroom.story, count: 3))
    }

    @Test("The feed names the account of a comment, and readers of a story get no change of a person")
    func feed() async throws {
        let newsroom = try await TestedEngine.memory.newsroom()
        let reader = try await newsroom.reader("Reader One")
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        try await newsroom.post("First.", by: reader)
        try await newsroom.post("By a guest.")
        try await newsroom.database.write { tx in try tx.setPrivate(true, reader.id) }
        let (all, ofStory) = try await newsroom.database.read { tx in
            (try tx.changes(after: before, limit: 9), try tx.changes(of: newsroom.story, after: before, limit: 9))
        }
        #expect(all.map(\.person) == [reader.id, nil, reader.id])
        #expect(ofStory?.map(\.kind) == [.commentPublished, .commentPublished])
    }
}
