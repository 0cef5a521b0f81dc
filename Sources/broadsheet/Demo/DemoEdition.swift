import Foundation
import Newsroom

/// The content of a demonstration newspaper: its name, policy and notices, and three stories with pictures
/// and comments.
struct DemoEdition: Sendable {
    let house: House
    /// The lead story first. Each story is related to the others, in this order.
    let stories: [DemoStory]

    /// The edition as of `now`: a story from today, one from yesterday, and one from 20 days ago. The
    /// discussion of the oldest is closed if the newspaper closes discussions after 14 days.
    static func edition(at now: Date) -> DemoEdition {
        DemoEdition(
            house: .demo,
            stories: [
                FormatsStory.story(publishedAt: now.later(hours: -7)),
                PaperStory.story(publishedAt: now.later(hours: -26)),
                DatelineStory.story(publishedAt: now.later(days: -20)),
            ])
    }
}

extension House {
    fileprivate static let demo = House(
        name: "The Broadsheet",
        tagline: "A demonstration edition about print, paper and the sea",
        timeZone: TimeZone(identifier: "Europe/London") ?? .gmt,
        policy: Policy(
            welcome: """
                We welcome comments that add to the story: what you know, what you have seen, where to read more. \
                Discuss the subject, not the person. If you find a mistake, tell us here. We will correct the story \
                and say so.
                """,
            clauses: Policy.standard.clauses),
        disclaimer: """
            Comments express the views of their authors, not those of The Broadsheet. Nothing in this demonstration \
            edition is news.
            """)
}

extension Date {
    /// This date plus the given amounts, which may be negative. A day is 24 hours.
    func later(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Date {
        addingTimeInterval(TimeInterval(((days * 24 + hours) * 60 + minutes) * 60))
    }
}
