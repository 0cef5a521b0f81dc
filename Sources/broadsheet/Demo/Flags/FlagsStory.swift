import Foundation
import Newsroom

/// A story that was withdrawn 21 hours after it appeared. Its address says so and why, and no list shows it.
enum FlagsStory {
    static func story(publishedAt published: Date) -> DemoStory {
        DemoStory(
            versions: [version(published)], gallery: [], comments: [],
            withdrawal: Withdrawal(
                at: published.later(hours: 21), reason: "We published the story before we checked its facts.",
                origin: .desk))
    }

    private static func version(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/flags", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: "The language of the flags over the harbor",
            standfirst: "Forty pieces of colored cloth are enough to speak to a ship in any language.",
            dateline: Dateline(place: "SOUTHAMPTON, England", agency: "Broadsheet"), byline: "The Shipping Desk",
            body: body, topics: [Topic(name: "Sea")])
    }

    private static let body = """
        A ship that flies a plain yellow flag says: I am healthy, and ask for permission to enter the port. A blue \
        flag with a white square, hoisted in the harbor, calls everybody on board, because the ship is about to \
        sail. Sailors call it the Blue Peter.

        The International Code of Signals has a flag for each letter of the alphabet, a pennant for each digit, \
        three substitutes that repeat other flags of the same hoist, and an answering pennant: forty in all. Most \
        letters have a meaning of their own when they fly alone. *A* warns that a diver is down. *O* says that \
        somebody has fallen overboard. Two letters together say more: *N* above *C* is a call for help.

        Nobody has to know the language of the other ship. The code has been translated, and the flags are the same \
        everywhere. Radio has replaced them for conversation. But a radio has to be switched on, and a flag says \
        what it says to anybody who looks.
        """
}
