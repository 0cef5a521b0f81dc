package import Foundation

/// A reader's comment on a story.
package struct Comment: Sendable, Hashable {
    package typealias ID = Identifier<Comment>

    package enum State: Sendable, Hashable {
        case published
        /// Awaits review. Only the commenter sees it.
        case held
        /// Removed by a ruling. Readers see which rule it broke; moderators can still read the text.
        case removed(clause: String)
        /// Removed by its author, or at the author's request. The desk has the text only if a reader reported it.
        case deleted
    }

    /// The mark beside the names of staff, and of the author of the story.
    package enum Mark: String, Sendable { case staff, author }

    package let id: ID
    package let story: Story.ID
    package let parent: ID?
    /// The comment that began the thread, or the comment's own number if it began the thread.
    package let thread: ID
    package let name: String
    /// The text as typed, in the markup for comments.
    package let text: String
    package let state: State
    /// The version of the story that the comment responds to.
    package let storyVersion: Int
    package let createdAt: Date
    package let editedAt: Date?
    /// The number of listed replies at any depth: all but held replies without listed replies of their own.
    /// Counted only for the comment that began the thread.
    package let replyCount: Int
    /// When the desk last took a passage out of the text; `nil` if no passage is missing. Undoing a redaction restores
    /// the time before it.
    package let redactedAt: Date?
    /// Whether the desk wrote the comment.
    package let isByDesk: Bool
    /// The account of the commenter; `nil` for guests and the desk.
    package let person: Person.ID?
    /// What the commenter was to the story at the time; `nil` for most.
    package let mark: Mark?

    package init(
        id: ID, story: Story.ID, parent: ID?, thread: ID, name: String, text: String, state: State, storyVersion: Int,
        createdAt: Date, editedAt: Date?, replyCount: Int, redactedAt: Date? = nil, isByDesk: Bool = false,
        person: Person.ID? = nil, mark: Mark? = nil
    ) {
        self.id = id
        self.story = story
        self.parent = parent
        self.thread = thread
        self.name = name
        self.text = text
        self.state = state
        self.storyVersion = storyVersion
        self.createdAt = createdAt
        self.editedAt = editedAt
        self.replyCount = replyCount
        self.redactedAt = redactedAt
        self.isByDesk = isByDesk
        self.person = person
        self.mark = mark
    }

    /// Makes a comment from an accepted draft.
    package init(
        _ draft: CommentDraft, id: ID, story: Story.ID, thread: ID, state: State, createdAt: Date,
        isByDesk: Bool = false, person: Person.ID? = nil, mark: Mark? = nil
    ) {
        self.init(
            id: id, story: story, parent: draft.parent, thread: thread, name: draft.name, text: draft.text,
            state: state, storyVersion: draft.storyVersion, createdAt: createdAt, editedAt: nil, replyCount: 0,
            isByDesk: isByDesk, person: person, mark: mark)
    }

    /// Identifies one text of a comment, so that a decision can name the text it is about. It is the time of
    /// the last edit or redaction in milliseconds since 1970; 0 for the original text.
    package typealias Revision = Int64

    package var revision: Revision { max(editedAt?.milliseconds ?? 0, redactedAt?.milliseconds ?? 0) }

    /// For how many seconds after posting the commenter may edit the comment.
    package static let editingTime: TimeInterval = 300

    package func isEditable(at now: Date) -> Bool { isDeletable(at: now) && redactedAt == nil }

    /// Whether the commenter may delete the comment without asking: for five minutes after posting, even if it can no
    /// longer be edited.
    package func isDeletable(at now: Date) -> Bool {
        !isByDesk && now < createdAt.addingTimeInterval(Self.editingTime)
    }

    /// Whether the name and the texts have been erased.
    package var isErased: Bool { state == .deleted && text.isEmpty }

    package var key: PageKey { PageKey(milliseconds: createdAt.milliseconds, number: id.number) }
}

/// A text that a comment had before an edit.
package struct EarlierText: Sendable, Hashable {
    package let text: String
    package let replacedAt: Date

    package init(text: String, replacedAt: Date) {
        self.text = text
        self.replacedAt = replacedAt
    }
}

/// A submitted comment, checked but not yet stored.
package struct CommentDraft: Sendable, Hashable {
    package static let nameRule = TextRule(.commentName, field: "name", minimum: 2, maximum: 40)
    package static let textRule = TextRule(
        .commentText, field: "text", minimum: 1, maximum: 5_000, multiline: true)

    package let name: String
    /// The same key for all spellings of the name; see `foldedName`.
    package let nameKey: String
    /// The same for all names that readers confuse with this one, and empty for the name of an account. `nameKey` is
    /// narrower: it counts as one name only other spellings of it.
    package let lookalikeKey: String
    package let text: String
    package let email: String?
    package let parent: Comment.ID?
    package let storyVersion: Int

    /// Refuses with `invalid` if the name does not have 2–40 characters, the text does not have 1–5,000
    /// characters, or the e-mail address is invalid.
    package init(
        name: String, text: String, email: String?, parent: Comment.ID?, storyVersion: Int
    ) throws(Refusal) {
        self.name = try Self.nameRule.accept(name)
        nameKey = self.name.foldedName
        lookalikeKey = self.name.lookalikeKey
        self.text = try Self.textRule.accept(text)
        self.email = try EmailAddress.acceptOptional(email)
        self.parent = parent
        self.storyVersion = storyVersion
    }

    /// A comment of a person under the name of their account, which is checked already. Refuses a text like the other
    /// initializer.
    package init(signedBy name: String, text: String, parent: Comment.ID?, storyVersion: Int) throws(Refusal) {
        self.name = name
        nameKey = name.foldedName
        lookalikeKey = ""
        self.text = try Self.textRule.accept(text)
        email = nil
        self.parent = parent
        self.storyVersion = storyVersion
    }

    /// Whether readers would take the name for this one.
    package func isNamed(like name: String) -> Bool {
        let key = name.lookalikeKey
        return !key.isEmpty && key == lookalikeKey
    }
}
