import Database
import Foundation
import Newsroom

/// Everything that decides whether a comment is accepted, except for the limits.
struct PostingContext {
    /// The comment that the new one answers.
    struct Parent {
        let story: Story.ID
        let thread: Comment.ID
        let isPublished: Bool
    }

    let story: StoryReference
    let publishedAt: Date
    let isWithdrawn: Bool
    let version: Int
    /// Whether an editor has ever closed or opened this discussion, or all discussions.
    let isDecidedOn: Bool
    let parent: Parent?
    /// The comment that the new one repeats: the same text under the same name, either in the same thread
    /// within 10 minutes, or in the same place from the same browser within a day. The latter counts only if
    /// the browser was told that its comment may or may not have been stored.
    let repeated: Comment.ID?
    /// The number of the new comment; `nil` if the database assigns it on insertion.
    let number: Comment.ID?
}

extension Transaction {
    /// A comment that is sent twice within this time is stored once.
    static let repetitionTime: TimeInterval = 600

    /// The context of each posting; `nil` if there is no such story. PostgreSQL answers for all postings in
    /// one query, because each round trip takes time.
    func contexts(of postings: [Posting]) throws -> [PostingContext?] {
        switch dialect {
        case .sqlite: try postings.map(context)
        case .postgreSQL: try contextsTogether(postings)
        }
    }

    private func context(of posting: Posting) throws -> PostingContext? {
        try first(
            """
            SELECT s.published_at, s.is_withdrawn, s.current_version, s.slug, v.headline, s.language,
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id = $1),
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id IS NULL),
                a.story_id, COALESCE(a.thread_id, a.id), a.state,
                COALESCE((SELECT c.id FROM comments c
                WHERE c.name_key = $2 AND c.created_at > $3 AND c.story_id = $1 AND c.text = $4
                    AND (c.thread_id = COALESCE(a.thread_id, a.id) OR (a.id IS NULL AND c.thread_id IS NULL))
                ORDER BY c.created_at LIMIT 1),
                (SELECT c.id FROM comments c
                WHERE c.story_id = $1 AND c.writer = $6 AND c.created_at > $7 AND c.name_key = $2 AND c.text = $4
                    AND (c.parent_id = a.id OR (a.id IS NULL AND c.parent_id IS NULL))
                ORDER BY c.created_at LIMIT 1)), NULL, s.id
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
                LEFT JOIN comments a ON a.id = $5
            WHERE s.id = $1
            """, posting.story, posting.draft.nameKey, posting.now.addingTimeInterval(-Self.repetitionTime),
            posting.draft.text, posting.draft.parent, posting.mayBeThere ? posting.writer : nil,
            posting.now.addingTimeInterval(-Double(Posting.sameWriterSeconds)), as: context)
    }

    private func contextsTogether(_ postings: [Posting]) throws -> [PostingContext?] {
        var found = [PostingContext?](repeating: nil, count: postings.count)
        try forEach(
            """
            SELECT s.published_at, s.is_withdrawn, s.current_version, s.slug, v.headline, s.language,
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id = s.id),
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id IS NULL),
                a.story_id, COALESCE(a.thread_id, a.id), a.state,
                COALESCE((SELECT c.id FROM comments c
                WHERE c.name_key = p.name_key AND c.created_at > p.since AND c.story_id = s.id AND c.text = p.text
                    AND (c.thread_id = COALESCE(a.thread_id, a.id) OR (a.id IS NULL AND c.thread_id IS NULL))
                ORDER BY c.created_at LIMIT 1),
                (SELECT c.id FROM comments c
                WHERE c.story_id = s.id AND c.writer = p.writer AND c.created_at > p.same_since
                    AND c.name_key = p.name_key AND c.text = p.text
                    AND (c.parent_id = a.id OR (a.id IS NULL AND c.parent_id IS NULL))
                ORDER BY c.created_at LIMIT 1)), p.number, s.id, p.place
            FROM (WITH numbered AS MATERIALIZED (
                    SELECT n.*, nextval('comments_id_seq') AS number
                    FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[], \
            $7::bigint[])
                        WITH ORDINALITY
                        AS n (story_id, name_key, since, text, parent_id, writer, same_since, place))
                SELECT * FROM numbered) AS p
                JOIN stories s ON s.id = p.story_id
                JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
                LEFT JOIN comments a ON a.id = p.parent_id
            """,
            [
                ArrayLiteral(postings.map(\.story)), ArrayLiteral(postings.map(\.draft.nameKey)),
                ArrayLiteral(postings.map { $0.now.addingTimeInterval(-Self.repetitionTime) }),
                ArrayLiteral(postings.map(\.draft.text)), ArrayLiteral(postings.map(\.draft.parent)),
                ArrayLiteral(postings.map { $0.mayBeThere ? $0.writer : nil }),
                ArrayLiteral(postings.map { $0.now.addingTimeInterval(-Double(Posting.sameWriterSeconds)) }),
            ], name: #function
        ) { row in found[try row[14] as Int - 1] = try context(row) }
        return found
    }

    private func context(_ row: Row) throws -> PostingContext {
        let parent: Story.ID? = try row[8]
        return PostingContext(
            story: StoryReference(
                id: try row[13], slug: Slug(stored: try row[3]), headline: try row[4], language: try language(row, 5)),
            publishedAt: try row[0], isWithdrawn: try row[1], version: try row[2],
            isDecidedOn: !row.isNull(at: 6) || !row.isNull(at: 7),
            parent: try parent.map {
                PostingContext.Parent(story: $0, thread: try row[9], isPublished: try row[10] as String == "published")
            },
            repeated: try row[11], number: try row[12])
    }
}
