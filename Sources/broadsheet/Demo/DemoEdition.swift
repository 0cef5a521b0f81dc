import Foundation
import Newsroom

/// The content of a demonstration newspaper: its name, policy and notices, and ten stories with pictures and
/// comments.
struct DemoEdition: Sendable {
    let house: House
    /// In the order in which the stories get their numbers.
    let stories: [DemoStory]
    /// Stories under an embargo.
    let scheduled: [IncomingStory]

    /// The edition as of `now`: stories from the last three weeks, the latest from today, and one that appears
    /// tomorrow. The discussion of the oldest is closed if the newspaper closes discussions after 14 days.
    static func edition(at now: Date) -> DemoEdition {
        DemoEdition(
            house: .demo,
            stories: [
                FormatsStory.story(publishedAt: now.later(hours: -7)),
                PaperStory.story(publishedAt: now.later(hours: -26)),
                DatelineStory.story(publishedAt: now.later(days: -20)),
                LoadLineStory.story(publishedAt: now.later(hours: -50)),
                HalvedSheetsStory.story(publishedAt: now.later(days: -4, hours: -3)),
                LinotypeStory.story(publishedAt: now.later(days: -6, hours: -5)),
                LensStory.story(publishedAt: now.later(days: -9, hours: -2)),
                WatermarkStory.story(publishedAt: now.later(days: -13, hours: -4)),
                FlagsStory.story(publishedAt: now.later(days: -11, hours: -6)),
            ],
            scheduled: [
                BrailleStory.story(writtenAt: now.later(hours: -3), appearsAt: now.later(days: 1).startOfHour)
            ])
    }

    /// The positions of up to three stories that have topics in common with a story, most topics first.
    func related(to story: Int) -> [Int] {
        guard stories[story].withdrawal == nil else { return [] }
        func common(_ other: Int) -> Int { stories[other].topics.intersection(stories[story].topics).count }
        let others = stories.indices.filter { $0 != story && stories[$0].withdrawal == nil && common($0) > 0 }
        return Array(others.sorted { (common($0), $1) > (common($1), $0) }.prefix(3))
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
                Discuss the subject, not the person. If you find a mistake, tell us here, or choose “Suggest a \
                correction” below the story. We will correct the story and say so.
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

    fileprivate var startOfHour: Date {
        Date(timeIntervalSinceReferenceDate: (timeIntervalSinceReferenceDate / 3600).rounded(.down) * 3600)
    }
}
