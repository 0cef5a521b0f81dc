import Foundation
import Testing

@testable import Markup

@Suite("The footnotes of a story", .timeLimit(.minutes(1)))
struct FootnoteTests {
    private static let words = SpokenWords(
        footnote: { "Footnote \($0)" }, footnotes: "Footnotes", backToText: { "Back to \($0), place \($1)" })

    private func story(_ text: String, _ typography: Typography = .asSent) -> String {
        Markdown.story(text, typography, words: Self.words).string
    }

    /// The numbers of the references in the text and in the list, as a reader meets them.
    private func numbers(_ text: String) -> [String] {
        story(text).matches(of: /doc-noteref" aria-label="Footnote (\d+)"/).map { String($0.1) }
    }

    /// Every address on the page that is not the target of a link.
    private func brokenLinks(_ html: String) -> [String] {
        let targets = Set(html.matches(of: /id="([^"]*)"/).map { String($0.1) })
        return html.matches(of: /href="#([^"]*)"/).map { String($0.1) }.filter { !targets.contains($0) }
    }

    @Test("A reference links to its footnote at the end of the text, and the footnote links back")
    func both() {
        #expect(
            story("One.[^a] Two.\n\n[^a]: *See* there.\n\nThree.") == """
                <p>One.<sup id="footnote-1-from-1"><a href="#footnote-1" role="doc-noteref" \
                aria-label="Footnote 1">1</a></sup> Two.</p>
                <p>Three.</p>
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
                <ol>
                <li id="footnote-1"><p><em>See</em> there. <a href="#footnote-1-from-1" role="doc-backlink" \
                aria-label="Back to 1, place 1">↑</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test("Footnotes are numbered in the order of their references, those in footnotes last")
    func order() {
        let text = "a[^z] b[^y] c[^z]\n\n[^y]: y[^x]\n\n[^z]: z\n\n[^x]: x[^z]\n\n[^unused]: u[^other]\n\n[^other]: o"
        #expect(numbers(text) == ["1", "2", "1", "3", "1"])
        let html = story(text)
        #expect(html.contains("<li id=\"footnote-1\"><p>z <a href=\"#footnote-1-from-1\""))
        #expect(html.contains("href=\"#footnote-1-from-3\"") && !html.contains("footnote-4"))
        #expect(brokenLinks(html).isEmpty)
    }

    @Test(
        "A mark without its other half stays text, and an unused footnote is not shown",
        arguments: [
            ("One[^a].", "<p>One[^a].</p>\n"), ("[^a]: b", ""), ("One[^a\n\n[^a]: b", "<p>One[^a</p>\n"),
            ("One[^].", "<p>One[^].</p>\n"),
            ("`[^a]`\n\n[^a]: b", "<p><code>[^a]</code></p>\n"), ("One\\[^a]\n\n[^a]: b", "<p>One[^a]</p>\n"),
        ])
    func halves(text: String, expected: String) { #expect(story(text) == expected) }

    @Test("A footnote may have several blocks, or none")
    func blocks() {
        let html = story("a[^1]\n\n[^1]: One.\n\n    - Two\n\nb[^2]\n\n[^2]:\n")
        #expect(html.contains("<ul>\n<li><p>Two</p>\n</li>\n</ul>\n<p><a href=\"#footnote-1-from-1\""))
        #expect(html.contains("<li id=\"footnote-2\"><p><a href=\"#footnote-2-from-1\""))
    }

    @Test("A reference in a link is a number without a link, and the links back still find it")
    func inLink() {
        let html = story("[One[^a]](https://example.org)\n\n[^a]: b")
        #expect(html.contains("One<sup id=\"footnote-1-from-1\">1</sup></a>") && brokenLinks(html).isEmpty)
    }

    @Test("A label never becomes part of an identifier")
    func labels() {
        let html = story("a[^\"><script>] b[^discussion]\n\n[^\"><script>]: x\n\n[^discussion]: y")
        let targets = html.matches(of: /id="([^"]*)"/).map { String($0.1) }
        #expect(targets.count == 4 && targets.allSatisfy { $0.hasPrefix("footnote-") })
        #expect(!html.contains("<script") && !html.contains("discussion"))
    }

    @Test("The marks of a language are set as if the references were not there")
    func typography() {
        let html = story("\"Rain,\"[^a] he said - \"and[^a] wind\".\n\n[^a]: It's \"so\".", .of("en-GB"))
            .replacing(/<(sup|a) [^>]*>/, with: "<$1>").replacing(/<[^>]*>/, with: "")
        #expect(html.contains("“Rain,”1 he said – “and1 wind”.") && html.contains("It’s “so”."))
    }

    @Test("A dateline without a paragraph stands before the footnotes")
    func dateline() {
        let html = Markdown.story("- \n\n## One[^a]\n\n[^a]: b", dateline: "PORT - ").string
        #expect(html.hasPrefix("<p>PORT - </p>\n") && html.contains("<li id=\"footnote-1\"><p>b "))
    }

    @Test("Plain text shows the numbers, and excerpts leave them out")
    func plainText() {
        let text = Markdown("One[^a] two.[^b]\n\n[^b]: B.\n\n    C.\n[^a]: A.")
        #expect(text.plainText() == "One[1] two.[2]\n[1] A.\n[2] B.\n\u{2003}C.\n")
        #expect(text.opening(limit: 100) == "One two." && Markdown("[^a]: b\n\n[^a]").opening(limit: 9).isEmpty)
    }

    private static let hostile: [String: @Sendable () -> String] = [
        "many footnotes": {
            (0..<10_000).map { "a[^\($0)] " }.joined() + "\n\n" + (0..<10_000).map { "[^\($0)]: b\n" }.joined()
        },
        "many references": { String(repeating: "a[^1] ", count: 10_000) + "\n\n[^1]: b" },
        "beginnings": { String(repeating: "[^", count: 20_000) },
        "each inside the last": {
            String(repeating: "[^a]: ", count: 10_000) + String(repeating: "\n", count: 50_000) + "[^a]"
        },
        "one label": { "a[^a]\n\n" + String(repeating: "[^a]: [^a]\n", count: 10_000) },
        "a chain": { "a[^0]\n\n" + (0..<10_000).map { "[^\($0)]: b[^\($0 + 1)]\n" }.joined() },
    ]

    @Test("Hostile footnotes cost little", arguments: hostile.keys.sorted())
    func effort(name: String) throws {
        let make = try #require(Self.hostile[name])
        let text = make()
        let started = ContinuousClock.now
        let html = Markdown.story(text, words: Self.words)
        #expect(!html.isEmpty && !Markdown(text).plainText().isEmpty)
        #expect(ContinuousClock.now - started < .seconds(10))
    }
}
