import Database
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Topics in the database", .timeLimit(.minutes(5)))
struct TopicTests {
    /// Publishes a story under topics and returns the stored topics.
    @discardableResult
    private func publish(_ guid: String, _ names: String..., on newsroom: TestNewsroom) async throws -> [Topic] {
        try await newsroom.database.write { tx in
            let topics = names.map { Topic(name: $0) }
            return try tx.topics(of: tx.publish(.test(guid: guid, version: 1, topics: topics), opening: "").story)
        }
    }

    private func headlines(at slug: String, on newsroom: TestNewsroom) async throws -> Int {
        try await newsroom.database.read { tx in try tx.stories(topic: Slug(stored: slug)).elements.count }
    }

    private func slug(at slug: String, on newsroom: TestNewsroom) async throws -> String? {
        try await newsroom.database.read { tx in try tx.topic(Slug(stored: slug))?.slug.text }
    }

    /// Stores a topic as an earlier version did, which knew only the slug.
    private func tagAsBefore(_ story: String, _ name: String, slug: String, on newsroom: TestNewsroom) async throws {
        try await newsroom.database.write { tx in
            let id = try tx.publish(.test(guid: story, version: 1, topics: []), opening: "").story
            let topic = try tx.insert(
                """
                INSERT INTO topics (slug, name) VALUES ($1, $2)
                ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id
                """, slug, name)
            try tx.run(
                "INSERT INTO story_topics (story_id, topic_id, position, published_at) VALUES ($1, $2, 0, 0)", id, topic
            )
        }
    }

    @Test("Different names get different addresses", arguments: TestedEngine.allCases)
    func different(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let names = [
            "C", "C++", "C#", "+", "Mal", "Mål", "Mal!", "Mal?", String(repeating: "x", count: 80), "Story", "C 2",
            "C++!",
        ]
        for (number, name) in names.enumerated() { try await publish("\(number)", name, on: newsroom) }
        let topics = try await newsroom.database.read { tx in try tx.usedTopics().map(\.topic) }
            .filter { $0.name != "Bridges" }
        #expect(topics.map(\.name) == names)
        #expect(
            topics.map(\.slug.text) == [
                "c", "c-plus-plus", "c-sharp", "plus", "mal", "mål", "mal-2", "mal-3",
                String(repeating: "x", count: 79), "story",
                "c-2", "c-plus-plus-2",
            ])
        for topic in topics {
            #expect(try await headlines(at: topic.slug.text, on: newsroom) == 1)
            #expect(try await slug(at: topic.slug.text, on: newsroom) == topic.slug.text)
        }
    }

    @Test("One name in several spellings is one topic, with the first spelling", arguments: TestedEngine.allCases)
    func spellings(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for (number, name) in ["Syria", "SYRIA", "syria"].enumerated() {
            #expect(try await publish("\(number)", name, "Bridges", on: newsroom).map(\.name) == ["Syria", "Bridges"])
        }
        #expect(try await publish("both", "Syria", "SYRIA", on: newsroom).map(\.name) == ["Syria"])
        #expect(try await headlines(at: "syria", on: newsroom) == 4)
    }

    @Test(
        "A topic from an earlier version keeps its address until its name is used again",
        arguments: TestedEngine.allCases)
    func before(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for (name, slug) in [("C++", "c"), ("+", "story"), ("Mål", "mal"), ("Bridges", "bridges"), ("OLD", "old")] {
            try await tagAsBefore("before \(name)", name, slug: slug, on: newsroom)
        }
        #expect(try await slug(at: "c", on: newsroom) == "c")
        #expect(try await publish("sharp", "C#", on: newsroom).map(\.slug.text) == ["c-sharp"])
        #expect(try await headlines(at: "c", on: newsroom) == 1)
        #expect(try await publish("plus", "C++", on: newsroom) == [Topic(name: "C++")])
        #expect(try await slug(at: "c", on: newsroom) == "c-plus-plus")
        #expect(try await headlines(at: "c-plus-plus", on: newsroom) == 2)
        #expect(try await publish("c", "C", on: newsroom).map(\.slug.text) == ["c-2"])
        #expect(try await publish("p", "+", on: newsroom).map(\.slug.text) == ["plus"])
        #expect(try await slug(at: "story", on: newsroom) == "plus")
        #expect(try await publish("m", "Mål", "Mal", on: newsroom).map(\.slug.text) == ["mal", "mal-2"])
        #expect(try await publish("old", "Old", on: newsroom) == [Topic(name: "OLD")])
        #expect(try await headlines(at: "old", on: newsroom) == 2)
    }

    @Test("A topic with an overlong name is still found at its earlier address", arguments: TestedEngine.allCases)
    func longWord(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let word = String(repeating: "x", count: 85)
        try await tagAsBefore("before", word, slug: "story", on: newsroom)
        #expect(try await publish("now", word, on: newsroom) == [Topic(name: word)])
        #expect(try await slug(at: "story", on: newsroom) == String(repeating: "x", count: 79))
        #expect(try await headlines(at: String(repeating: "x", count: 79), on: newsroom) == 2)
    }

    @Test(
        "Topics that an earlier version adds are merged when their name is used again", arguments: TestedEngine.allCases
    )
    func beside(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await publish("one more", "C++", on: newsroom)
        try await tagAsBefore("beside", "C++", slug: "c", on: newsroom)
        #expect(try await headlines(at: "c", on: newsroom) == 1)
        try await publish("another", "C++", on: newsroom)
        #expect(try await slug(at: "c", on: newsroom) == "c-plus-plus")
        #expect(try await headlines(at: "c-plus-plus", on: newsroom) == 3)
        try await tagAsBefore("beside again", "C++", slug: "c", on: newsroom)
        #expect(try await newsroom.database.read { tx in try tx.sections() }.topics.map(\.name) == ["Bridges", "C++"])
        try await publish("a last one", "c++", on: newsroom)
        #expect(try await headlines(at: "c-plus-plus", on: newsroom) == 5)
        #expect(try await headlines(at: "c", on: newsroom) == 0)
    }

    @Test("A story with both copies of a topic keeps both", arguments: TestedEngine.allCases)
    func both(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await publish("one more", "C++", on: newsroom)
        try await tagAsBefore("beside", "C++", slug: "c", on: newsroom)
        try await newsroom.database.write { tx in
            try tx.run(
                """
                INSERT INTO story_topics (story_id, topic_id, position, published_at)
                SELECT s.id, t.id, 1, 0 FROM stories s, topics t WHERE s.guid = 'beside' AND t.slug = 'c-plus-plus'
                """)
        }
        try await publish("another", "C++", on: newsroom)
        #expect(try await headlines(at: "c-plus-plus", on: newsroom) == 3)
    }
}

