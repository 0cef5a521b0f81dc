import Database
import Foundation
import Newsroom

// The columns of a comment, in one place: for reading, for inserting and for moving.

extension Comment {
    /// The columns that every query for comments selects, after any of its own. The table is called `c`.
    static let columns: SQL = """
        c.id, c.story_id, c.parent_id, COALESCE(c.thread_id, c.id), c.name, c.text, c.state, c.clause, c.story_version,
        c.created_at, c.edited_at, c.reply_count, c.redacted_at, c.staff_id, c.person_id, c.mark
        """

    /// Reads the comment whose columns begin at `first`. A page may have a thousand comments, so identifiers
    /// and times are read as integers: each generic type, such as `Identifier`, costs a lookup.
    init(_ row: Row, from first: Int = 0) throws {
        let parent: Int64? = try row[first + 2]
        let (editedAt, redactedAt): (Int64?, Int64?) = (try row[first + 10], try row[first + 12])
        let (person, mark): (Int64?, String?) = (try row[first + 14], try row[first + 15])
        self.init(
            id: ID(try row[first] as Int64), story: Story.ID(try row[first + 1] as Int64),
            parent: parent.map { ID($0) },
            thread: ID(try row[first + 3] as Int64), name: try row[first + 4], text: try row[first + 5],
            state: State(stored: try row[first + 6], clause: try row[first + 7]), storyVersion: try row[first + 8],
            createdAt: Date(milliseconds: try row[first + 9] as Int64),
            editedAt: editedAt.map { Date(milliseconds: $0) }, replyCount: try row[first + 11],
            redactedAt: redactedAt.map { Date(milliseconds: $0) }, isByDesk: !row.isNull(at: first + 13),
            person: person.map { Person.ID($0) }, mark: mark.flatMap(Mark.init))
    }
}

extension NewComment {
    /// The columns of a new comment, except for its number.
    fileprivate static let columns: SQL = """
        story_id, parent_id, thread_id, name, name_key, email, text, state, is_listed, story_version, \
        created_at, source, writer, staff_id, is_unread, person_id, mark
        """

    /// The values for these columns.
    fileprivate var values: [any Storable] {
        let draft = posting.draft
        return [
            posting.story, draft.parent, thread, draft.name, draft.nameKey, draft.email, draft.text, state.stored,
            !isHeld, draft.storyVersion, posting.now, posting.source, posting.writer,
            // The desk has not ruled on it. It need not read what it wrote itself.
            posting.staff, posting.staff == nil, posting.person, mark?.rawValue,
        ]
    }
}

extension Transaction {
    /// Inserts a comment. The database assigns its number.
    func insert(_ new: NewComment) throws {
        try run(
            Query(
                """
                INSERT INTO comments (\(NewComment.columns))
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
                """, new.values, name: #function))
    }

    /// Inserts comments that already have numbers, with one statement of PostgreSQL: each column is one
    /// parameter.
    func insertTogether(_ comments: [NewComment]) throws {
        let rows = comments.map { [$0.number as any Storable] + $0.values }
        guard let width = rows.first?.count else { return }
        let columns = (0..<width).map { column in ArrayLiteral(stored: rows.lazy.map { $0[column].stored }) }
        try run(
            Query(
                """
                INSERT INTO comments (id, \(NewComment.columns))
                SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], \
                $7::text[],
                    $8::text[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::text[], $14::text[],
                    $15::bigint[], $16::bigint[], $17::bigint[], $18::text[])
                """, columns, name: #function))
    }
}

extension MovedTable {
    static let comments = MovedTable(
        "comments", types: "iiiittttttiiiiittiiiit", key: ["id"],
        columns: """
            id, story_id, parent_id, thread_id, name, name_key, email, text, state, clause, is_listed, story_version,
            created_at, edited_at, reply_count, source, writer, staff_id, redacted_at, is_unread,
            person_id, mark
            """)
}
