package import Foundation

/// Why a case ranks where it does. Each reason counts as minutes that the case has waited longer than it has. The case
/// that has waited longest by this count comes first, so a case rises with its age, and no case waits forever.
package struct Urgency: Sendable, Hashable {
    /// A commenter waits for a comment that is held.
    package static let heldMinutes = 30
    /// A commenter waits for a comment to be removed.
    package static let askedMinutes = 30
    /// The most minutes for the audience of the story.
    package static let mostForAudience = 60

    /// The minutes for the audience of a story on which readers have begun this many threads in the last hour: ten for
    /// each ten threads, so that a few more or fewer change no order.
    package static func minutes(forThreads count: Int) -> Int { min(count / 10 * 10, mostForAudience) }

    package let openedAt: Date
    package let isHeld: Bool
    /// The minutes of all reports. Each report has those of its rule, times the trust in its reporter.
    package let reportMinutes: Int
    package let audienceMinutes: Int
    /// Whether the commenter asks for the removal.
    package let isAsked: Bool

    package init(openedAt: Date, isHeld: Bool, reportMinutes: Int, audienceMinutes: Int, isAsked: Bool = false) {
        self.openedAt = openedAt
        self.isHeld = isHeld
        self.reportMinutes = reportMinutes
        self.audienceMinutes = audienceMinutes
        self.isAsked = isAsked
    }

    /// The minutes that are added to the age of the case.
    package var addedMinutes: Int {
        (isHeld ? Self.heldMinutes : 0) + (isAsked ? Self.askedMinutes : 0) + reportMinutes + audienceMinutes
    }

    /// The time by which cases are ordered, the earliest first.
    package var rank: Date { openedAt.addingTimeInterval(-60 * Double(addedMinutes)) }
}
