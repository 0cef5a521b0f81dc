import Markup
import Newsroom
import Testing

@testable import Wire

@Suite("Markup of other agencies", .timeLimit(.minutes(1)))
struct MarkupTests {
    private func body(_ xhtml: String) -> String? {
        WireTests.read(Documents.story(body: "<p>Intro.</p>" + xhtml)).stories.first?.body
            .replacing("Intro.\n\n", with: "")
    }

    @Test(
        "Raised and lowered text, fractions, quotations and deletions keep their meaning",
        arguments: [
            ("<p>10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O</p>", "10⁶ m² H₂O"),
            ("<p>x<sup>−1</sup>, 10<sup>n+1</sup></p>", "x⁻¹, 10ⁿ⁺¹"),
            ("<p>the 5<sup>th</sup> Brand<sup>TM</sup></p>", "the 5th Brand™"),
            ("<p>10<sup>2x</sup></p>", "10^(2x)"),
            ("<p>as shown<sup>[12]</sup></p>", "as shown\\[¹²\\]"),
            ("<p>She said <q>Rain <q>fell</q> here</q>.</p>", "She said \"Rain 'fell' here\"."),
            ("<p><q>“Rain”</q></p>", "“Rain”"),
            ("<p>\"It is <q>wet</q>,\" she said.</p>", "\"It is 'wet',\" she said."),
            ("<p>Cost <del>4</del> <ins>5</ins> euros</p>", "Cost ~~4~~ 5 euros"),
            ("<p>a<s>“b”</s>c</p>", "a ~~“b”~~ c"),
            ("<p><del>see <a href=\"https://a.example\">b</a></del> now</p>", "~~see b~~ now"),
            ("<P>Rain <EM>fell</EM></P>", "Rain *fell*"),
        ])
    func inline(xhtml: String, markdown: String) { #expect(body(xhtml) == markdown) }

    @Test("The fractions of NITF become one character, or stay apart from the whole number")
    func fractions() {
        func frac(_ a: String, _ b: String) -> String {
            "<frac><frac-num>\(a)</frac-num><frac-sep/><frac-den>\(b)</frac-den></frac>"
        }
        let nitf = """
            <inlineXML><nitf xmlns="\(StoryBody.nitf)"><body><body.content>
            <p>3\(frac("1", "2")) and <num>2 \(frac("7", "16"))</num>, \(frac("11", "12"))1\(frac("5", "32"))</p>
            </body.content></body></nitf></inlineXML>
            """
        #expect(WireTests.read(Documents.story(contentSet: nitf)).stories.first?.body == "3½ and 2 7/16, 11/121 5/32")
    }

    @Test("Lists keep their numbers and stay apart")
    func lists() {
        #expect(body("<ol start=\"7\"><li>A</li><li>B</li></ol>") == "7. A\n8. B")
        #expect(body("<ol reversed=\"\"><li>A</li><li>B</li></ol>") == "2\\. A\n\n1\\. B")
        #expect(body("<ol reversed=\"\" start=\"5\"><li>A</li><li>B</li></ol>") == "5\\. A\n\n4\\. B")
        #expect(body("<ol><li value=\"3\">A</li><li>B</li><li value=\"9\">C</li></ol>") == "3\\. A\n\n4\\. B\n\n9\\. C")
        #expect(body("<ol type=\"a\"><li>A</li><li><p>B</p><p>C</p></li></ol>") == "a. A\n\nb. B\n\nC")
        #expect(body("<ol type=\"I\" start=\"9\"><li>A</li></ol>") == "IX. A")
        #expect(body("<ul><li>A</li></ul><ul><li>B</li></ul><ul><li>C</li></ul>") == "- A\n\n* B\n\n- C")
        #expect(body("<ol><li>A</li></ol><ol><li>B</li></ol>") == "1. A\n\n1) B")
        #expect(body("<ul><li>A</li></ul><p>x</p><ul><li>B</li></ul>") == "- A\n\nx\n\n- B")
        #expect(Markdown.story(body("<ul><li>A</li></ul><ul><li>B</li></ul>") ?? "").string.contains("</ul>\n<ul>"))
        #expect(body("<ol start=\"99999999999999999999\"><li>A</li></ol>") == "1. A")
        #expect(body("<ol start=\"-2\"><li>A</li></ol>") == "-2\\. A".replacing("-2\\.", with: "-2."))
    }

    @Test("A list of definitions pairs each term with its text")
    func definitions() {
        #expect(
            body("<dl><dt>Porto</dt><dd>A city.</dd><dt>Douro:</dt><dd>A river.</dd><dd><p>Long.</p></dd></dl>")
                == "- **Porto**: A city.\n\n- **Douro:** A river.\n\n  Long.")
        #expect(body("<dl><div><dt>A</dt><dt>B</dt><dd>C</dd></div><dd>D</dd></dl>") == "- **A, B**: C\n\n  D")
    }

