import Foundation
import Testing

@testable import Markup

@Suite("The pictures in the text of a story", .timeLimit(.minutes(1)))
struct FigureTests {
    /// Shows pictures with even numbers.
    private static var additions: StoryAdditions {
        StoryAdditions(figure: { number in
            guard number.isMultiple(of: 2) else { return nil }
            return StoryFigure(
                beginning: "<figure>\n<i>\(number)</i>\n<figcaption>\n", caption: "Its own.",
                end: "<p>Credit</p>\n</figcaption>\n</figure>\n")
        })
    }

    private func story(_ text: String, _ typography: Typography = .asSent) -> String {
        Markdown.story(text, typography, additions: Self.additions).string
    }

    @Test("A caption in the text takes the place of the picture's own")
    func captions() {
        let own =
            "<figure>\n<i>12</i>\n<figcaption>\n<p class=\"caption\">Its own.</p>\n<p>Credit</p>\n</figcaption>\n</figure>\n"
        #expect(story("One.\n\n![](picture:12)\n\nTwo.") == "<p>One.</p>\n" + own + "<p>Two.</p>\n")
        #expect(story("![*A* \"boat\"](picture:12)", .of("en")) == own.replacing("Its own.", with: "<em>A</em> “boat”"))
        #expect(story("![A boat][p]\n\n[p]: picture:12") == own.replacing("Its own.", with: "A boat"))
    }

    @Test("A picture that readers may not see is left out with its caption, and so are its references to footnotes")
    func unknown() {
        #expect(story("One.\n\n![A boat](picture:13)\n\nTwo.") == "<p>One.</p>\n<p>Two.</p>\n")
        let html = story("![A boat[^1]](picture:13)\n\nTwo[^1].\n\n[^1]: Three.\n\n    ![](picture:13)")
        #expect(html.contains("<sup id=\"footnote-1-from-2\">") && !html.contains("from-1\"") && !html.contains("boat"))
    }

    @Test(
        "Anything else is what it has always been: the words in the brackets",
        arguments: [
            "One ![A boat](picture:12).", "![A boat](picture:12) ![A boat](picture:12)", "![A boat](picture:)",
            "![A boat](picture:-2)", "![A boat](picture:+2)", "![A boat](picture:2a)", "![A boat](Picture:2)",
            "![A boat](picture:99999999999999999999)", "![A boat](https://example.org/2.jpg)",
            "![A boat](javascript:alert(2))", "![A boat](data:image/png;base64,AA)",
            "[![A boat](picture:12)](https://example.org)",
            "![A boat](//example.org/picture:2)", "# ![A boat](picture:12)", "[A boat](picture:12)",
        ])
    func others(text: String) {
        let html = story(text)
        #expect(html.contains("A boat") && !html.contains("<figure") && !html.contains("<img"))
        #expect(!html.contains("href=\"picture") && html == Markdown.story(text).string)
    }

    @Test("Pictures stand in lists, boxes and footnotes, and the dateline opens the first paragraph of words")
    func places() {
        #expect(
            story("- ![](picture:2)").contains("<li><figure>")
                && story("> ![](picture:2)").contains("<blockquote>\n<figure>"))
        #expect(story("> [!FACTS] A\n>\n> ![](picture:2)").contains("</h2>\n<figure>"))
        #expect(story("a[^1]\n\n[^1]: ![](picture:2)").contains("</figure>\n<p><a href=\"#footnote-1-from-1\""))
        let html = Markdown.story("![](picture:2)\n\nOne.", dateline: "PORT - ", additions: Self.additions).string
        #expect(html.hasSuffix("<p>PORT - One.</p>\n"))
    }

    @Test("Plain text has the captions of pictures that readers see, and an excerpt has none")
    func plainText() {
        let text = Markdown(
            "![A boat](picture:2)\n\n![](picture:2)\n\n![A pier](picture:3)\n\nOne[^1].\n\n[^1]: ![Two](picture:3)")
        #expect(text.plainText(showing: { $0 == 2 }).split(separator: "\n") == ["A boat", "One[1]."])
        #expect(text.opening(limit: 99) == "One." && text.plainText() == "One[1].\n")
        #expect(Markdown.mayPlacePictures("![](picture:2)") && !Markdown.mayPlacePictures("A picture"))
    }

    @Test("Many pictures cost little")
    func effort() {
        let started = ContinuousClock.now
        let text = String(repeating: "![a](picture:1)\n\n![b](picture:2)\n\n![", count: 5_000)
        #expect(story(text).contains("<figure>"))
        #expect(ContinuousClock.now - started < .seconds(10))
    }
}
