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

    /// The topics that have stories, in the order of their creation.
    package func topics(limit: Int = 12) throws -> [Topic] {
        try all(
            """
            SELECT t.slug, t.name FROM topics t
            WHERE EXISTS (SELECT 1 FROM story_topics st WHERE st.topic_id = t.id AND st.is_withdrawn = 0)
                AND NOT EXISTS (SELECT 1 FROM topics f WHERE f.name_key = t.name_key AND f.id < t.id)
            ORDER BY t.id LIMIT $1
            """, limit, as: topic)
    }

    func topics(of id: Story.ID) throws -> [Topic] {
        try all(
            """
            SELECT t.slug, t.name FROM story_topics st JOIN topics t ON t.id = st.topic_id
            WHERE st.story_id = $1 ORDER BY st.position
            """, id, as: topic)
    }

    func setTopics(_ topics: [Topic], of id: Story.ID, publishedAt: Date) throws {
        try run("DELETE FROM story_topics WHERE story_id = $1", id)
        for (position, topic) in topics.enumerated() {
            try run(
                """
                INSERT INTO story_topics (story_id, topic_id, position, published_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (story_id, topic_id) DO NOTHING
                """, id, number(of: topic), position, publishedAt)
        }
    }

    private func topic(_ row: Row) throws -> Topic {
        Topic(slug: Slug(stored: try row[0]), name: try row[1])
    }
}
