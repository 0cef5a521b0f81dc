import Foundation
import Newsroom

/// What a newcomer finds in an empty house: the house's own words, and three stories with pictures and comments.
struct DemoEdition: Sendable {
    let house: House
    /// The main one first; each is related to the others, in this order.
    let stories: [DemoStory]

    /// The edition as it would stand on the page at `now`: one story of today, one of yesterday,
    /// and one of twenty days ago, whose discussion has closed by age where the house closes after 14 days.
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
        tagline: "A demonstration edition of print, paper and the sea",
        timeZone: TimeZone(identifier: "Europe/London") ?? .gmt,
        policy: Policy(
            welcome: """
                We welcome comments that add to the story: what you know, what you have seen, where it can be read. \
                Write about the matter and not about the person. If you find a mistake of ours, say so here; we mend \
                the story and say that we did.
                """,
            clauses: Policy.standard.clauses),
        disclaimer: """
            What readers write below a story is their own view and not that of The Broadsheet. Nothing in this \
            demonstration edition is news.
            """)
}

extension Date {
    /// This time moved by whole units of elapsed time, back where they are negative; a day is 24 hours.
    func later(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Date {
        addingTimeInterval(TimeInterval(((days * 24 + hours) * 60 + minutes) * 60))
    }
}
