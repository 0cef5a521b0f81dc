/// How many cases a moderator has decided in a day. Removed comments are the abuse that they had to read.
package struct ModeratorDay: Sendable, Hashable {
    /// After this many removals, the queue offers another view.
    package static let manyRemovals = 60

    package let decided: Int
    package let removed: Int

    package init(decided: Int, removed: Int) {
        self.decided = decided
        self.removed = removed
    }
}
