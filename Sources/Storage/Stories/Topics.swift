package import Database
import Foundation
package import Newsroom

extension Transaction {
    /// The topic at a slug. If the slug is a former address, the result has the current slug.
    package func topic(_ slug: Slug) throws -> Topic? {
        try first(
            """
            SELECT t.slug, t.name FROM topics a
            JOIN topics t ON t.id = COALESCE((SELECT MIN(f.id) FROM topics f WHERE f.name_key = a.name_key), a.id)
            WHERE a.slug = $1
            """, slug.text, as: topic)
    }

    /// The slug of a topic; for an unknown name, the slug that it would have.
    func slug(ofTopicNamed name: String) throws -> Slug {
        let known: String? = try value(
            "SELECT slug FROM topics WHERE name_key = $1 ORDER BY id LIMIT 1", name.foldedName)
        return known.map(Slug.init(stored:)) ?? Slug(topic: name)
    }

    /// The topics in the navigation of readers' pages.
    package func sections() throws -> Sections {
        let found = try all(
            """
            SELECT t.slug, t.name, t.id FROM topics t
            WHERE t.story_count > 0
                AND NOT EXISTS (SELECT 1 FROM topics f WHERE f.name_key = t.name_key AND f.id < t.id)
            ORDER BY t.story_count DESC, t.id LIMIT $1
            """, Sections.most + 1
        ) { row in (topic: try topic(row), number: try row[2] as Int64) }
        let shown = found.prefix(Sections.most).sorted { $0.number < $1.number }
        return Sections(shown.map(\.topic), hasMore: found.count > Sections.most)
    }

    /// The topics that have stories, the most used ones first.
    package func usedTopics(limit: Int = 500) throws -> [TopicSummary] {
        try all(
            """
            SELECT t.slug, t.name, t.story_count FROM topics t
            WHERE t.story_count > 0
                AND NOT EXISTS (SELECT 1 FROM topics f WHERE f.name_key = t.name_key AND f.id < t.id)
            ORDER BY t.story_count DESC, t.id LIMIT $1
            """, limit
        ) { row in TopicSummary(try topic(row), storyCount: try row[2]) }
    }

    func topics(of id: Story.ID) throws -> [Topic] {
        try all(
            """
            SELECT t.slug, t.name FROM story_topics st JOIN topics t ON t.id = st.topic_id
            WHERE st.story_id = $1 ORDER BY st.position
            """, id, as: topic)
    }

    func setTopics(_ topics: [Topic], of id: Story.ID, publishedAt: Date) throws {
        try notingSections {
            // Finding a topic may move other stories to it and count them.
            let numbers = try topics.map(number(of:))
            try count(-1, underTopicsOf: id)
            try run("DELETE FROM story_topics WHERE story_id = $1", id)
            for (position, number) in numbers.enumerated() {
                try run(
                    """
                    INSERT INTO story_topics (story_id, topic_id, position, published_at) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (story_id, topic_id) DO NOTHING
                    """, id, number, position, publishedAt)
            }
            try count(1, underTopicsOf: id)
        }
    }

    /// Takes a story off the lists of its topics.
    func withdrawFromTopics(_ id: Story.ID) throws {
        try notingSections {
            try count(-1, underTopicsOf: id)
            try run("UPDATE story_topics SET is_withdrawn = 1 WHERE story_id = $1", id)
        }
    }

    /// Puts a story back on the lists of its topics.
    func returnToTopics(_ id: Story.ID) throws {
        try notingSections {
            try run("UPDATE story_topics SET is_withdrawn = 0 WHERE story_id = $1", id)
            try count(1, underTopicsOf: id)
        }
    }

    private func count(_ stories: Int, underTopicsOf id: Story.ID) throws {
        try run(
            """
            UPDATE topics SET story_count = story_count + $2
            WHERE id IN (SELECT topic_id FROM story_topics WHERE story_id = $1 AND is_withdrawn = 0)
            """, id, stories)
    }

    /// Records a change of the whole newspaper if `body` changes the navigation.
    private func notingSections(_ body: () throws -> Void) throws {
        let before = try sections()
        try body()
        if try sections() != before { try note(.sectionsChanged, on: nil) }
    }

    private func topic(_ row: Row) throws -> Topic {
        Topic(slug: Slug(stored: try row[0]), name: try row[1])
    }
}