    @Test("Tables keep their rows, columns, headings and wide cells")
    func tables() {
        #expect(
            body(
                "<table><thead><tr><th>Team</th><th>Pts</th></tr></thead><tbody><tr><th>A|B</th><td><p>1</p><p>2</p></td></tr>"
                    + "</tbody></table>") == "| Team | Pts |\n| --- | --- |\n| **A\\|B** | 1 2 |")
        #expect(
            body(
                "<table><caption>Results</caption><tr><td colspan=\"2\">A</td></tr><tr><td>B</td><td>C</td></tr></table>"
            )
                == "Results\n\n|  |  |\n| --- | --- |\n| A |  |\n| B | C |")
        #expect(
            body(
                "<table><tr><td rowspan=\"2\">A</td><td>B</td></tr><tr><td>C</td></tr><tr><td>D</td><td>E</td></tr></table>"
            ) == "|  |  |\n| --- | --- |\n| A | B |\n|  | C |\n| D | E |")
    }

    @Test("A table that only arranges text is read as text")
    func layoutTables() {
        #expect(body("<table><tr><td>A</td><td>B</td></tr></table>") == "A\n\nB")
        #expect(body("<table><tr><td>A</td></tr><tr><td>B</td></tr></table>") == "A\n\nB")
        #expect(
            body("<table><tr><td><ul><li>A</li></ul></td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>")
                == "|  |  |\n| --- | --- |\n| A | B |\n| C | D |")
        let inner = "<table><tr><td>A</td><td>B</td></tr></table>"
        #expect(body("<table><tr><td>\(inner)</td><td>C</td></tr><tr><td>D</td></tr></table>") == "A\n\nB\n\nC\n\nD")
        let wide = String(repeating: "<td>x</td>", count: Table.mostColumns + 1)
        #expect(body("<table><tr>\(wide)</tr><tr>\(wide)</tr></table>")?.contains("|") == false)
        let spans = "<td colspan=\"1000\" rowspan=\"1000\">A</td><td>B</td>"
        #expect((body("<table><tr>\(spans)</tr><tr>\(spans)</tr></table>")?.utf8.count ?? 0) < 1_000)
    }

    @Test("Verse keeps its lines and stanzas, and columns keep their spaces")
    func preformatted() {
        #expect(
            body("<pre>\nRoses are red,\n  violets too.\n\nSecond verse.\n</pre>")
                == "Roses are red,\\\n\u{A0}\u{A0}violets too.\n\nSecond verse.")
        #expect(body("<p class=\"verse\">One\nTwo</p>") == "One\\\nTwo")
        #expect(body("<pre>  A   1\n  B   2\n  CC  3\n</pre>") == "```\nA   1\nB   2\nCC  3\n```")
        #expect(
            body("<p>\nAthletic     2\nOlympic      1\nRovers       0\n</p>")?.hasPrefix("```\nAthletic     2") == true)
        #expect(body("<pre>a  ```\nb  c\nd  e</pre>") == "````\na  ```\nb  c\nd  e\n````")
        #expect(
            body("<p>A paragraph\n   that an editor\n   has wrapped.</p>") == "A paragraph that an editor has wrapped.")
    }

    @Test("Sections stand apart, unless a heading separates them")
    func sections() {
        #expect(body("<section><p>Aa</p></section><section><p>Bb</p></section>") == "---\n\nAa\n\n---\n\nBb")
        #expect(body("<section><h2>A</h2><p>B</p></section>") == "## A\n\nB")
        #expect(body("<p>A</p><p>_____</p><p>B</p>") == "A\n\n---\n\nB")
    }

    @Test("A picture inside the text is left out with its caption, and the import says so")
    func figures() {
        let document = WireTests.read(
            Documents.story(
                body:
                    "<p>A</p>\n<figure><img src=\"a.jpg\" alt=\"\"/><figcaption>Rain. Photo: Wire</figcaption></figure><p>B</p>"
            ))
        #expect(document.stories.first?.body == "A\n\nB")
        #expect(document.assumptions.map(\.line) == [5])
        let inList = "<ul><li>A <img src=\"a.jpg\"/></li></ul><img width=\"1\" src=\"b\"/>"
        #expect(WireTests.read(Documents.story(body: inList)).assumptions.count == 1)
        let nested = String(repeating: "<figure>", count: 90) + "x" + String(repeating: "</figure>", count: 90)
        #expect(body(nested) == "x")
        #expect(
            body("<figure><blockquote><p>A</p></blockquote><figcaption>From B</figcaption></figure>") == "> A\n\nFrom B"
        )
    }
}
