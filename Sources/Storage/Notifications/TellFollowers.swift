package import Database
package import Foundation
import Newsroom

/// Many people may follow a story or a topic, so a job tells them in portions.
extension Transaction {
    /// The maximum number of people that one transaction tells.
    private static let portion = 500
    /// For how long a new story or version is news, in seconds.
    private static let newsSeconds: TimeInterval = 2 * 86_400

    /// Enqueues the job that tells people about a story, in the transaction of the change.
    func tellFollowers(of story: Story.ID, _ kind: Newsroom.Notification.Kind, dueAt: Date) throws {
        guard try !people(toTellOf: kind, story, after: 0, limit: 1).isEmpty else { return }
        try enqueue(JobOrder(.tellFollowers, subject: "\(kind.rawValue) \(story)", dueAt: dueAt), now: dueAt)
    }

    /// Tells the followers of stories about new comments, once in ten minutes.
    func tellFollowers(ofCommentsOn stories: Set<Story.ID>, now: Date) throws {
        for story in stories where try exists("SELECT 1 FROM follows WHERE story_id = $1 LIMIT 1", story) {
            try tellFollowers(
                of: story, .comments, dueAt: now.addingTimeInterval(Newsroom.Notification.collectedFor))
        }
    }

    /// Does a job: tells the next people, and enqueues a job for the rest. The subject is the kind, the
    /// story, and the last person whom the job before has told.
    package func tellFollowers(_ subject: String, now: Date) throws {
        let parts = subject.split(separator: " ")
        guard parts.count >= 2, let kind = Newsroom.Notification.Kind(rawValue: String(parts[0])),
            let story = Story.ID(path: parts[1]), try isNews(story, kind, now: now)
        else { return }
        let after = parts.count > 2 ? Int64(parts[2]) ?? 0 : 0
        let people = try people(toTellOf: kind, story, after: after, limit: Self.portion)
        let news = kind == .comments ? try recentComments(below: story, now: now) : []
        for person in people where try kind != .comments || isNews(news, for: person) {
            try notify(person, of: kind, story, now: now)
        }
        guard people.count == Self.portion, let last = people.last else { return }
        try enqueue(
            JobOrder(.tellFollowers, subject: "\(kind.rawValue) \(story) \(last)", dueAt: now), now: now)
    }

    /// Whether a story is worth a notification: withdrawn stories and imports from an archive are not. New
    /// comments on an old story are.
    private func isNews(_ story: Story.ID, _ kind: Newsroom.Notification.Kind, now: Date) throws -> Bool {
        let since = kind == .comments ? .distantPast : now.addingTimeInterval(-Self.newsSeconds)
        return try exists(
            "SELECT 1 FROM stories WHERE id = $1 AND is_withdrawn = 0 AND updated_at > $2", story, since)
    }

    /// The comments of the last 20 minutes, which include all since a job last told the followers.
    private func recentComments(below story: Story.ID, now: Date) throws -> [Comment] {
        let since = now.addingTimeInterval(-2 * Newsroom.Notification.collectedFor)
        return try latestComments(of: story).filter { $0.createdAt > since }
    }

    /// Whether somebody else, whom the person does not mute, wrote one of the comments.
    private func isNews(_ comments: [Comment], for person: Person.ID) throws -> Bool {
        let others = comments.filter { $0.person != person }
        if others.contains(where: { $0.person == nil }) { return true }
        guard !others.isEmpty else { return false }
        let muted = Set(try muted(by: person).map(\.id))
        return others.contains { $0.person.map { !muted.contains($0) } ?? true }
    }

    private func people(
        toTellOf kind: Newsroom.Notification.Kind, _ story: Story.ID, after person: Int64, limit: Int
    ) throws -> [Person.ID] {
        switch kind {
        case .topic:
            let topics: [Int64] = try all("SELECT topic_id FROM story_topics WHERE story_id = $1", story) { try $0[0] }
            let found = try topics.flatMap { try followers(ofTopic: $0, after: person, limit: limit) }
            return Array(Set(found).sorted().prefix(limit))
        case .correction:
            let found =
                try commenters(below: story, after: person, limit: limit)
                + followers(of: story, after: person, limit: limit)
            return Array(Set(found).sorted().prefix(limit))
        default: return try followers(of: story, after: person, limit: limit)
        }
    }

    private func followers(of story: Story.ID, after person: Int64, limit: Int) throws -> [Person.ID] {
        try all(
            "SELECT person_id FROM follows WHERE story_id = $1 AND person_id > $2 ORDER BY person_id LIMIT $3", story,
            person, limit
        ) { row in try row[0] }
    }

    private func commenters(below story: Story.ID, after person: Int64, limit: Int) throws -> [Person.ID] {
        try all(
            """
            SELECT DISTINCT person_id FROM comments
            WHERE story_id = $1 AND person_id > $2 AND person_id IS NOT NULL ORDER BY person_id LIMIT $3
            """, story, person, limit
        ) { row in try row[0] }
    }

    private func followers(ofTopic topic: Int64, after person: Int64, limit: Int) throws -> [Person.ID] {
        try all(
            "SELECT person_id FROM follows WHERE topic_id = $1 AND person_id > $2 ORDER BY person_id LIMIT $3", topic,
            person, limit
        ) { row in try row[0] }
    }
}
