import Foundation
import Newsroom

/// A brief about watermarks, without a standfirst, pictures or comments.
enum WatermarkStory {
    static func story(publishedAt published: Date) -> DemoStory {
        DemoStory(versions: [version(published)], gallery: [], comments: [])
    }

    private static func version(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/watermark", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: "Hold it up to the light",
            dateline: Dateline(place: "FABRIANO, Italy", agency: "Broadsheet"), byline: "The Print Desk",
            body: body, topics: [Topic(name: "Paper")])
    }

    private static let body = """
        The oldest trademark in the paper trade is made of nothing. A papermaker who dips a sieve of wires into a \
        vat of pulp gets a sheet that is a little thinner wherever there is a wire. A figure of bent wire, sewn onto \
        the sieve, leaves its outline in every sheet. It adds no color and cannot be rubbed off. It is there when \
        the paper is held up to the light, and gone when the paper lies on the table.

        The first known watermarks are from Italy, from the last decades of the 13th century, and Fabriano, a town \
        in the Marche, was among the first places that used them. Mills in all of Europe followed with crowns, \
        hands, bulls' heads and bunches of grapes. Another mark gave its name to a size: *foolscap* is the paper that \
        once bore the cap of a jester.

        Historians are grateful. The wires bent and broke and were replaced every few years, so no figure stayed the \
        same for long. A letter without a date often has one after all, between the lines.
        """
}
