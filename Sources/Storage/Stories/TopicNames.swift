import Database
import Newsroom

/// Topics are identified by their names. The first row with a name is the topic. Later rows with the same
/// name are addresses that lead to it.
///
/// Older releases tell topics apart by their slugs, which lack signs and diacritics, and leave `name_key`
/// empty. Such a topic is converted when a story is next tagged with its name. Until then it keeps its old
/// address.
extension Transaction {
    /// The number of the topic with this name, which is created if there is none.
    func number(of topic: Topic) throws -> Int64 {
        let key = topic.nameKey
        var rows: [Int64] = try all("SELECT id FROM topics WHERE name_key = $1 ORDER BY id", key) { try $0[0] }
        if let old = try topicOfBefore(topic), rows.first.map({ $0 < old.number }) ?? true {
            try run("UPDATE topics SET name_key = $2 WHERE id = $1", old.number, key)
            if rows.isEmpty { try readdress(old, as: topic) }
            rows.append(old.number)
        }
        guard let first = rows.first else { return try add(topic, at: try freeSlug(for: topic)) }
        for other in rows.dropFirst() { try gather(from: other, at: first) }
        return first
    }

    private func add(_ topic: Topic, at slug: Slug) throws -> Int64 {
        try insert(
            "INSERT INTO topics (slug, name, name_key) VALUES ($1, $2, $3) RETURNING id", slug.text, topic.name,
            topic.nameKey)
    }

    /// The slug for the topic's name, or the first free one with a number after it.
    private func freeSlug(for topic: Topic) throws -> Slug {
        var (slug, number) = (topic.slug, 1)
        while try isTaken(slug) {
            number += 1
            slug = topic.slug.numbered(number)
        }
        return slug
    }

    private func isTaken(_ slug: Slug) throws -> Bool {
        try exists("SELECT 1 FROM topics WHERE slug = $1", slug.text)
    }

    /// The topic that an older release made from the same name.
    private func topicOfBefore(_ topic: Topic) throws -> (number: Int64, topic: Topic)? {
        // Older releases used the slug `story` for a name without words or with a word that was too long.
        let found = try all(
            "SELECT id, slug, name FROM topics WHERE slug IN ($1, 'story') AND name_key IS NULL",
            Slug(headline: topic.name).text
        ) { row in
            (number: try row[0] as Int64, topic: Topic(slug: Slug(stored: try row[1]), name: try row[2]))
        }
        return found.first { $0.topic.nameKey == topic.nameKey }
    }

    /// Gives an older topic the slug for its name, if its old slug has lost more than diacritics. The old
    /// slug stays an address of the topic, and no other topic gets it.
    private func readdress(_ old: (number: Int64, topic: Topic), as topic: Topic) throws {
        guard Slug(headline: topic.slug.text) != old.topic.slug, try !isTaken(topic.slug) else { return }
        try run("UPDATE topics SET slug = $2 WHERE id = $1", old.number, topic.slug.text)
        _ = try add(old.topic, at: old.topic.slug)
    }

    /// Moves the stories that an older release has filed under another address of the topic.
    private func gather(from other: Int64, at topic: Int64) throws {
        guard
            try exists("SELECT 1 FROM story_topics WHERE topic_id = $1 AND is_withdrawn = 0 LIMIT 1", other)
        else { return }
        try run(
            """
            UPDATE story_topics SET topic_id = $2 WHERE topic_id = $1 AND is_withdrawn = 0
                AND NOT EXISTS (
                    SELECT 1 FROM story_topics t WHERE t.story_id = story_topics.story_id AND t.topic_id = $2)
            """, other, topic)
        try moveFollowers(from: other, to: topic)
        try run(
            """
            UPDATE topics SET story_count =
                (SELECT COUNT(*) FROM story_topics WHERE topic_id = topics.id AND is_withdrawn = 0)
            WHERE id IN ($1, $2)
            """, other, topic)
    }
}
