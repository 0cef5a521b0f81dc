/// Whether a discussion is open. Both the story and the whole newspaper must take comments, so readers notice
/// a change of one only while the other is open.
package struct DiscussionOpenness: Sendable, Hashable {
    /// Whether the story takes comments, by its age and by editors' decisions on it.
    package private(set) var isStoryOpen: Bool
    package private(set) var isHouseOpen: Bool

    /// Both are open. Also used while the state is unknown, so that readers are told of every change.
    package static let open = DiscussionOpenness(isStoryOpen: true, isHouseOpen: true)

    package init(isStoryOpen: Bool, isHouseOpen: Bool) {
        self.isStoryOpen = isStoryOpen
        self.isHouseOpen = isHouseOpen
    }

    /// Applies changes of the story and of the newspaper in order. Returns those that readers notice.
    package mutating func news(among changes: [Change]) -> [Change] { changes.filter { apply($0) } }

    /// The state before these changes, given that this is the state after them.
    package func before(_ changes: [Change]) -> DiscussionOpenness {
        var before = self
        for change in changes.reversed() { before.set(change, isUndone: true) }
        return before
    }

    private mutating func apply(_ change: Change) -> Bool {
        set(change, isUndone: false)
        guard change.kind == .discussionOpened || change.kind == .discussionClosed else { return true }
        return change.story == nil ? isStoryOpen : isHouseOpen
    }

    private mutating func set(_ change: Change, isUndone: Bool) {
        switch change.kind {
        case .discussionOpened, .discussionClosed:
            let isOpen = (change.kind == .discussionOpened) != isUndone
            if change.story == nil { isHouseOpen = isOpen } else { isStoryOpen = isOpen }
        case .storyWithdrawn: isStoryOpen = isUndone
        default: break
        }
    }
}
