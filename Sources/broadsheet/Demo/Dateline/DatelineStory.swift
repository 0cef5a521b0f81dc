import Foundation
import Newsroom

/// "The line that says where the news set out": once corrected, its discussion closed by age.
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
            standfirst: "A dateline has lost its date and kept its promise: somebody was there.",
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
            topics: ["Language", "History", "Sea"].map { Topic(name: $0) })
    }

    /// Mends the sentence on the cable of 1858.
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
                A telegraph key with a red knob stands before a row of telegraph poles that grow smaller towards the \
                horizon; across the foreground runs a paper tape with dots and dashes.
                """),
        DemoPicture(
            .lighthouse, name: "lighthouse",
            caption: """
                For as long as news came by ship, the first to have it were those who lived on headlands. The light \
                in the drawing stands on no chart.
                """,
            alternativeText: """
                At night a lighthouse with red and white bands stands on a dark headland; its beam crosses the sky \
                above a steamer that passes on a calm sea.
                """),
    ]
}
