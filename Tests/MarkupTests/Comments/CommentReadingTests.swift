import Testing

@testable import Markup

@Suite("No part of a comment is lost", .timeLimit(.minutes(1)))
struct CommentReadingTests {
    @Test(
        "Text that is not comment markup is shown as typed",
        arguments: [
            "[Mayor]: Nonsense", "[a]: https", "Yes.\n\n[Mayor]: Nonsense\n\nNo.", "![](q.jpg)",
            "![](https://example.org/q.jpg)", "![a](https://example.org/q.jpg)", "!\\[a](https://example.org)",
            "![a](q.jpg)", "***", "* * *", "---", "- - -", "___",
            "_ _ _", "****", "**", "*", "#", "# a", "## a ##", "a\n===", "a\n---", ">", "> >", "> -", ">\n>", "1.",
            "1)", "-", "+", "- -", "-\n-", "1.\n2.",
            "&#8203;", "&amp;", "&copy;", "&nbsp;", "AT&T", "<b>a</b>", "<!-- a -->", "<br>", "</p>", "`a`",
            "```\na\n```", "~~a~~", "|a|b|\n|-|-|",
            "[a]", "[a][b]", "[](https)", "[ ](https)", "[a](b)", "[a](<https>)", "[^1]", "- [x]", "2*3*4", "a*b*c",
            "2 * 3 * 4", "snake_case_name",
            "un*frigging*believable", "(2+3)*4*(5)", "a*b*.", "*.txt, *.md", "(*) a (*)", "(*)", "5* and 4*",
            "**kwargs, *args", "*a", "a*",
            "**a*", "*a**", "_a*", "\u{200B}*\u{200B}*", "*\u{200B}*", "**\u{AD}**", "> \u{200B}", "- \u{2060}",
            "[\u{200B}](x)", "*️⃣*️⃣", "*\u{301}a*",
            "这是*强调*的", "1984. A year", "1234567890. a", "007. a", "-5 degrees", "+1", "#1", "1.5", "\u{FEFF}# a",
            "a\u{2028}b", "____ word ____", "\\", "\\\\", "\\a",
            "a [b", "a ]( b", "[[[[", "]]]]", "](https)", "¯_(ツ)_/¯", "¯\\_(ツ)_/¯", ":-* *", "_", "__", "*_*", "**_**",
            "(a", "\"", "'", "&", "<", "*_* *-* _._ **!** *:)* *a", "_-_", "*…*",
        ])
    func shownAsTyped(_ text: String) {
        #expect(ShownComment(text).folded == text.folded)
        #expect(Markdown.excerpt(ofComment: text, limit: 100).folded == text.folded)
    }

    private static let words = [
        "word", "Ünïcode", "مرحبا", "שלום", "今日は", "ไทย", "한국", "😀", "❤️", "e\u{301}", "http", "www", "don’t", "a", "B",
        "1", "12", "1234", "amp;", "nbsp",
        "https://example.org/a_(b)", "http://a.b/c*d", "www.example.org", "[x](https://example.org/y)",
        "[x](https://a.b/(c)d)",
        "me@example.org", "&#8203;", "&copy;", "javascript:a",
    ]
    private static let marks = [
        "*", "**", "***", "_", "__", "[", "]", "](", "](https://a.b", ")", "(", "\\", "\\\\", ">", "> ", "- ", "+ ",
        "* ", "1. ", "2) ", "1.", "-", "#", "# ", "`",
        "```", "~", "|", "&", ";", "<", "</p>", "!", "![", "]: ", "://", ".", ",", "…", "。", "（", "）", "«", "”", "'",
        "\"", "=", "@", "^", "¯", "/",
        "\u{200B}", "\u{200D}", "\u{202E}", "\u{2067}", "\u{2069}", "\u{FEFF}", "\u{301}", "\u{FE0F}", "\u{AD}",
        "\u{A0}", "\u{3000}", "\u{2028}", "\u{3164}",
    ]
    private static let blanks = [
        " ", " ", " ", "  ", "\n", "\n", "\n\n", " \n", "\n ", "\n  ", "\n    ", "\t", "\n> ", "\n\n> ", "\n- ",
        "\n1. ", "\n2. ",
    ]

    /// Neither white space nor a character of the markup.
    private func isKept(_ scalar: Unicode.Scalar) -> Bool {
        !" \t\n*_[]()\\>-+.!".unicodeScalars.contains(scalar)
    }

    @Test("Every character that is not markup appears on the page, in order", arguments: 1...8)
    func randomText(seed: UInt64) {
        var random = SplitMix(state: seed)
        for round in 0..<3_000 {
            let rarity = 1 + round / 500
            let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
                let pieces =
                    switch Int.random(in: 0..<(2 + rarity), using: &random) {
                    case 0: Self.marks
                    case 1: Self.blanks
                    default: Self.words
                    }
                return pieces.randomElement(using: &random) ?? ""
            }.joined()
            expectNothingLost(text)
        }
    }

    private func expectNothingLost(_ text: String) {
        let typed = text.unicodeScalars.filter(isKept)
        let shown = ShownComment(text)
        let excerpt = CommentMarkup.words(of: text)
        guard shown.text.unicodeScalars.filter(isKept).elementsEqual(typed) else {
            Issue.record("\(text.debugDescription) is shown as \(shown.text.debugDescription)")
            return
        }
        #expect(shown.isNested, "\(text.debugDescription)")
        #expect(shown.addresses.allSatisfy { SafeURL($0) != nil }, "\(text.debugDescription)")
        // On the desk's pages, a link shows only its text.
        guard !text.contains("](") else { return }
        #expect(excerpt.unicodeScalars.filter(isKept).elementsEqual(typed), "\(text.debugDescription)")
    }

    @Test("A text with visible characters is shown with visible characters", arguments: 1...4)
    func neverEmpty(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces = Self.marks + Self.blanks
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let shown = ShownComment(text)
            let isVisible = { (text: String) in text.unicodeScalars.contains { Neighbour($0).isInk } }
            #expect(isVisible(shown.text) == isVisible(text), "\(text.debugDescription)")
            #expect(isVisible(CommentMarkup.words(of: text)) == isVisible(text), "\(text.debugDescription)")
        }
    }
}
