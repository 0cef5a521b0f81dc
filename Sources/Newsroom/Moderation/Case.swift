package import Foundation

/// The case of a comment that was held or that readers reported. It is open until there is a ruling.
package struct Case: Sendable, Hashable {
    package typealias ID = Identifier<Case>

    /// How many comments under the same name are shown with a case.
    package static let othersShown = 5

    package let id: ID
    package let comment: Comment
    package let story: StoryReference
    package let openedAt: Date
    /// How many sources have reported the comment.
    package let reportCount: Int
    /// The first reports; one source may have sent several.
    package let reports: [Report]
    /// Published, held and removed comments under the same name, newest first, at most `othersShown`.
    package let othersByAuthor: [Comment]
    /// When the author of the comment asked for its removal; `nil` if nobody has.
    package let askedAt: Date?
    /// When the author removed the comment while the case was open. Nobody decides the case then.
    package let closedAt: Date?

    package init(
        id: ID, comment: Comment, story: StoryReference, openedAt: Date, reportCount: Int, reports: [Report],
        othersByAuthor: [Comment], askedAt: Date? = nil, closedAt: Date? = nil
    ) {
        self.id = id
        self.comment = comment
        self.story = story
        self.openedAt = openedAt
        self.reportCount = reportCount
        self.reports = reports
        self.othersByAuthor = othersByAuthor
        self.askedAt = askedAt
        self.closedAt = closedAt
    }
}
