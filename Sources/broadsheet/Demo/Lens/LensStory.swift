import Foundation
import Newsroom

/// A story about the lens of Fresnel, with a picture in portrait format.
enum LensStory {
    static func story(publishedAt published: Date) -> DemoStory {
        DemoStory(versions: [version(published)], gallery: gallery, comments: comments(since: published))
    }

    private static func version(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/lens", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: "A beehive of glass that reaches the horizon",
            standfirst: "Augustin Fresnel took the needless glass out of a lens, and lit the coasts of the world.",
            dateline: Dateline(place: "BORDEAUX, France", agency: "Broadsheet"), byline: "The Shipping Desk",
            body: LensText.body, topics: [Topic(name: "Sea")])
    }

    private static let gallery = [
        DemoPicture(
            .lighthouseLens, name: "lighthouse-lens",
            caption: """
                A large lens as it stands in the lantern of a lighthouse. Each ring of the panel in the middle bends \
                the light a little more than the ring inside it.
                """,
            alternativeText: """
                A lens shaped like a beehive stands on a dark pedestal. Rings of glass surround a bright lamp in its \
                middle, and beams leave it to both sides.
                """)
    ]

    /// Three comments over eight days. One is reported.
    private static func comments(since published: Date) -> [DemoComment] {
        typealias Remark = LensRemark
        return [
            DemoComment("signal mast", published.later(hours: 4, minutes: 16), version: 1, Remark.projector),
            DemoComment("samphire", published.later(hours: 9, minutes: 47), version: 1, answers: 0, Remark.window),
            DemoComment(
                "lee shore", published.later(days: 8, hours: 2), version: 1, Remark.inlanders,
                reports: [
                    DemoReport(
                        clause: "hate", text: "I'm from inland. He means all of us, just because of where we live.",
                        at: published.later(days: 8, hours: 7))
                ]),
        ]
    }
}