@Suite("The navigation of topics in the database", .timeLimit(.minutes(5)))
struct SectionTests {
    private func publish(
        _ guid: String, _ names: [String], version: Int = 1, status: IncomingStory.Status = .usable,
        on newsroom: TestNewsroom
    ) async throws {
        try await newsroom.database.write { tx in
            let topics = names.map { Topic(name: $0) }
            _ = try tx.publish(.test(guid: guid, version: version, status: status, topics: topics), opening: "")
        }
    }

    private func changes(_ newsroom: TestNewsroom, of body: () async throws -> Void) async throws -> [Change.Kind] {
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        try await body()
        return try await newsroom.database.read { tx in try tx.changes(after: before, limit: 100) }
            .filter { $0.story == nil }.map(\.kind)
    }

    @Test(
        "The most used topics are in the navigation, in the order of their creation", arguments: TestedEngine.allCases)
    func mostUsed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let names = (1...9).map { "Topic \($0)" }
        for (number, name) in names.enumerated() { try await publish("once \(number)", [name], on: newsroom) }
        for number in 3...8 { try await publish("again \(number)", [names[number]], on: newsroom) }
        let sections = try await newsroom.database.read { tx in try tx.sections() }
        #expect(sections.topics.map(\.name) == ["Bridges", "Topic 1"] + names[3...])
        #expect(sections.hasMore)
        let all = try await newsroom.database.read { tx in try tx.usedTopics() }
        #expect(all.map(\.storyCount) == [2, 2, 2, 2, 2, 2, 1, 1, 1, 1])
    }

    @Test("A change of the navigation is a change of the whole newspaper", arguments: TestedEngine.allCases)
    func noted(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        #expect(try await changes(newsroom) { try await publish("a", ["Tides"], on: newsroom) } == [.sectionsChanged])
        #expect(try await changes(newsroom) { try await publish("b", ["Tides"], on: newsroom) } == [])
        #expect(try await changes(newsroom) { try await publish("b", ["Tides"], version: 2, on: newsroom) } == [])
        let retagged = try await changes(newsroom) { try await publish("b", ["Dikes"], version: 3, on: newsroom) }
        #expect(retagged == [.sectionsChanged])
        let withdrawn = try await changes(newsroom) {
            try await publish("b", ["Dikes"], version: 4, status: .canceled, on: newsroom)
        }
        #expect(withdrawn == [.sectionsChanged])
        let sections = try await newsroom.database.read { tx in try tx.sections() }
        #expect(sections.topics.map(\.name) == ["Bridges", "Tides"])
        let latest = try await newsroom.database.read { tx in try tx.latestChanges() }
        #expect(latest.ofHouse > 0 && latest.any > latest.ofHouse)
    }
}
