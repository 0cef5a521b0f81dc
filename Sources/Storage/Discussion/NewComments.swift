import Database
import Newsroom

/// A comment that is accepted but not yet stored.
struct NewComment {
    let posting: Posting
    let story: StoryReference
    /// The comment that began the thread; `nil` if this comment begins one.
    let thread: Comment.ID?
    let isHeld: Bool
    let mark: Comment.Mark?
    /// `nil` if the database assigns the number on insertion.
    let number: Comment.ID?

    init(_ posting: Posting, _ met: PostingContext, isHeld: Bool, mark: Comment.Mark? = nil) {
        self.posting = posting
        self.isHeld = isHeld
        self.mark = mark
        story = met.story
        thread = met.parent?.thread
        number = met.number
    }

    var state: Comment.State { isHeld ? .held : .published }

    /// The comment as it is stored under this number.
    func comment(_ id: Comment.ID) -> Comment {
        Comment(
            posting.draft, id: id, story: posting.story, thread: thread ?? id, state: state, createdAt: posting.now,
            isByDesk: posting.staff != nil, person: posting.person, mark: mark)
    }
}

extension Transaction {
    /// Stores the accepted comments, opens cases for held ones, and records published ones in the change
    /// feed.
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

    /// Opens a case for each held comment, and records a change for each published one.
    private func tell(_ comments: [Comment]) throws {
        for comment in comments where comment.state == .held {
            try openCase(on: comment, isHeld: true, now: comment.createdAt)
        }
        let published = comments.filter { $0.state == .published }
        if published.isEmpty { return }
        try notePublished(published)
        try notifyOfReplies(published, now: published[0].createdAt)
        try tellFollowers(ofCommentsOn: Set(published.map(\.story)), now: published[0].createdAt)
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
            // The numbers are consecutive, because nobody else writes meanwhile. To return each number,
            // SQLite would first fill a temporary table.
            let last: Int64 = try value("SELECT last_insert_rowid()") ?? 0
            return zip(comments, (last - Int64(comments.count) + 1)...).map { $0.comment(Comment.ID($1)) }
        case .postgreSQL:
            try insertTogether(comments)
            return comments.compactMap { new in new.number.map { new.comment($0) } }
        }
    }
}
