import Foundation
import Newsroom

/// "Why the broadsheet was broad": today's story, twice updated under its readers, its discussion open.
enum FormatsStory {
    static func story(publishedAt published: Date) -> DemoStory {
        let first = first(published)
        let second = second(after: first)
        return DemoStory(
            versions: [first, second, third(after: second)], gallery: gallery, comments: comments(since: published))
    }

    private static func first(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/formats", wireVersion: 1, status: .usable,
            language: .english, firstCreated: published, versionCreated: published,
            headline: "Why the broadsheet was broad",
            standfirst: "The size of a newspaper page was settled by a tax and kept by a machine.",
            dateline: Dateline(place: "LONDON", agency: "Broadsheet"), byline: "The Print Desk",
            body: [
                FormatsText.opening, FormatsText.tax, FormatsText.endOfTheTaxAsFirstTold, FormatsText.machine,
                FormatsText.shortEnding,
            ].joined(separator: "\n\n"),
            credits: [
                Credit(role: "Reporting", person: "the Print Desk", place: "London"),
                Credit(role: "Editing", person: "the Day Desk"),
            ],
            topics: ["Printing", "History", "Design"].map { Topic(name: $0) })
    }

    /// Mends the year, and tells of the small formats in a section of their own.
    private static func second(after first: IncomingStory) -> IncomingStory {
        var story = first
        story.wireVersion = 2
        story.versionCreated = first.firstCreated.later(minutes: 95)
        story.headline = "Why the broadsheet was broad, and how it came to be folded"
        story.body = [
            FormatsText.opening, FormatsText.tax, FormatsText.endOfTheTax, FormatsText.machine, FormatsText.medicine,
            FormatsText.correction,
        ].joined(separator: "\n\n")
        return story
    }

    /// Adds what readers said of American papers.
    private static func third(after second: IncomingStory) -> IncomingStory {
        var story = second
        story.wireVersion = 3
        story.versionCreated = second.firstCreated.later(minutes: 310)
        story.standfirst = """
            A tax had a hand in the size of the page, and so had the merchants; the machine made it permanent.
            """
        story.body = [
            FormatsText.opening, FormatsText.tax, FormatsText.endOfTheTax, FormatsText.blanketSheets,
            FormatsText.machine, FormatsText.medicine, FormatsText.correction,
        ].joined(separator: "\n\n")
        story.credits.insert(
            Credit(role: "Additional reporting", person: "the Shipping Desk", place: "New York"), at: 1)
        return story
    }
}
