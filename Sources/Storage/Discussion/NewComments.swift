import Database
import Newsroom

/// A comment that is let in and not yet stored.
struct NewComment {
    let posting: Posting
    let story: StoryReference
    /// The first comment of the thread that it belongs to; `nil` where it begins one.
    let thread: Comment.ID?
    let isHeld: Bool
    /// `nil` where the database gives it on the way in.
    let number: Comment.ID?

    init(_ posting: Posting, _ met: Surroundings, isHeld: Bool) {
        self.posting = posting
        self.isHeld = isHeld
        story = met.story
        thread = met.parent?.thread
        number = met.number
    }

    var state: Comment.State { isHeld ? .held : .published }

    /// The comment as it is stored under this number.
    func comment(_ id: Comment.ID) -> Comment {
        Comment(
            id: id, story: posting.story, parent: posting.draft.parent, thread: thread ?? id, name: posting.draft.name,
            text: posting.draft.text, state: state, storyVersion: posting.draft.storyVersion, createdAt: posting.now,
            editedAt: nil, replyCount: 0)
    }
}

extension Transaction {
    /// Stores those that are accepted, with all that follows from it.
    func store(_ decisions: [PostingDecision], _ rules: PostingRules) throws -> [Result<PostedComment, any Error>] {
        let accepted = decisions.compactMap { if case .accepted(let new) = $0 { new } else { nil } }
        try count(.comment, accepted.map { ($0.posting.source, $0.posting.now) }, limits: rules.limits)
        var comments = accepted.isEmpty ? [] : try insert(accepted)
        try tell(comments)
        return decisions.map { decision in
            switch decision {
            case .refused(let refusal): .failure(refusal)
            case .repetition(let earlier, let story):
                .success(PostedComment(comment: earlier, story: story, isRepetition: true))
            case .accepted(let new):
                .success(PostedComment(comment: comments.removeFirst(), story: new.story, isRepetition: false))
            }
        }
    }

    /// The held go to the desk, the published to the readers.
    private func tell(_ comments: [Comment]) throws {
        for comment in comments where comment.state == .held { try openCase(on: comment.id, now: comment.createdAt) }
        let published = comments.filter { $0.state == .published }
        if published.isEmpty { return }
        try notePublished(published)
        try countReplies(published.filter { $0.parent != nil }.map(\.thread))
    }

    private func countReplies(_ threads: [Comment.ID]) throws {
        if threads.isEmpty { return }
        switch dialect {
        case .sqlite:
            for thread in threads {
                try run("UPDATE comments SET reply_count = reply_count + 1 WHERE id = $1", thread)
            }
        case .postgreSQL:
            try run(
                """
                UPDATE comments SET reply_count = reply_count + p.count
                FROM (SELECT id, COUNT(*) AS count FROM unnest($1::bigint[]) AS n (id) GROUP BY id) AS p
                WHERE comments.id = p.id
                """, ArrayLiteral(threads))
        }
    }

    private func insert(_ comments: [NewComment]) throws -> [Comment] {
        switch dialect {
        case .sqlite:
            for new in comments { try insert(new) }
            // One after the other, as nobody else writes meanwhile. To have each returned, SQLite would make a table for it first.
            let last: Int64 = try value("SELECT last_insert_rowid()") ?? 0
            return zip(comments, (last - Int64(comments.count) + 1)...).map { $0.comment(Comment.ID($1)) }
        case .postgreSQL:
            try insertTogether(comments)
            return comments.compactMap { new in new.number.map { new.comment($0) } }
        }
    }

    private func insert(_ new: NewComment) throws {
        let draft = new.posting.draft
        try run(
            """
            INSERT INTO comments (story_id, parent_id, thread_id, name, name_key, email, text, state, is_listed,
                story_version, created_at, source, writer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """, new.posting.story, draft.parent, new.thread, draft.name, draft.nameKey, draft.email, draft.text,
            new.state.stored, !new.isHeld, draft.storyVersion, new.posting.now, new.posting.source, new.posting.writer)
    }

    private func insertTogether(_ comments: [NewComment]) throws {
        let drafts = comments.map(\.posting.draft)
        let postings = comments.map(\.posting)
        try run(
            """
            INSERT INTO comments (id, story_id, parent_id, thread_id, name, name_key, email, text, state, is_listed,
                story_version, created_at, source, writer)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::text[], $14::text[])
            """, ArrayLiteral(comments.map(\.number)), ArrayLiteral(postings.map(\.story)),
            ArrayLiteral(drafts.map(\.parent)), ArrayLiteral(comments.map(\.thread)), ArrayLiteral(drafts.map(\.name)),
            ArrayLiteral(drafts.map(\.nameKey)), ArrayLiteral(drafts.map(\.email)), ArrayLiteral(drafts.map(\.text)),
            ArrayLiteral(comments.map(\.state.stored)), ArrayLiteral(comments.map { !$0.isHeld }),
            ArrayLiteral(drafts.map(\.storyVersion)), ArrayLiteral(postings.map(\.now)),
            ArrayLiteral(postings.map(\.source)), ArrayLiteral(postings.map(\.writer)))
    }
}
