package import Foundation

/// A comment that the desk has not ruled on and that has no case, in the list of the queue.
package struct UnreadComment: Sendable, Hashable {
    /// How long a comment without a ruling counts as unread, in seconds.
    package static let seconds: TimeInterval = 7 * 86_400

    /// Counting stops at this number, because a large site has far more than anybody reads.
    package static let mostCounted = 1_000

    package let comment: Comment
    package let story: StoryReference

    package init(comment: Comment, story: StoryReference) {
        self.comment = comment
        self.story = story
    }
}
