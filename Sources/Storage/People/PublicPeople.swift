package import Database
import Foundation
package import Newsroom

/// What everybody may see of a person.
extension Transaction {
    private static let publicComments: SQL = """
        FROM comments c JOIN stories s ON s.id = c.story_id
        WHERE c.person_id = $1 AND c.state = 'published' AND s.is_withdrawn = 0
        """

    /// A person who has published a comment. `nil` for everybody else, so that nobody can list the accounts; also for a
    /// closed account, and for a person without a public page.
    package func publicPerson(_ id: Person.ID) throws -> PublicPerson? {
        let count: Int =
            try value(
                "SELECT COUNT(*) FROM (SELECT 1 \(Self.publicComments) LIMIT $2) AS public_comments", id,
                PublicPerson.mostCounted) ?? 0
        guard count > 0 else { return nil }
        return try first(
            "SELECT name, role, created_at FROM people WHERE id = $1 AND removed_at IS NULL AND is_private = 0", id
        ) { row in
            PublicPerson(
                id: id, name: try row[0], isStaff: try row[1] as String != Role.reader.rawValue, since: try row[2],
                commentCount: count)
        }
    }

    /// A person's published comments on published stories, newest first, before a key.
    package func publicComments(
        of person: Person.ID, before key: PageKey?, limit: Int
    ) throws -> [PublicComment] {
        let found = try comments(
            """
            SELECT \(Comment.columns) \(Self.publicComments) AND (c.created_at, c.id) < ($2, $3)
            ORDER BY c.created_at DESC, c.id DESC LIMIT $4
            """, person, key?.milliseconds ?? Int64.max, key?.number ?? Int64.max, limit)
        var stories: [Story.ID: StoryReference] = [:]
        for id in Set(found.map(\.story)) { stories[id] = try storyReference(id) }
        return found.compactMap { comment in
            stories[comment.story].map { PublicComment(comment: comment, story: $0) }
        }
    }

    /// Whether a key belongs to a public comment of this person.
    package func isPublicComment(at key: PageKey, of person: Person.ID) throws -> Bool {
        try exists(
            "SELECT 1 \(Self.publicComments) AND c.created_at = $2 AND c.id = $3", person, key.milliseconds, key.number)
    }

    /// Gives a person a public page, or takes it away.
    package func setPrivate(_ isPrivate: Bool, _ person: Person.ID) throws {
        try run("UPDATE people SET is_private = $2 WHERE id = $1", person, isPrivate)
        try notePersonChanged(person)
    }
}
