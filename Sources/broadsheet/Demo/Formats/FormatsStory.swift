import Foundation
import Newsroom

/// "Why the broadsheet was broad": today's story, which was updated twice while readers commented on it. Its
/// discussion is open.
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
            standfirst: "A tax set the size of the newspaper page. A machine kept it.",
            dateline: Dateline(place: "LONDON", agency: "Broadsheet"), byline: "The Print Desk",
            body: [
                FormatsText.opening, FormatsText.tax, FormatsText.endOfTheTaxAsFirstTold, FormatsText.machine,
                FormatsText.shortEnding,
            ].joined(separator: "\n\n"),
            credits: [
                Credit(role: "Reporting", person: "the Print Desk", place: "London"),
                Credit(role: "Editing", person: "the Day Desk"),
            ],
            topics: ["Printing", "Paper"].map { Topic(name: $0) })
    }

    /// Corrects the year, and adds a section on the small formats.
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

    /// Adds the American papers, which readers brought up in their comments.
    private static func third(after second: IncomingStory) -> IncomingStory {
        var story = second
        story.wireVersion = 3
        story.versionCreated = second.firstCreated.later(minutes: 310)
        story.standfirst = """
            A tax and a market made the newspaper page large. The press kept it that way.
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
