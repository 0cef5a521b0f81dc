/// A visible change. Changes are numbered in the order in which they were stored.
package struct Change: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case commentPublished = "comment.published"
        case commentEdited = "comment.edited"
        /// The desk removed a passage.
        case commentRedacted = "comment.redacted"
        case commentRemoved = "comment.removed"
        case commentRestored = "comment.restored"
        case discussionClosed = "discussion.closed"
        case discussionOpened = "discussion.opened"
        case storyPublished = "story.published"
        case storyUpdated = "story.updated"
        case storyCorrected = "story.corrected"
        case storyWithdrawn = "story.withdrawn"
        /// The pictures or the related stories of the story changed.
        case storyArranged = "story.arranged"
        /// The live coverage of the story began, ended, was resumed, or got another order.
        case coverageChanged = "coverage.changed"
        case entryAdded = "entry.added"
        /// The text of an entry changed, or it became a key point or ceased to be one.
        case entryEdited = "entry.edited"
        case entryRemoved = "entry.removed"
        /// The topics in the navigation changed, which affects the whole newspaper.
        case sectionsChanged = "sections.changed"
        /// The settings changed while the server runs, which may affect every page.
        case settingsChanged = "settings.changed"
        /// Comments on the story have another name above them.
        case commentersRenamed = "comments.renamed"
        /// The name of a person changed, or whether the person has a public page.
        case personChanged = "person.changed"

        /// Whether pages from before the change may still be shown, because the change takes nothing back.
        package var takesNothingBack: Bool {
            switch self {
            case .commentPublished, .commentRestored, .discussionClosed, .discussionOpened, .storyPublished,
                .storyUpdated, .storyCorrected, .coverageChanged, .entryAdded, .sectionsChanged, .settingsChanged:
                true
            case .commentEdited, .commentRedacted, .commentRemoved, .storyWithdrawn, .storyArranged, .entryEdited,
                .entryRemoved, .commentersRenamed, .personChanged:
                false
            }
        }
    }

    /// A comment and its position in the discussion.
    package struct Place: Sendable, Hashable {
        package let comment: Comment.ID
        package let parent: Comment.ID?
        package let thread: Comment.ID

        package init(comment: Comment.ID, parent: Comment.ID?, thread: Comment.ID) {
            self.comment = comment
            self.parent = parent
            self.thread = thread
        }
    }

    package let number: Int64
    package let kind: Kind
    /// `nil` if the change affects the whole newspaper, or the page of a person.
    package let story: Story.ID?
    /// Only for changes of comments.
    package let place: Place?
    /// The number of the story's published comments, and the number of its version, when the change was read;
    /// both are 0 for the whole newspaper.
    package let commentCount: Int
    package let storyVersion: Int
    /// The account of the commenter, or the person who changed.
    package let person: Person.ID?
    /// Only for changes of an entry of a live story.
    package let entry: LiveEntry.ID?

    package init(
        number: Int64, kind: Kind, story: Story.ID?, place: Place? = nil, commentCount: Int = 0, storyVersion: Int = 0,
        person: Person.ID? = nil, entry: LiveEntry.ID? = nil
    ) {
        self.number = number
        self.kind = kind
        self.story = story
        self.place = place
        self.commentCount = commentCount
        self.storyVersion = storyVersion
        self.person = person
        self.entry = entry
    }
}

extension Comment {
    package var place: Change.Place { Change.Place(comment: id, parent: parent, thread: thread) }
}
