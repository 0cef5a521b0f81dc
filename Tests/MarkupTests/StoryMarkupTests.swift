import Foundation
import Testing

@testable import Markup

/// Tables, struck text, columns and lists in the body of a story.
@Suite("The structure of a story", .timeLimit(.minutes(1)))
struct StoryMarkupTests {
    private static let words = SpokenWords(table: { "Table \($0)" }, struck: "struck through:")

    private func story(_ text: String) -> String { Markdown.story(text, words: Self.words).string }

    @Test("A table has headings, alignments and a frame that scrolls")
    func table() {
        #expect(
            story(
                "| Team | Won | Note |\n|:---|---:|:-:|\n| *East* | 3 | [x](https://example.org) |\n| A \\| B | 10 |")
                    == """
                    <div class="table" role="region" tabindex="0" aria-label="Table 1">
                    <table>
                    <thead>
                    <tr><th scope="col">Team</th><th scope="col" class="end">Won</th>\
                    <th scope="col" class="center">Note</th></tr>
                    </thead>
                    <tbody>
                    <tr><td><em>East</em></td><td class="end">3</td>\
                    <td class="center"><a href="https://example.org">x</a></td></tr>
                    <tr><td>A | B</td><td class="end">10</td><td class="center"></td></tr>
                    </tbody>
                    </table>
                    </div>

                    """)
    }

    @Test("A table without headings has no head, and an empty heading is an ordinary cell")
    func headings() {
        let bare = story("|  |  |\n|---|---|\n| a | b |")
        #expect(!bare.contains("<thead>") && bare.contains("<table>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>"))
        #expect(story("|  | Won |\n|---|---|\n| a | b |").contains("<tr><td></td><th scope=\"col\">Won</th></tr>"))
    }

    @Test("Each table and each block of columns has its own name")
    func names() {
        let html = story("| a |\n|---|\n| b |\n\n```\na  b\n```\n\n| c |\n|---|\n")
        #expect((1...3).allSatisfy { html.contains("aria-label=\"Table \($0)\"") })
    }

    @Test("A table in a quotation or in a list stays inside it")
    func nested() {
        #expect(story("> | a |\n> |---|\n> | b |").hasPrefix("<blockquote>\n<div class=\"table\""))
        let deep = story(String(repeating: "> ", count: 40) + "| a |\n" + String(repeating: "> ", count: 40) + "|---|")
        #expect(deep.contains("<th scope=\"col\">a</th>") && deep.components(separatedBy: "<blockquote>").count == 7)
    }

    @Test("Blocks inside a cell are text")
    func cells() {
        let html = story("| # a | - b | > c | <b>d</b> |\n|---|---|---|---|")
        #expect(html.contains("<th scope=\"col\"># a</th>") && html.contains("&lt;b&gt;d&lt;/b&gt;"))
    }

    @Test("A text with too large a table is shown without tables", .timeLimit(.minutes(1)))
    func bounds() {
        func grid(_ columns: Int, _ rows: Int) -> String {
            let row = String(repeating: "|a", count: columns) + "|\n"
            return row + String(repeating: "|-", count: columns) + "|\n" + String(repeating: row, count: rows)
        }
        #expect(story(grid(90, 400)).contains("<table>") && !story(grid(100, 1)).contains("<table>"))
        #expect(!story(grid(50, 1_000)).contains("<table>") && story(grid(50, 1_000)).contains("|a|a|a"))
        // Each line could be the second line of a table, so the parser would read all lines above it again.
        let started = ContinuousClock.now
        #expect(!story(String(repeating: "a|b\n:-\n", count: 20_000)).contains("<table>"))
        #expect(ContinuousClock.now - started < .seconds(10))
    }

    @Test("Rows of dashes and numbers are not too much for a table")
    func ordinary() {
        let rows = String(repeating: "| - | - | -5 | 10 - 12 |\n", count: 60)
        #expect(story("| a | b | c | d |\n|---|---|---|---|\n" + rows).contains("<table>"))
    }

    @Test("Struck text is announced, and single tildes are text")
    func struck() {
        #expect(
            story("On ~~*Monday*~~ Tuesday, ~5 km to ~6 km.")
                == "<p>On <del><span class=\"unseen\">struck through: </span><em>Monday</em></del> Tuesday, "
                + "~5 km to ~6 km.</p>\n")
    }

    @Test("Many texts can be read at the same time")
    func simultaneous() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<2_000 {
                group.addTask {
                    number.isMultiple(of: 2)
                        ? Markdown.story("a ~~b~~ c").string.contains("<del>")
                        : Markdown.story("~*a* | b").string == "<p>~<em>a</em> | b</p>\n"
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("A code block keeps its spaces and scrolls")
    func columns() {
        let expected = """
            <pre class="columns" role="region" tabindex="0" aria-label="Table 1">
            East    3
              &lt;b&gt;   *4*
            </pre>

            """.replacing("\n</pre>", with: "</pre>")
        #expect(story("```\nEast    3\n  <b>   *4*\n```") == expected)
        #expect(story("    East    3\n      <b>   *4*\n") == expected)
        #expect(story("```\n\n```") == "")
    }

    @Test("The dateline opens the first paragraph after a table")
    func dateline() {
        let html = Markdown.story("| a |\n|---|\n\nOne.", dateline: "PORT - ").string
        #expect(html.hasSuffix("<p>PORT - One.</p>\n"))
    }

    @Test("Two lists with different marks stay two lists, and a list keeps its first number")
    func lists() {
        #expect(story("- a\n\n* b\n").components(separatedBy: "<ul>").count == 3)
        #expect(story("1. a\n\n1) b\n").components(separatedBy: "<ol>").count == 3)
        #expect(story("7. a\n8. b\n").hasPrefix("<ol start=\"7\">"))
    }
}
