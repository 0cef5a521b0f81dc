import Foundation
import Testing

@testable import Markup

@Suite("Markdown", .timeLimit(.minutes(1)))
struct MarkdownTests {
    @Test("A comment may contain paragraphs, emphasis, quotations, lists and links")
    func subset() {
        let html = Markdown.comment(
            "One *two* **three**\nfour\n\n> said\n\n- a\n- b\n\n[x](https://example.org/?a=1&b=2)")
        #expect(
            html.string == """
                <p dir="auto">One <em>two</em> <strong>three</strong><br>
                four</p>
                <blockquote>
                <p dir="auto">said</p>
                </blockquote>
                <ul>
                <li><p dir="auto">a</p>
                </li>
                <li><p dir="auto">b</p>
                </li>
                </ul>
                <p dir="auto"><a href="https://example.org/?a=1&amp;b=2" rel="ugc nofollow noopener">x</a></p>

                """)
    }

    @Test(
        "A comment never contains active content",
        arguments: [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
            "![a](https://example.org/x.png)", "<a href='javascript:x'>y</a>", "[a](data:text/html;base64,xx)",
            "[a](<java\nscript:x>)", "```html\n<script>x</script>\n```", "<!-- -->", "<https://x@y:z>",
        ])
    func hostile(_ text: String) {
        let html = Markdown.comment(text).string
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("href=\"java"))
        #expect(!html.contains("href=\"data") && !html.contains("<!--") && !html.contains("onerror=\""))
    }

    @Test("A bare web address becomes a link, and an e-mail address does not")
    func bareAddresses() {
        let html = Markdown.comment("See https://example.org/a_b and me@example.org").string
        #expect(html.contains("<a href=\"https://example.org/a_b\""))
        #expect(!html.contains("mailto"))
    }

    @Test("Deep nesting is limited without losing words")
    func depth() {
        let html = Markdown.comment(String(repeating: ">", count: 4_000) + " deep").string
        #expect(html.contains("deep"))
        #expect(html.components(separatedBy: "<blockquote>").count == 7)
        #expect(html.components(separatedBy: "</blockquote>").count == 7)
    }

    @Test("A story may contain crossheads and horizontal rules, and raw HTML stays text")
    func story() {
        let html = Markdown.story("One\n\n## TWO\n\n---\n\n<b>three</b>").string
        #expect(html == "<p>One</p>\n<h2 class=\"crosshead\">TWO</h2>\n<hr>\n<p>&lt;b&gt;three&lt;/b&gt;</p>\n")
    }

    @Test("The opening is the first paragraph, cut after a whole word")
    func opening() {
        let text = Markdown("## HEAD\n\nThe *first* paragraph\nhere.\n\nThe second.")
        #expect(text.opening(limit: 100) == "The first paragraph here.")
        #expect(text.opening(limit: 12) == "The first…")
    }
}
