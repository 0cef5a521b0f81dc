package import Database
package import Foundation
package import Newsroom

/// A comment on its way in: the draft, and what is known of who sends it.
package struct Posting: Sendable {
    package let draft: CommentDraft
    package let story: Story.ID
    /// A keyed hash of the address it came from; see `ClientSource`.
    package let source: String
    /// A hash that stands for the browser; whoever holds its cookie may change the comment for a while.
    package let writer: String
    package let now: Date

    package init(draft: CommentDraft, story: Story.ID, source: String, writer: String, now: Date) {
        self.draft = draft
        self.story = story
        self.source = source
        self.writer = writer
        self.now = now
    }
}

/// What the house asks of those who post.
package struct PostingRules: Sendable {
    package let closing: ClosingRule
    package let holdsUnknownNames: Bool
    package let limits: [Admission.Limit]

    package init(closing: ClosingRule, holdsUnknownNames: Bool, limits: [Admission.Limit]) {
        self.closing = closing
        self.holdsUnknownNames = holdsUnknownNames
        self.limits = limits
    }
}

/// What became of a posting.
package struct PostedComment: Sendable {
    package let comment: Comment
    package let story: StoryReference
    /// The same name had sent the same text in the same thread a moment before: this is that comment.
    package let isRepetition: Bool
}

extension Transaction {
    /// Double posts within this time become one.
    private static let repetitionTime: TimeInterval = 600

    /// Stores a comment, or finds the one that it repeats. Refuses with `notFound` (story, or the comment it answers), `gone`
    /// (withdrawn story), `closed`, `tooSoon`.
    package func post(_ posting: Posting, rules: PostingRules) throws -> PostedComment {
        let story = try openStory(posting, rules.closing)
        let parent = try parent(of: posting)
        let thread = parent?.thread
        if let earlier = try repetition(of: posting, in: thread) {
            return PostedComment(comment: earlier, story: story, isRepetition: true)
        }
        try admit(.comment, source: posting.source, limits: rules.limits, now: posting.now)
        let isHeld = try rules.holdsUnknownNames && !isKnown(posting.draft.nameKey)
        let id = try store(posting, thread: thread, isHeld: isHeld)
        if isHeld {
            try openCase(on: id, now: posting.now)
        } else {
            try tell(id, posting, thread: thread)
        }
        return PostedComment(
            comment: posting.comment(id, thread: thread, isHeld: isHeld), story: story, isRepetition: false)
    }

    private func tell(_ id: Comment.ID, _ posting: Posting, thread: Comment.ID?) throws {
        let place = Change.Place(comment: id, parent: posting.draft.parent, thread: thread ?? id)
        try note(.commentPublished, of: place, on: posting.story, published: 1, now: posting.now)
        if let thread { try run("UPDATE comments SET reply_count = reply_count + 1 WHERE id = $1", thread) }
    }

    /// The story, where its discussion takes comments.
    private func openStory(_ posting: Posting, _ rule: ClosingRule) throws -> StoryReference {
        let found = try first(
            """
            SELECT s.published_at, s.is_withdrawn, s.current_version, s.slug, v.headline, s.language
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE s.id = $1
            """, posting.story
        ) { row in
            let reference = StoryReference(
                id: posting.story, slug: Slug(stored: try row[3]), headline: try row[4], language: try language(row, 5))
            return (
                publishedAt: try row[0] as Date, isWithdrawn: try row[1] as Bool, version: try row[2] as Int, reference
            )
        }
        guard let (publishedAt, isWithdrawn, version, story) = found else {
            throw Refusal.notFound("There is no such story.")
        }
        guard !isWithdrawn else { throw Refusal(.gone, "This story was withdrawn.") }
        guard (1...version).contains(posting.draft.storyVersion) else {
            throw Refusal.invalid("This story has no version \(posting.draft.storyVersion).", field: "version")
        }
        let state = try discussionState(of: posting.story, publishedAt: publishedAt, rule: rule, now: posting.now)
        guard state.isOpen else {
            throw Refusal(
                .closed, "This discussion is closed, so your comment was not published. Your text is kept below.")
        }
        return story
    }

    private func parent(of posting: Posting) throws -> Comment? {
        guard let id = posting.draft.parent else { return nil }
        guard let parent = try comment(id), parent.story == posting.story, parent.state == .published else {
            throw Refusal.notFound("The comment that you answer is not there any more. Your text is kept below.")
        }
        return parent
    }

    private func repetition(of posting: Posting, in thread: Comment.ID?) throws -> Comment? {
        try first(
            """
            SELECT id, story_id, parent_id, COALESCE(thread_id, id), name, text, state, clause, story_version, created_at,
                edited_at, reply_count
            FROM comments
            WHERE name_key = $1 AND created_at > $2 AND story_id = $3 AND text = $4
                AND (thread_id = $5 OR ($5 IS NULL AND thread_id IS NULL))
            ORDER BY created_at LIMIT 1
            """, posting.draft.nameKey, posting.now.addingTimeInterval(-Self.repetitionTime), posting.story,
            posting.draft.text, thread, as: comment)
    }

    private func isKnown(_ nameKey: String) throws -> Bool {
        try exists("SELECT 1 FROM comments WHERE name_key = $1 AND state = 'published' LIMIT 1", nameKey)
    }

    private func store(_ posting: Posting, thread: Comment.ID?, isHeld: Bool) throws -> Comment.ID {
        let draft = posting.draft
        return Comment.ID(
            try insert(
                """
                INSERT INTO comments (story_id, parent_id, thread_id, name, name_key, email, text, state, is_listed,
                    story_version, created_at, source, writer)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
                """, posting.story, draft.parent, thread, draft.name, draft.nameKey, draft.email, draft.text,
                isHeld ? "held" : "published", !isHeld, draft.storyVersion, posting.now, posting.source,
                posting.writer))
    }
}

extension Posting {
    /// The comment as it was stored just now.
    fileprivate func comment(_ id: Comment.ID, thread: Comment.ID?, isHeld: Bool) -> Comment {
        Comment(
            id: id, story: story, parent: draft.parent, thread: thread ?? id, name: draft.name, text: draft.text,
            state: isHeld ? .held : .published, storyVersion: draft.storyVersion, createdAt: now, editedAt: nil,
            replyCount: 0)
    }
}
