import Foundation
import Testing

@testable import Markup

@Suite("The fact boxes of a story", .timeLimit(.minutes(1)))
struct FactBoxTests {
    private func story(_ text: String, _ typography: Typography = .asSent) -> String {
        Markdown.story(text, typography, additions: StoryAdditions(untitledBox: "Facts")).string
    }

    @Test("A quotation that begins with the mark is a box with a heading")
    func box() {
        #expect(
            story("One.\n\n> [!FACTS] The *ferry*\n> Six boats.\n>\n> - Two\n\nThree.") == """
                <p>One.</p>
                <aside class="fact-box" role="note" aria-labelledby="fact-box-1">
                <h2 id="fact-box-1">The <em>ferry</em></h2>
                <p>Six boats.</p>
                <ul>
                <li><p>Two</p>
                </li>
                </ul>
                </aside>
                <p>Three.</p>

                """)
    }

    @Test(
        "The title is optional, and so is the text",
        arguments: [
            ("> [!FACTS]\n> One", "Facts", "<p>One</p>\n"), (">[!facts]\n>\n> One", "Facts", "<p>One</p>\n"),
            ("> [!FACTS] One", "One", ""), ("> [!FACTS]   ", "Facts", ""),
            (">\t[!FACTS]\tOne  \n> Two", "One", "<p>Two</p>\n"),
            ("> [!FACTS] [One](https://example.org)[^1]\n\n[^1]: x", "<a href=\"https://example.org\">One</a>", ""),
            ("  > [!FACTS] One\r\n  > Two", "One", "<p>Two</p>\n"),
        ])
    func titles(text: String, title: String, rest: String) {
        let html = story("Before.\n\n" + text)
        #expect(html.contains("<h2 id=\"fact-box-1\">\(title)") && html.contains("</h2>\n\(rest)</aside>"), "\(html)")
    }

    @Test("A table may follow the line of the title directly")
    func table() {
        let html = story("> [!FACTS] Results\n> | a | b |\n> |---|---|\n> | 1 | 2 |")
        #expect(
            html.contains("<h2 id=\"fact-box-1\">Results</h2>\n<div class=\"table\"") && html.contains("<td>2</td>"))
    }

    @Test(
        "Everything else that looks like a box is a quotation",
        arguments: [
            "> \\[!FACTS] One", "> \\[!FACTS\\] One", "> &#91;!FACTS] One", "> [!FACTS]One", "> [!NOTE] One",
            "> One [!FACTS]",
            "> One\n> [!FACTS]", "> [!FACTS](https://example.org) One", "> # [!FACTS]", "> - [!FACTS]",
            "> > [!FACTS] One",
            "- > [!FACTS] One", "> *[!FACTS]* One", ">     [!FACTS]", "> [!FACTS] One\n\n[!FACTS]: https://example.org",
            "> [x]: https://example.org\n> [!FACTS] One",
        ])
    func quotations(text: String) {
        let html = story(text)
        #expect(!html.contains("fact-box") && html.contains("<blockquote>"))
    }

    @Test("Text that an agency sends never becomes a box")
    func escaped() {
        #expect(!story("> " + MarkdownText.escape("[!FACTS] One")).contains("fact-box"))
    }

    @Test("Boxes have names of their own, and quotations in them stay quotations")
    func several() {
        let html = story("> [!FACTS] One\n>\n> > [!FACTS] Two\n\nThree.\n\n> [!FACTS] Four")
        #expect(
            html.components(separatedBy: "<aside").count == 3 && html.components(separatedBy: "<blockquote>").count == 2
        )
        #expect(html.contains("<h2 id=\"fact-box-2\">Four</h2>"))
    }

    @Test("The dateline opens the first paragraph after a box")
    func dateline() {
        let html = Markdown.story("> [!FACTS]\n> One.\n\nTwo.", dateline: "PORT - ").string
        #expect(html.hasSuffix("<p>One.</p>\n</aside>\n<p>PORT - Two.</p>\n"))
    }

    @Test("A title has the marks of its language")
    func typography() {
        #expect(story("> [!FACTS] \"It's\"", .of("en-GB")).contains(">“It’s”</h2>"))
    }

    @Test("Plain text marks the lines of a box, and an excerpt never begins with one")
    func plainText() {
        let text = Markdown("> [!FACTS] One\n> Two.\n\n> Three.")
        #expect(text.plainText() == "┃ One\n┃ Two.\n> Three.\n" && text.opening(limit: 99) == "Three.")
        #expect(Markdown("> [!FACTS]\n> Two.").opening(limit: 99).isEmpty)
    }

    private static let hostile: [String: @Sendable () -> String] = [
        "many boxes": { String(repeating: "> [!FACTS] a\n> b\n\n", count: 10_000) },
        "boxes in boxes": { String(repeating: "> ", count: 5_000) + "[!FACTS] a" },
        "a long title": { "> [!FACTS] " + String(repeating: "*a* ", count: 20_000) },
        "a late box": { String(repeating: "\r\n", count: 100_000) + "> [!FACTS] a" },
    ]

    @Test("Hostile boxes cost little", arguments: hostile.keys.sorted())
    func effort(name: String) throws {
        let make = try #require(Self.hostile[name])
        let text = make()
        let started = ContinuousClock.now
        #expect(story(text).contains("[!FACTS]") || story(text).contains("<aside"))
        #expect(ContinuousClock.now - started < .seconds(10))
    }
}
