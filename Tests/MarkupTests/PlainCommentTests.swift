import Testing

@testable import Markup

@Suite("The short way for plain comments")
struct PlainCommentTests {
    /// Whether the short way was taken. Where it is, it leads exactly where the long way leads.
    @discardableResult
    private func takesShortWay(_ text: String) -> Bool {
        var short: [UInt8] = Array("before".utf8)
        guard PlainComment.write(text, to: &short) else {
            #expect(short == Array("before".utf8))
            return false
        }
        #expect(HTML(bytes: Array(short.dropFirst(6))) == Markdown.parsedComment(text), "\(text.debugDescription)")
        return true
    }

    @Test(
        "Sentences, lines and paragraphs take it",
        arguments: [
            "Yes.", "No, she said; why? (Nobody knows!) – it’s “new”: 'quoted' \"twice\"...",
            "It rose 3.5% to $1,000 - a record.",
            "One line\nand another\n\nand a paragraph.\n\n\nAnd one more.", "At 10:30, or 7pm; see below:", "R & D",
            "1,5 million people", "2013 was dry", "a > b", "^ this ^", "50% {off}", "Wow :) ;-)",
            "مرحبا بالعالم، كيف الحال؟", "今日は、世界！", "naïve café", "😀 👍🏽", "Tomorrow. Now. wow.", "a  b", "\u{A0}x\u{A0}",
            "/path/x",
            "$5", "\"Quoted\"", "'quoted'", "(round)", "!", "?", "a-b", "x = y", "1/2",
        ])
    func sentences(_ text: String) { #expect(takesShortWay(text)) }

    @Test(
        "What may mean something takes the long way",
        arguments: [
            "", "\n", "\nx", "x\n", " x", "x ", "x \ny", "x  \ny", "x\n y", "x\n    y", "\tx", "x\ty", "x\r\ny", "x\ry",
            "a\u{0}b", "x\n- y", "-", "x\n---", "x\n===", "x\n=", "+ x", "* x", "1. x", "1) x", "x\n1. y",
            "x\n12) y",
            "# x", "x\n# y", "x\n> y", "```", "x\n~~~\ny", "a\\b", "`a`", "_a_", "*a*", "[a](b)", "![a](b)",
            "[a]: b",
            "<b>", "a < b", "&amp;", "AT&T", "a &", "https://example.org", "see http://example.org/x.",
            "ftp://example.org",
            "www.example.org", "(www.example.org)", "WWW.example.org", "me@example.org", "mailto:me@example.org",
            "xmpp:me@example.org", "x\n \ny", "x\n\n    y", "| a |",
        ])
    func marks(_ text: String) { #expect(!takesShortWay(text)) }

    @Test(
        "Simple lists, quotations, emphasis and links take it",
        arguments: [
            "- x", "- a\n- b, c", "> x", "> a\n\n> b\n\nc", "a\n\n- b\n- c\n\n\nd\ne", "- a\n\n> b", "> a\n\n- b",
            "a *b* c", "a **b c** d", "a *b*c **d**, *e*", "- *a* **b**", "> a [b](https://example.org)",
            "See [the harbour](https://www.example.org/40-6/a_b~c.html). And so on.", "[a](http://example.org/)",
        ])
    func simpleMarks(_ text: String) { #expect(takesShortWay(text)) }

    @Test(
        "Marks that belong to something else take the long way",
        arguments: [
            "- a\n\n- b", "- a\nb", "- a\n  b", "- - a", "- 1. a", "-  a", "- \n", "- a\n---", "> a\nb", "> a\n> b",
            "> > a",
            "> ", "a *b**c* d", "a * b *", "a *b *c", "a*b*", "a ***b***", "a **b*", "a *b**", "a *b", "a *b. c*",
            "a *b\nc*",
            "![a](https://example.org)", "[a](https://example.org \"b\")", "[a](https://example.org/(b))", "[a](/b)",
            "[a](https:///b)", "[a]: https://example.org", "[a][b]", "[a] (https://example.org)",
            "[ a](https://example.org)",
            "[*a*](https://example.org)", "[a](https://b@example.org)", "[a](https://example.org",
        ])
    func otherMarks(_ text: String) { #expect(!takesShortWay(text)) }

    @Test("Both ways lead to the same place for whatever is put together from words, marks and line ends")
    func generated() {
        let words = [
            "word", "Ünïcode", "مرحبا", "今日は、", "😀", "wow", "www", "http", "don’t", "a", "1", "12345678901", "amp;",
        ]
        let marks = [
            ".", ",", ";", ":", "?", "!", "'", "\"", "(", ")", "-", "–", "…", "/", "//", "://", "&", "#", ">", "<", "=",
            "+", "*",
            "_", "`", "~", "[", "]", "\\", "|", "@", "^", "%", "$", "{", "}", ".com", "1.", "2)", "---", "===", "\t",
            "\u{A0}",
            " *", "* ", "**", "- ", "\n- ", "\n\n- ", "> ", "\n\n> ", " [a", "](https://a.org/b)", " *a* ", " **a**",
            "\u{FEFF}", "\u{85}", "\u{2028}", "\u{FFFE}", "\u{301}", "\u{0}", "\u{B}", "\r", "\u{7F}",
        ]
        let ends = ["\n", "\n\n", "\n\n\n", " \n", "  \n", "\n ", "\n    ", "\n \n", "\r\n"]
        var random = SplitMix(state: 7)
        var short = 0
        for round in 0..<60_000 {
            // Rich in marks at first, and then ever closer to what people write.
            let rarity = 1 + round / 5_000
            let text = (0..<Int.random(in: 1...16, using: &random)).map { _ in
                switch Int.random(in: 0..<(rarity * 4), using: &random) {
                case 0: marks.randomElement(using: &random) ?? ""
                case 1: ends.randomElement(using: &random) ?? ""
                case 2: ["\n", "\n\n", ", ", ". ", "! ", ": ", " - "].randomElement(using: &random) ?? ""
                default: (words.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
                }
            }.joined()
            if takesShortWay(text) { short += 1 }
        }
        #expect(short > 10_000)
    }
}
