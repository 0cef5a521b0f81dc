import Foundation
import Newsroom

/// A story about the Linotype, with a long headline and no pictures.
enum LinotypeStory {
    static func story(publishedAt published: Date) -> DemoStory {
        DemoStory(versions: [version(published)], gallery: [], comments: comments(since: published))
    }

    private static func version(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/linotype", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: """
                How a keyboard of ninety keys, a pot of molten metal and some small brass matrices filled the daily \
                newspaper for almost a hundred years
                """,
            standfirst: "The Linotype cast a whole line of type at once, and left the press two words of nonsense.",
            dateline: Dateline(place: "NEW YORK", agency: "Broadsheet"), byline: "The Print Desk",
            body: LinotypeText.body, topics: [Topic(name: "Printing")])
    }
}
