import Testing

@testable import Markup

@Suite("The typography of a story", .timeLimit(.minutes(1)))
struct TypesetStoryTests {
    private func story(_ text: String, _ tag: String = "en-GB") -> String {
        Markdown.story(text, .of(tag)).string
    }

    @Test(
        "Marks are paired across emphasis, links and lines",
        arguments: [
            ("\"*Rain*,\" he said", "<p>“<em>Rain</em>,” he said</p>\n"),
            ("*\"Rain,\"* he said", "<p><em>“Rain,”</em> he said</p>\n"),
            ("**it**'s", "<p><strong>it</strong>’s</p>\n"),
            ("\"[It's](https://example.org/a'b)\"", "<p>“<a href=\"https://example.org/a&#39;b\">It’s</a>”</p>\n"),
            ("\"One\nTwo\" -\nthree", "<p>“One\nTwo” –\nthree</p>\n"),
            ("*b*--*c* - d", "<p><em>b</em> – <em>c</em> – d</p>\n"),
            ("\"One.\n\n\"Two.\"", "<p>“One.</p>\n<p>“Two.”</p>\n"),
            ("\"`it's - \"x\"`\" - y", "<p>“<code>it&#39;s - &quot;x&quot;</code>” – y</p>\n"),
            ("## It's\n\n- \"a\"", "<h2 class=\"crosshead\">It’s</h2>\n<ul>\n<li><p>“a”</p>\n</li>\n</ul>\n"),
            (
                "```\nit's - x\n```",
                "<pre class=\"columns\" role=\"region\" tabindex=\"0\" aria-label=\"1\">\nit&#39;s - x</pre>\n"
            ),
            ("a\\\n\\- b", "<p>a<br>\n- b</p>\n"),
            ("<b class=\"x\">it's", "<p>&lt;b class=&quot;x&quot;&gt;it’s</p>\n"),
            ("~~\"a\"~~ - b", "<p><del>“a”</del> – b</p>\n"),
        ])
    func pieces(text: String, expected: String) { #expect(story(text) == expected) }

    @Test("Each cell of a table is a paragraph")
    func cells() {
        let html = story("| \"a | b\" | - |\n|---|---|---|\n| it's | 1 - 2 | x - y |")
        #expect(html.contains(">“a</th>") && html.contains(">b”</th>") && html.contains(">-</th>"))
        #expect(html.contains("<td>it’s</td><td>1 - 2</td><td>x – y</td>"))
    }

    @Test("A story without a language is shown as it was sent")
    func asSent() { #expect(Markdown.story("it's - x").string == "<p>it&#39;s - x</p>\n") }
}
