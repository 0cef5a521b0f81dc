/// Whether a discussion takes comments: both the story and the whole newspaper must be open. Readers notice a change of one
/// only while the other is open.
package struct DiscussionOpenness: Sendable, Hashable {
    /// The story's own part: its age, and an editor's decision on it.
    package private(set) var isStoryOpen: Bool
    package private(set) var isHouseOpen: Bool

    /// Both are open. Also stands for a discussion of which nothing is known, so that readers are told every change.
    package static let open = DiscussionOpenness(isStoryOpen: true, isHouseOpen: true)

    package init(isStoryOpen: Bool, isHouseOpen: Bool) {
        self.isStoryOpen = isStoryOpen
        self.isHouseOpen = isHouseOpen
    }

    /// Applies changes of the story and of the newspaper, in their order; returns those that readers notice.
    package mutating func news(among changes: [Change]) -> [Change] { changes.filter { apply($0) } }

    /// The openness before these changes, if this is the openness after them.
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
