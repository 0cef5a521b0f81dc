package import Foundation

/// Everything beside the comment and its reports that helps to decide on a case.
package struct CaseContext: Sendable, Hashable {
    /// The comments that the comment answers, directly or not: its parent first, the beginning of the thread last.
    package var above: [Comment]
    /// Whether comments between the last two of `above` are left out.
    package var isGapAbove: Bool
    /// Listed replies to the same parent from before the comment, oldest first.
    package var siblings: [Comment]
    /// The first listed replies to the comment.
    package var answers: [Comment]
    /// The version of the story that the comment responds to; `nil` if the comment quotes nothing.
    package var quotedVersion: Version?
    package var isStoryWithdrawn: Bool
    /// Oldest first.
    package var earlierTexts: [EarlierText]
    package var commenter: CommenterRecord
    /// The record of each reporter, by report.
    package var reporters: [Report.ID: ReporterRecord]
    /// Notes about the comment and about its name, newest first.
    package var notes: [DeskNote]

    /// The greatest number of comments above a comment, beside the beginning of the thread.
    package static let aboveShown = 10
    /// The greatest number of siblings, and of answers.
    package static let besideShown = 5

    package init(
        above: [Comment] = [], isGapAbove: Bool = false, siblings: [Comment] = [], answers: [Comment] = [],
        quotedVersion: Version? = nil, isStoryWithdrawn: Bool = false, earlierTexts: [EarlierText] = [],
        commenter: CommenterRecord = CommenterRecord(), reporters: [Report.ID: ReporterRecord] = [:],
        notes: [DeskNote] = []
    ) {
        self.above = above
        self.isGapAbove = isGapAbove
        self.siblings = siblings
        self.answers = answers
        self.quotedVersion = quotedVersion
        self.isStoryWithdrawn = isStoryWithdrawn
        self.earlierTexts = earlierTexts
        self.commenter = commenter
        self.reporters = reporters
        self.notes = notes
    }
}

/// The comments under one name, and the names that share its network source.
package struct CommenterRecord: Sendable, Hashable {
    /// Another name from the same source.
    package struct Neighbor: Sendable, Hashable {
        package let name: String
        /// How many comments under this name came from the source in the last seven days.
        package let count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Counting a name's comments stops here.
    package static let mostCounted = 1_000
    /// How many other names a case lists.
    package static let neighborsShown = 10
    /// For how long a comment links its name to others from the same source.
    package static let neighborTime: TimeInterval = 7 * 86_400

    /// The time of the first comment under the name; `nil` if there is none.
    package let since: Date?
    /// At most `mostCounted`.
    package let count: Int
    /// How many of these comments the desk removed, by the code of the rule. All together at most `mostCounted`.
    package let removed: [String: Int]
    /// The names with the most comments first; at most `neighborsShown`.
    package let neighbors: [Neighbor]
    /// How many other names there are beside `neighbors`.
    package let furtherNeighbors: Int

    package init(
        since: Date? = nil, count: Int = 0, removed: [String: Int] = [:], neighbors: [Neighbor] = [],
        furtherNeighbors: Int = 0
    ) {
        self.since = since
        self.count = count
        self.removed = removed
        self.neighbors = neighbors
        self.furtherNeighbors = furtherNeighbors
    }
}
