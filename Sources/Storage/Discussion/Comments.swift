package import Database
import Foundation
package import Newsroom

extension Transaction {
    package func comment(_ id: Comment.ID) throws -> Comment? {
        try first(
            """
            SELECT id, story_id, parent_id, COALESCE(thread_id, id), name, text, state, clause, story_version, created_at,
                edited_at, reply_count
            FROM comments WHERE id = $1
            """, id, as: comment)
    }

    /// What this browser wrote below this story and still waits for the desk, or may still be changed: newest first, a few.
    package func comments(by writer: String, on story: Story.ID) throws -> [Comment] {
        try comments(
            """
            SELECT id, story_id, parent_id, COALESCE(thread_id, id), name, text, state, clause, story_version, created_at,
                edited_at, reply_count
            FROM comments WHERE writer = $1 AND story_id = $2 ORDER BY created_at DESC, id DESC LIMIT 20
            """, writer, story)
    }

    /// Whether this browser wrote anything below this story.
    package func hasComments(by writer: String, on story: Story.ID) throws -> Bool {
        try exists("SELECT 1 FROM comments WHERE writer = $1 AND story_id = $2 LIMIT 1", writer, story)
    }

    /// The name under which this browser wrote last.
    package func name(of writer: String, on story: Story.ID) throws -> String? {
        try value(
            """
            SELECT name FROM comments WHERE writer = $1 AND story_id = $2 ORDER BY created_at DESC LIMIT 1
            """, writer, story)
    }

    /// Comments under the same name, newest first, without this one.
    package func otherComments(like comment: Comment, limit: Int = Case.othersShown) throws -> [Comment] {
        try comments(
            """
            SELECT id, story_id, parent_id, COALESCE(thread_id, id), name, text, state, clause, story_version, created_at,
                edited_at, reply_count
            FROM comments WHERE name_key = $1 AND id <> $2 ORDER BY created_at DESC, id DESC LIMIT $3
            """, comment.name.foldedName, comment.id, limit)
    }

    /// All rows of a query for comments.
    func comments(
        _ sql: StaticString, _ values: any Storable..., name: StaticString = #function
    ) throws -> [Comment] {
        var comments: [Comment] = []
        try forEach(sql, values, name: name) { row in comments.append(try comment(row)) }
        return comments
    }

    /// Pages have a thousand of these. Numbers are read as numbers, because a type that is generic, as identifiers are, is looked
    /// up for each.
    func comment(_ row: Row) throws -> Comment {
        let parent: Int64? = try row[2]
        let editedAt: Int64? = try row[10]
        return Comment(
            id: Comment.ID(try row[0] as Int64), story: Story.ID(try row[1] as Int64),
            parent: parent.map { Comment.ID($0) },
            thread: Comment.ID(try row[3] as Int64), name: try row[4], text: try row[5],
            state: Comment.State(stored: try row[6], clause: try row[7]), storyVersion: try row[8],
            createdAt: Date(milliseconds: try row[9] as Int64), editedAt: editedAt.map { Date(milliseconds: $0) },
            replyCount: try row[11])
    }
}

extension Comment.State {
    init(stored: String, clause: String?) {
        self =
            switch stored {
            case "published": .published
            case "removed": .removed(clause: clause ?? "")
            default: .held
            }
    }

    var stored: String {
        switch self {
        case .published: "published"
        case .held: "held"
        case .removed: "removed"
        }
    }

    var clause: String? {
        if case .removed(let clause) = self { clause } else { nil }
    }
}
