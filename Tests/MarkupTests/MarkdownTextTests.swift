import Foundation
import Markup
import Testing

@Suite("Text written as Markdown", .timeLimit(.minutes(1)))
struct MarkdownTextTests {
    /// The text that is shown, with white space folded.
    private func shown(_ markdown: String) -> String { Markdown(markdown).plainText().folded }

    @Test(
        "Text that looks like markup is shown as it is",
        arguments: [
            "<b>bold</b>", "<script>alert(1)</script>", "</p>", "<!-- x -->", "<?php ?>", "<![CDATA[x]]>", "<http://x>",
            "1. x", "12) x", "123456789. x", "1.", "# x", "###### x", "#", "- x", "+ x", "* x", "-", "*", "***",
            "* * *", "---",
            "- - -", "___", "_ _ _", "> quoted", ">x", "```", "``` swift", "~~~", "~~~~ x", "`code`", "**b**", "_i_",
            "__b__", "~~s~~", "a*b*c", "[a](javascript:x)", "![a](http://x/y.png)", "[a]: http://x", "[^1]",
            "- [ ] task",
            "&amp;", "&#38;", "&#x26;", "&copy;", "&", "a & b", "AT&T", "\\", "\\*", "\\\\", "a\\", "text\n===",
            "text\n---",
            "text\n-", "text\n= =", "a | b\n--- | ---", "a\n:-:", "|a|\n|-|", "    code", "\tcode", "a\n    b",
            "a  \nb", "a\\\nb",
            "snake_case_name", "2 * 3 * 4", "a < b > c", "x <y z> w", "http://example.com/a_b_c?d=e&f=g",
            "www.example.com",
            "~a~", "~", "a~~b~~", "~~\n~~",
            "«quoted»", "مرحبا *بالعالم*", "\u{202E}abc", "a\u{200B}*b*", ">\u{301} x", "#\u{301} x", "\u{A0}# x",
            "#\thello", "1.\tx", "-\tx", "a\r\n# b", "a\r# b", "<", "a<", "!", "![", "]", "((((", "😀*😀*", "*\u{A0}x*",
        ])
    func shownLiterally(_ text: String) {
        let escaped = MarkdownText.escape(text)
        #expect(shown(escaped) == text.folded)
        let html = Markdown.story(escaped).string
        for tag in [
            "<h", "<li", "<em", "<strong", "<a ", "<code", "<hr", "<blockquote", "<script", "<table", "<del", "<pre",
        ] {
            #expect(!html.contains(tag))
        }
    }

    @Test("Text after a byte order mark is escaped too")
    func byteOrderMark() {
        #expect(MarkdownText.escape("\u{FEFF} # x") == "\\# x")
    }

    @Test("Ordinary prose is not escaped")
    func readable() {
        for text in [
            "It rose 3.5% to $1,000 - a record.", "\"Yes,\" he said; 'no'!",
            "See http://example.com/a_b?c=d&e=f (today).",
            "AT&T & Co.", "#hashtag", "-5 degrees", "2 * 3", "a < b", "snake_case", "1.5 million", "+44 20 7946 0000",
            "~5 km",
        ] {
            #expect(MarkdownText.escape(text) == text)
        }
    }

    @Test("Any combination of markup characters is shown as it is")
    func anyMarks() {
        for text in Self.anyTexts(20_000, of: Self.pieces) {
            let html = Markdown.story(MarkdownText.escape(text)).string
            #expect(shown(MarkdownText.escape(text)) == text.folded, "\(text.debugDescription)")
            #expect(
                html.utf8.count { $0 == UInt8(ascii: "<") } == (text.folded.isEmpty ? 0 : 2), "\(text.debugDescription)"
            )
        }
    }

    @Test("Any lines of bars, hyphens, colons and tildes are shown as they are")
    func anyDelimiters() {
        for text in Self.anyTexts(6_000, of: ["|", "-", ":", "~", "\n", " ", "\u{0B}", "a", "| a |\n", "|-|"]) {
            let html = Markdown.story(MarkdownText.escape(text)).string
            let isSame = Self.words(of: shown(MarkdownText.escape(text))) == Self.words(of: text)
            #expect(isSame, "\(text.debugDescription)")
            #expect(!html.contains("<table") && !html.contains("<del"), "\(text.debugDescription)")
        }
    }

    @Test("Any text in the cells of a table is shown as it is")
    func anyCells() {
        for text in Self.anyTexts(6_000, of: Self.pieces) {
            let cell = MarkdownText.cell(MarkdownText.escapeInside(text))
            let lines = Markdown("| head | \(cell) |\n| --- | --- |\n| \(cell) | end |").plainText()
                .split(separator: "\n").map { String($0).folded }
            #expect(lines == ["head | \(text)".folded, "\(text) | end".folded], "\(text.debugDescription)")
        }
    }

    @Test("Any text is shown as it is between two other texts, struck or not")
    func anyJoined() {
        for text in Self.anyTexts(6_000, of: ["~", "|", "\\", "a", " ", "*", "-"]) {
            let parts = ["a~", text, "~b"].map(MarkdownText.escapeInside)
            #expect(
                shown(MarkdownText.lines(parts.joined())) == "a~\(text)~b".folded, "\(text.debugDescription)")
            let struck = "a ~~.\(parts[1]).~~ b"
            #expect(shown(struck) == "a ~~.\(text).~~ b".folded, "\(text.debugDescription)")
            #expect(Markdown.story(struck).string.contains("<del>"), "\(text.debugDescription)")
        }
    }

    private static let pieces = [
        "*", "_", "`", "~", "#", "-", "+", "=", ">", "<", "!", "[", "]", "(", ")", "\\", "&", ";", "|", ":", ".", "1",
        "a", " ", "\n", "\t", "\"", "amp", "http://", "é", "\u{301}",
    ]

    private static func words(of text: String) -> [String] {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    }

    /// Texts of up to 12 random pieces.
    private static func anyTexts(_ count: Int, of pieces: [String]) -> some Sequence<String> {
        var random = SplitMix(state: 1)
        return (0..<count).lazy.map { _ in
            (0..<(1 + Int(random.next() % 12))).map { _ in
                pieces[Int(random.next() % UInt64(pieces.count))]
            }.joined()
        }
    }
}

@Suite("Excerpts", .timeLimit(.minutes(1)))
struct ExcerptTests {
    @Test(
        "An excerpt is the whole text or is cut at a word",
        arguments: [
            ("Short.", "Short."), ("", ""), ("*Loud* and **clear**", "Loud and clear"),
            ("Twenty letters and more", "Twenty letters and…"), ("Exactly twenty chars", "Exactly twenty chars"),
            ("Unbrokenwordsaregivenawholelook", "Unbrokenwordsaregive…"),
            ("éééééééééééééééééééé", "éééééééééééééééééééé"),
            ("👍🏽👍🏽👍🏽 👍🏽", "👍🏽👍🏽👍🏽 👍🏽"),
        ])
    func excerpt(text: String, expected: String) {
        #expect(Markdown.excerpt(ofComment: text, limit: 20).trimmingNewlines == expected)
    }
}

extension String {
    fileprivate var trimmingNewlines: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}
