package import Foundation

/// What a reader wrote below a story.
package struct Comment: Sendable, Hashable {
    package typealias ID = Identifier<Comment>

    package enum State: Sendable, Hashable {
        case published
        /// Waits for the desk; only its writer sees it.
        case held
        /// Taken down by a ruling: readers see which clause it broke, the desk keeps the text.
        case removed(clause: String)
    }

    package let id: ID
    package let story: Story.ID
    package let parent: ID?
    /// The comment that began the thread; its own number for a beginning.
    package let thread: ID
    package let name: String
    /// As typed, in the markup of comments.
    package let text: String
    package let state: State
    /// The version of the story that it answered.
    package let storyVersion: Int
    package let createdAt: Date
    package let editedAt: Date?
    /// Replies below it that are shown to readers, at any depth; counted for the beginning of a thread only.
    package let replyCount: Int

    package init(
        id: ID, story: Story.ID, parent: ID?, thread: ID, name: String, text: String, state: State, storyVersion: Int,
        createdAt: Date, editedAt: Date?, replyCount: Int
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
    }

    /// What becomes of a draft that is let in.
    package init(
        _ draft: CommentDraft, id: ID, story: Story.ID, thread: ID, state: State, createdAt: Date
    ) {
        self.init(
            id: id, story: story, parent: draft.parent, thread: thread, name: draft.name, text: draft.text,
            state: state, storyVersion: draft.storyVersion, createdAt: createdAt, editedAt: nil, replyCount: 0)
    }

    /// Tells one text of a comment from the next: what is decided on a comment names the text that was read. The
    /// milliseconds since 1970 of the latest change, 0 before the first.
    package typealias Revision = Int64

    package var revision: Revision { editedAt?.milliseconds ?? 0 }

    /// For how long its writer may change it.
    package static let editingTime: TimeInterval = 300

    package func isEditable(at now: Date) -> Bool { now < createdAt.addingTimeInterval(Self.editingTime) }

    package var key: PageKey { PageKey(milliseconds: createdAt.milliseconds, number: id.number) }
}

/// A text that a comment had until its writer changed it.
package struct EarlierText: Sendable, Hashable {
    package let text: String
    package let replacedAt: Date

    package init(text: String, replacedAt: Date) {
        self.text = text
        self.replacedAt = replacedAt
    }
}

/// A comment as it is handed in, checked and not yet stored.
package struct CommentDraft: Sendable, Hashable {
    package static let nameRule = TextRule(.commentName, field: "name", minimum: 2, maximum: 40)
    package static let textRule = TextRule(
        .commentText, field: "text", minimum: 1, maximum: 5_000, multiline: true)

    package let name: String
    /// By which the name is known again, however it is spelt.
    package let nameKey: String
    package let text: String
    package let email: String?
    package let parent: Comment.ID?
    package let storyVersion: Int

    /// Refuses with `invalid` a name outside 2–40 or a text outside 1–5,000 characters, or an address that is none.
    package init(
        name: String, text: String, email: String?, parent: Comment.ID?, storyVersion: Int
    ) throws(Refusal) {
        self.name = try Self.nameRule.accept(name)
        nameKey = self.name.foldedName
        self.text = try Self.textRule.accept(text)
        self.email = try EmailAddress.acceptOptional(email)
        self.parent = parent
        self.storyVersion = storyVersion
    }
}
