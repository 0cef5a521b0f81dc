import Foundation
import Newsroom

/// "A circle with a bar through it": a story that was corrected six hours after it appeared, with a note that says so.
enum LoadLineStory {
    static func story(publishedAt published: Date) -> DemoStory {
        let first = first(published)
        return DemoStory(
            versions: [first, second(after: first)], gallery: gallery, comments: comments(since: published))
    }

    private static func first(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/load-line", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: "A circle with a bar through it",
            standfirst: """
                Every cargo ship carries a mark that says when to stop loading. It took a scandal to put it there.
                """,
            dateline: Dateline(place: "BRISTOL, England", agency: "Broadsheet"), byline: "The Shipping Desk",
            body: body(act: LoadLineText.actAsFirstTold),
            credits: [
                Credit(role: "Reporting", person: "the Shipping Desk", place: "Bristol"),
                Credit(role: "Editing", person: "the Day Desk"),
            ],
            topics: [Topic(name: "Sea")])
    }

    /// Corrects the paragraph about the act of 1876.
    private static func second(after first: IncomingStory) -> IncomingStory {
        var story = first
        story.wireVersion = 2
        story.versionCreated = first.firstCreated.later(hours: 6)
        story.body = body(act: LoadLineText.act)
        story.isCorrection = true
        story.revision = Revision(
            mark: "CORRECTED",
            note: "The first version said that the act of 1876 fixed the place of the mark on the hull. It did not.")
        return story
    }

    private static func body(act: String) -> String {
        [LoadLineText.opening, LoadLineText.member, act, LoadLineText.today].joined(separator: "\n\n")
    }

    private static let gallery = [
        DemoPicture(
            .loadLine, name: "load-line",
            caption: """
                The mark on the starboard side of a ship. The distances between the lines are drawn wider than they \
                are on most hulls.
                """,
            alternativeText: """
                On the dark side of a ship, above the red paint of its bottom, is a white ring with a bar through \
                it. Beside it, six short lines at different heights have the letters TF, F, T, S, W and WNA.
                """)
    ]
}
