/// The two doors of a discussion, its own and that of the house: comments come in where both are open. Which changes of either are
/// news below the story depends on the other one: behind a closed door nobody sees the second one move.
package struct DiscussionDoors: Sendable, Hashable {
    /// The story's own, as its age and an editor's decision on it have it.
    package private(set) var isStoryOpen: Bool
    package private(set) var isHouseOpen: Bool

    /// Both open: also where nothing is known, so that everything is news.
    package static let open = DiscussionDoors(isStoryOpen: true, isHouseOpen: true)

    package init(isStoryOpen: Bool, isHouseOpen: Bool) {
        self.isStoryOpen = isStoryOpen
        self.isHouseOpen = isHouseOpen
    }

    /// Moves with changes of the story and of the house, in their order; gives those that its readers are to be told.
    package mutating func news(among changes: [Change]) -> [Change] { changes.filter { move($0) } }

    /// How the doors stood before these changes, when this is how they stand after them.
    package func before(_ changes: [Change]) -> DiscussionDoors {
        var before = self
        for change in changes.reversed() { before.set(change, isUndone: true) }
        return before
    }

    private mutating func move(_ change: Change) -> Bool {
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
