package import Database
import Foundation
package import Newsroom

extension Transaction {
    package func comment(_ id: Comment.ID) throws -> Comment? {
        try comments("SELECT \(Comment.columns) FROM comments c WHERE c.id = $1", id).first
    }

    /// The comments that this browser wrote on a story, newest first; at most 20.
    package func comments(by writer: String, on story: Story.ID) throws -> [Comment] {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.writer = $1 AND c.story_id = $2 ORDER BY c.created_at DESC, c.id DESC LIMIT 20
            """, writer, story)
    }

    /// Other comments under the same name, newest first.
    package func otherComments(like comment: Comment, limit: Int = Case.othersShown) throws -> [Comment] {
        guard !comment.name.isEmpty else { return [] }
        return try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.name_key = $1 AND c.id <> $2 ORDER BY c.created_at DESC, c.id DESC LIMIT $3
            """, comment.name.foldedName, comment.id, limit)
    }

    /// All rows of a query that selects `Comment.columns`.
    func comments(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws -> [Comment] {
        var comments: [Comment] = []
        try forEach(sql, values, name: name) { row in comments.append(try Comment(row)) }
        return comments
    }
}

extension Comment.State {
    init(stored: String, clause: String?) {
        self =
            switch stored {
            case "published": .published
            // The author removed it: it breaks no rule.
            case "removed": clause.map { .removed(clause: $0) } ?? .deleted
            default: .held
            }
    }

    var stored: String {
        switch self {
        case .published: "published"
        case .held: "held"
        case .removed, .deleted: "removed"
        }
    }

    var clause: String? {
        if case .removed(let clause) = self { clause } else { nil }
    }
}
