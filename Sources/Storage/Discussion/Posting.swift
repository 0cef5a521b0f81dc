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
        let parent = try posting.draft.parent.flatMap { try comment($0) }
        let thread = parent?.thread
        let (story, repeated) = try openStory(posting, rules.closing, thread: thread)
        try requireAnswerable(parent, posting)
        if let repeated, let earlier = try comment(repeated) {
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

    /// The story, where its discussion takes comments; and the comment that this one repeats.
    private func openStory(
        _ posting: Posting, _ rule: ClosingRule, thread: Comment.ID?
    ) throws -> (StoryReference, repeated: Comment.ID?) {
        guard let found = try surroundings(of: posting, in: thread) else {
            throw Refusal.notFound("There is no such story.")
        }
        guard !found.isWithdrawn else { throw Refusal(.gone, "This story was withdrawn.") }
        guard (1...found.version).contains(posting.draft.storyVersion) else {
            throw Refusal.invalid("This story has no version \(posting.draft.storyVersion).", field: "version")
        }
        let decisions = found.isDecidedOn ? try decisions(on: posting.story) : (story: nil, house: nil)
        let state = rule.state(
            publishedAt: found.publishedAt, story: decisions.story, house: decisions.house, now: posting.now)
        guard state.isOpen else {
            throw Refusal(
                .closed, "This discussion is closed, so your comment was not published. Your text is kept below.")
        }
        return (found.story, found.repeated)
    }

    private func requireAnswerable(_ parent: Comment?, _ posting: Posting) throws {
        guard posting.draft.parent != nil else { return }
        guard let parent, parent.story == posting.story, parent.state == .published else {
            throw Refusal.notFound("The comment that you answer is not there any more. Your text is kept below.")
        }
    }

    /// All that decides on a posting, by one question: each costs a way to the database and back.
    private func surroundings(of posting: Posting, in thread: Comment.ID?) throws -> Surroundings? {
        try first(
            """
            SELECT s.published_at, s.is_withdrawn, s.current_version, s.slug, v.headline, s.language,
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id = $1),
                (SELECT MAX(id) FROM discussion_decisions WHERE story_id IS NULL),
                (SELECT c.id FROM comments c
                WHERE c.name_key = $2 AND c.created_at > $3 AND c.story_id = $1 AND c.text = $4
                    AND (c.thread_id = $5 OR ($5 IS NULL AND c.thread_id IS NULL))
                ORDER BY c.created_at LIMIT 1)
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE s.id = $1
            """, posting.story, posting.draft.nameKey, posting.now.addingTimeInterval(-Self.repetitionTime),
            posting.draft.text, thread
        ) { row in
            let story = StoryReference(
                id: posting.story, slug: Slug(stored: try row[3]), headline: try row[4], language: try language(row, 5))
            return Surroundings(
                story: story, publishedAt: try row[0], isWithdrawn: try row[1], version: try row[2],
                isDecidedOn: !row.isNull(at: 6) || !row.isNull(at: 7), repeated: try row[8])
        }
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

/// What a posting meets.
private struct Surroundings {
    let story: StoryReference
    let publishedAt: Date
    let isWithdrawn: Bool
    let version: Int
    /// Whether an editor has ever closed or opened this discussion, or all of them.
    let isDecidedOn: Bool
    /// The comment with the same text under the same name in the same thread a moment ago.
    let repeated: Comment.ID?
}
