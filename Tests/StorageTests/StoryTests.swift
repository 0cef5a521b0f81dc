import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Stories in the database", .timeLimit(.minutes(5)))
struct StoryTests {
    @Test("A story is read as it was published", arguments: TestedEngine.allCases)
    func roundTrip(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let story = try #require(try await newsroom.database.read { tx in try tx.story(newsroom.story) })
        #expect(story.slug.text == "a-bridge-opens")
        #expect(story.current.dateline == Dateline(place: "LONDON", agency: "Broadsheet"))
        #expect(story.current.credits == [Credit(role: "Editing", person: "the Night Desk", place: nil)])
        #expect(story.topics == [Topic(name: "Bridges")])
        #expect(story.publishedAt == .noon)
    }

    @Test(
        "A higher version is stored, and an equal or lower one changes nothing", arguments: TestedEngine.allCases)
    func versions(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let outcomes = try await newsroom.database.write { tx in
            try [4, 4, 2].map { version in
                try tx.publish(.test(guid: "one", version: version, headline: "Version \(version)"), opening: "")
            }
        }
        #expect(outcomes == [.updated(newsroom.story), .unchanged(newsroom.story), .unchanged(newsroom.story)])
        let (story, versions) = try await newsroom.database.read { tx in
            (try tx.story(newsroom.story), try tx.versions(of: newsroom.story))
        }
        #expect(versions.map(\.number) == [1, 2])
        #expect(versions.map(\.headline) == ["A bridge opens", "Version 4"])
        #expect(story?.slug.text == "version-4", "the address follows the headline")
        #expect(story?.updatedAt == .noon.later(240))
    }

    @Test("A canceled story is withdrawn from every list permanently", arguments: TestedEngine.allCases)
    func withdrawal(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let outcomes = try await newsroom.database.write { tx in
            [
                try tx.publish(.test(guid: "one", version: 2, status: .canceled), opening: ""),
                try tx.publish(.test(guid: "one", version: 2, status: .canceled), opening: ""),
                try tx.publish(.test(guid: "one", version: 1), opening: ""),
            ]
        }
        #expect(outcomes == [.withdrawn(newsroom.story), .unchanged(newsroom.story), .unchanged(newsroom.story)])
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in _ = try tx.publish(.test(guid: "one", version: 3), opening: "") }
        }
        let lists = try await newsroom.database.read { tx in
            (
                try tx.latestStories().elements, try tx.stories(topic: Slug(stored: "bridges")).elements,
                try tx.sections().topics
            )
        }
        #expect(lists.0.isEmpty && lists.1.isEmpty && lists.2.isEmpty)
        let story = try await newsroom.database.read { tx in try tx.story(newsroom.story) }
        #expect(story?.withdrawal != nil)
    }

    @Test(
        "Lists continue by key without gaps or repeats, with a fixed order for equal times",
        arguments: TestedEngine.allCases)
    func pages(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.database.write { tx in
            for number in 0..<24 {
                _ = try tx.publish(
                    .test(guid: "more \(number)", version: 1, created: .noon.later(Double(number / 4))), opening: "")
            }
        }
        var seen: [Int64] = []
        var key: PageKey?
        repeat {
            let after = key
            let page = try await newsroom.database.read { tx in try tx.latestStories(after: after, limit: 7) }
            seen += page.elements.map(\.id.number)
            key = page.next
        } while key != nil && !Task.isCancelled
        #expect(seen.count == 25)
        #expect(Set(seen).count == 25)
        #expect(seen.first == 25)
        #expect(seen.last == 1)
    }

    @Test("Related stories refer to each other until one is withdrawn", arguments: TestedEngine.allCases)
    func related(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await newsroom.database.write { tx in
            let other = try tx.publish(.test(guid: "two", version: 1, headline: "The other"), opening: "").story
            try tx.relate([newsroom.story, other])
            try tx.relate([newsroom.story, other])
            return other
        }
        let before = try await newsroom.database.read { tx in
            (try tx.relatedStories(of: newsroom.story), try tx.relatedStories(of: other))
        }
        #expect(before.0.map(\.headline) == ["The other"])
        #expect(before.1.map(\.id) == [newsroom.story])
        try await newsroom.database.write { tx in
            _ = try tx.publish(.test(guid: "two", version: 2, status: .canceled), opening: "")
        }
        let after = try await newsroom.database.read { tx in try tx.relatedStories(of: newsroom.story) }
        #expect(after.isEmpty)
    }

    @Test("Migrations can run again without effect", arguments: TestedEngine.allCases)
    func migrations(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await Migrations.run(on: newsroom.database)
        let count: Int? = try await newsroom.database.read { tx in try tx.value("SELECT COUNT(*) FROM migrations") }
        #expect(count == Migrations.latest)
    }
}
