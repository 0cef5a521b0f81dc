package import Database
package import Foundation
package import Newsroom

/// The stories and topics that people follow.
extension Transaction {
    /// Refuses with `notFound` an unknown subject, with `gone` a withdrawn story, and with `closed` one more
    /// than the limit.
    package func follow(_ subject: FollowSubject, by person: Person.ID, now: Date) throws {
        let count: Int = try value("SELECT COUNT(*) FROM follows WHERE person_id = $1", person) ?? 0
        guard try count < FollowSubject.most || isFollowing(subject, person) else {
            throw Refusal(.account(.followsTooMany), [.limit: .number(FollowSubject.most)])
        }
        switch subject {
        case .story(let story):
            let isWithdrawn: Bool? = try value("SELECT is_withdrawn FROM stories WHERE id = $1", story)
            guard let isWithdrawn else { throw Refusal(.missing(.story)) }
            guard !isWithdrawn else { throw Refusal(.story(.withdrawn)) }
            try run(
                """
                INSERT INTO follows (person_id, story_id, since) VALUES ($1, $2, $3)
                ON CONFLICT (story_id, person_id) DO NOTHING
                """, person, story, now)
        case .topic(let slug):
            guard let topic = try topicNumber(slug) else { throw Refusal(.missing(.topic)) }
            try run(
                """
                INSERT INTO follows (person_id, topic_id, since) VALUES ($1, $2, $3)
                ON CONFLICT (topic_id, person_id) DO NOTHING
                """, person, topic, now)
        }
    }

    package func stopFollowing(_ subject: FollowSubject, by person: Person.ID) throws {
        switch subject {
        case .story(let story):
            try run("DELETE FROM follows WHERE story_id = $1 AND person_id = $2", story, person)
        case .topic(let slug):
            guard let topic = try topicNumber(slug) else { return }
            try run("DELETE FROM follows WHERE topic_id = $1 AND person_id = $2", topic, person)
        }
    }

    package func isFollowing(_ subject: FollowSubject, _ person: Person.ID) throws -> Bool {
        switch subject {
        case .story(let story):
            try exists("SELECT 1 FROM follows WHERE story_id = $1 AND person_id = $2", story, person)
        case .topic(let slug):
            try topicNumber(slug).map {
                try exists("SELECT 1 FROM follows WHERE topic_id = $1 AND person_id = $2", $0, person)
            } ?? false
        }
    }

    /// Everything that a person follows, the latest first.
    package func followed(by person: Person.ID) throws -> [Followed] {
        let stories = try all(
            """
            SELECT s.id, s.slug, v.headline, s.language, s.is_withdrawn, f.since
            FROM follows f JOIN stories s ON s.id = f.story_id
            JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE f.person_id = $1
            """, person
        ) { row in
            let story = try storyReference(row)
            return Followed(
                subject: .story(story.id), title: try row[4] ? .withdrawn : .story(story), since: try row[5])
        }
        let topics = try all(
            "SELECT t.slug, t.name, f.since FROM follows f JOIN topics t ON t.id = f.topic_id WHERE f.person_id = $1",
            person
        ) { row in
            let topic = Topic(slug: Slug(stored: try row[0]), name: try row[1])
            return Followed(subject: .topic(topic.slug), title: .topic(topic), since: try row[2])
        }
        return (stories + topics).sorted { $0.since > $1.since }
    }

    /// Gives the followers of a former address of a topic to the topic.
    func moveFollowers(from other: Int64, to topic: Int64) throws {
        try run(
            """
            UPDATE follows SET topic_id = $2 WHERE topic_id = $1 AND NOT EXISTS (
                SELECT 1 FROM follows f WHERE f.topic_id = $2 AND f.person_id = follows.person_id)
            """, other, topic)
        try run("DELETE FROM follows WHERE topic_id = $1", other)
    }

    /// The number of the topic at a slug, which may be a former address.
    private func topicNumber(_ slug: Slug) throws -> Int64? {
        try value(
            """
            SELECT COALESCE((SELECT MIN(f.id) FROM topics f WHERE f.name_key = a.name_key), a.id) FROM topics a
            WHERE a.slug = $1
            """, slug.text)
    }
}
