import Foundation
import Newsroom

/// A story in German: why a sheet of A4 has the size that it has.
enum HalvedSheetsStory {
    static func story(publishedAt published: Date) -> DemoStory {
        DemoStory(versions: [version(published)], gallery: gallery, comments: comments(since: published))
    }

    private static func version(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/halved-sheets", wireVersion: 1, status: .usable,
            language: Language(tag: "de") ?? .english, firstCreated: published, versionCreated: published,
            headline: "Ein Blatt, das beim Falten seine Form behält",
            standfirst: """
                Warum ein Bogen A4 so groß ist, wie er ist, und was ein Brief aus dem Jahr 1786 damit zu tun hat
                """,
            dateline: Dateline(place: "BERLIN", agency: "Broadsheet"), byline: "Papierredaktion",
            body: HalvedSheetsText.body, topics: [Topic(name: "Paper")])
    }

    private static let gallery = [
        DemoPicture(
            .halvedSheets, name: "halved-sheets",
            caption: """
                Ein Bogen A0, fortlaufend halbiert. Die gestrichelte Linie ist die Diagonale des ganzen Bogens. Sie \
                verläuft auch durch zwei Ecken des Teils A2, denn beide haben dieselbe Form.
                """,
            alternativeText: """
                Ein Rechteck ist in immer kleinere Hälften geteilt, die mit A1 bis A5 beschriftet sind. A4 ist rot. \
                Eine gestrichelte Diagonale führt von links unten nach rechts oben.
                """)
    ]

    /// Four comments, in German and English. One is reported.
    private static func comments(since published: Date) -> [DemoComment] {
        typealias Remark = HalvedSheetsRemark
        return [
            DemoComment("Falzbein", published.later(hours: 3, minutes: 8), version: 1, Remark.copier),
            DemoComment("column width", published.later(hours: 6, minutes: 31), version: 1, Remark.letter),
            DemoComment("Falzbein", published.later(hours: 8, minutes: 2), version: 1, answers: 1, Remark.envelopes),
            DemoComment(
                "Rätselfreund", published.later(days: 3, hours: 1), version: 1, Remark.crossword,
                reports: [
                    DemoReport(
                        clause: "off-topic", text: "Das hat mit Papierformaten nichts zu tun.",
                        at: published.later(days: 3, hours: 5))
                ]),
        ]
    }
}
