import Foundation
import Newsroom

/// "The line that says where the news set out": an old story that was corrected once. Its discussion has
/// closed because of its age.
enum DatelineStory {
    static func story(publishedAt published: Date) -> DemoStory {
        let first = first(published)
        return DemoStory(
            versions: [first, second(after: first)], gallery: gallery, comments: comments(since: published))
    }

    private static func first(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/dateline", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: "The line that says where the news set out",
            standfirst: "The dateline has lost its date but kept its promise: Somebody was there.",
            dateline: Dateline(place: "FALMOUTH, Cornwall", agency: "Broadsheet"), byline: "The Shipping Desk",
            body: [
                DatelineText.opening, DatelineText.sea, DatelineText.wire(cable: DatelineText.cableAsFirstTold),
                DatelineText.promise,
            ].joined(separator: "\n\n"),
            credits: [
                Credit(role: "Reporting", person: "the Shipping Desk", place: "Falmouth"),
                Credit(role: "Additional reporting", person: "the Print Desk", place: "London"),
                Credit(role: "Editing", person: "the Night Desk"),
            ],
            topics: [Topic(name: "Sea")])
    }

    /// Corrects the sentence about the cable of 1858.
    private static func second(after first: IncomingStory) -> IncomingStory {
        var story = first
        story.wireVersion = 2
        story.versionCreated = first.firstCreated.later(hours: 26)
        story.body = [
            DatelineText.opening, DatelineText.sea, DatelineText.wire(cable: DatelineText.cable),
            DatelineText.promise, DatelineText.correction,
        ].joined(separator: "\n\n")
        return story
    }

    private static let gallery = [
        DemoPicture(
            .telegraphKey, name: "telegraph-key",
            caption: "A telegraph key. The tape in front of it spells NEWS in international Morse code.",
            alternativeText: """
                A telegraph key with a red knob stands in front of a row of telegraph poles that recede toward the \
                horizon. A paper tape with dots and dashes runs across the foreground.
                """),
        DemoPicture(
            .lighthouse, name: "lighthouse",
            caption: """
                When news still came by ship, the people who lived on headlands got it first. The lighthouse in the \
                drawing is on no chart.
                """,
            alternativeText: """
                A lighthouse with red and white bands stands on a dark headland at night. Its beam crosses the sky \
                above a steamer on a calm sea.
                """),
    ]
}
