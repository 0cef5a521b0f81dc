import Foundation
import Testing

@testable import Newsroom

@Suite("The passage of a story that a comment quotes", .timeLimit(.minutes(1)))
struct StoryPassageTests {
    private static let story = QuotableText(
        "A headline without a stop\nThe boat left at dawn. “Nobody believed it until the horn sounded,” the master "
            + "said. It was cold.\n\u{5D4}\u{5E1}\u{5E4}\u{5D9}\u{5E0}\u{5D4} \u{5D4}\u{5E4}\u{5DC}\u{5D9}\u{5D2}\u{5D4}."
    )

    @Test("The passage is found without its marks and capitals, and comes with its sentence")
    func found() {
        let passage = StoryPassage(of: "nobody BELIEVED it -- until the horn", in: Self.story)
        #expect(passage?.quoted == "Nobody believed it until the horn")
        #expect(passage?.before == "“")
        #expect(passage?.after == " sounded,” the master said.")
    }

    @Test("A line without a full stop is a sentence of its own")
    func line() {
        let passage = StoryPassage(of: "headline without", in: Self.story)
        #expect(passage?.before == "A " && passage?.after == " a stop")
    }

    @Test("A passage in Hebrew is found")
    func hebrew() {
        let passage = StoryPassage(
            of: "\u{5E1}\u{5E4}\u{5D9}\u{5E0}\u{5D4} \u{5D4}\u{5E4}\u{5DC}\u{5D9}", in: Self.story)
        #expect(passage?.quoted == "\u{5E1}\u{5E4}\u{5D9}\u{5E0}\u{5D4} \u{5D4}\u{5E4}\u{5DC}\u{5D9}")
    }

    @Test(
        "Short words, other words and nothing are not found",
        arguments: [
            "", "> >", "boat", "the boat left at noon", "\u{0}\u{202E}", String(repeating: "boat ", count: 900),
        ])
    func missing(quotation: String) { #expect(StoryPassage(of: quotation, in: Self.story) == nil) }

    @Test("An endless sentence is cut on both sides")
    func endless() {
        let words = String(repeating: "word ", count: 400)
        let passage = StoryPassage(of: "the quoted part", in: QuotableText(words + "the quoted part " + words))
        #expect((passage?.before.count ?? 0) <= 300 && (passage?.after.count ?? 0) <= 300)
    }

    @Test("A copied passage is found however short, as whole words first, in its whole paragraph")
    func copied() throws {
        let story = QuotableText("A forearm.\nThe boat has 2 arms. It left at dawn.\nTwo arms.")
        let passages = try #require(story.passages(of: "arms"))
        #expect(passages.count == 1 && passages[0].before == "The boat has 2 ")
        #expect(passages[0].after == ". It left at dawn.")
        #expect(try #require(story.passages(of: "rear"))[0].quoted == "rear", "part of a word")
    }

    @Test("Lines of a copied passage may stand apart, but each must be there")
    func lines() throws {
        let story = QuotableText("One two three.\nA caption.\nFour five six.")
        #expect(
            try #require(story.passages(of: "two three.\n\nFour five")).map(\.quoted) == ["two three", "Four five"])
        #expect(story.passages(of: "two three.\nSeven") == nil)
        for nothing in ["", " \n ", "— …", "\u{202E}"] { #expect(story.passages(of: nothing) == nil) }
    }

    @Test("A version is searched in everything that readers see of it")
    func version() {
        let version = Version(
            number: 1, headline: "Old ferry", standfirst: "It sails", dateline: Dateline(place: "PORT", agency: "Wire"),
            byline: "Ada Writer", body: "unread", credits: [Credit(role: "Editing", person: "Bo Editor")],
            signOff: "Sent late", createdAt: .init(timeIntervalSince1970: 0))
        let story = QuotableText(version, body: "The body", captions: ["A caption"])
        for text in ["Old ferry", "It sails", "PORT", "Ada Writer", "The body", "Bo Editor", "Sent late", "A caption"] {
            #expect(story.passages(of: text) != nil, "\(text)")
        }
        #expect(story.passages(of: "unread") == nil)
    }
}
