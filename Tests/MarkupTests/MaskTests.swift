import Foundation
import Testing

@testable import Markup

@Suite("Words that are shown when asked for", .timeLimit(.minutes(1)))
struct MaskTests {
    private let masks = WordMasks(["slur", "Kill you", "kill you all", "grün", "o'clock"])

    private func mask(_ word: String) -> String {
        "<label class=\"masked\"><input type=\"checkbox\" class=\"unseen\" autocomplete=\"off\">"
            + "<span class=\"mask\">masked</span><span class=\"word\">\(word)</span></label>"
    }

    private func comment(_ text: String) -> String { Markdown.comment(text).masked(by: masks, label: "masked").string }

    private func words(_ text: String) -> [String] {
        let html = HTML(text: text).bytes
        return html.withUnsafeBufferPointer { html in
            masks.places(in: html).map { String(decoding: html[$0], as: UTF8.self) }
        }
    }

    @Test(
        "Whole words match, whatever their case and accents are",
        arguments: [
            ("a slur, b", ["slur"]), ("SLUR Slür slu\u{301}r", ["SLUR", "Slür", "slu\u{301}r"]), ("slurs aslur", []),
            ("slur_slur-slur", ["slur", "slur", "slur"]), ("s\u{AD}l\u{200B}ur", ["s\u{AD}l\u{200B}ur"]),
            ("ＳＬＵＲ", ["ＳＬＵＲ"]), ("GRUN grün", ["GRUN", "grün"]), ("slur1 1slur", []), ("", []),
            ("five o'clock", ["o&#39;clock"]), ("s.l.u.r", []),
        ])
    func matching(text: String, found: [String]) { #expect(words(text) == found) }

    @Test(
        "The words of a phrase follow one another in one sentence; the longest phrase counts",
        arguments: [
            ("I kill you", ["kill you"]), ("kill\nyou", ["kill\nyou"]), ("kill, you", ["kill, you"]),
            ("kill you all", ["kill you all"]), ("kill you kill you", ["kill you", "kill you"]),
            ("kill. You", []), ("kill", []), ("kill him, you", []),
        ])
    func phrases(text: String, found: [String]) { #expect(words(text) == found) }

    @Test("A mask shows its word without a script")
    func markup() {
        #expect(comment("A slur.") == "<p dir=\"auto\">A \(mask("slur")).</p>\n")
        #expect(comment("Nothing <here> & there") == Markdown.comment("Nothing <here> & there").string)
        let plain = HTML(text: "slur")
        #expect(plain.masked(by: .none, label: "masked") == plain && WordMasks.none.isEmpty && !masks.isEmpty)
        #expect(plain.masked(by: masks, label: "<b>").string.contains("<span class=\"mask\">&lt;b&gt;</span>"))
    }

    @Test("Emphasis and line breaks do not hide a phrase; a new paragraph ends it")
    func emphasis() {
        #expect(comment("kill *you*").contains("\(mask("kill")) <em>\(mask("you"))</em>"))
        #expect(comment("kill\nyou").contains("\(mask("kill"))<br>\n\(mask("you"))"))
        #expect(!comment("kill\n\nyou").contains("masked"))
        #expect(comment("**slur**") == "<p dir=\"auto\"><strong>\(mask("slur"))</strong></p>\n")
    }

    @Test("A link holds no control: its words are shown behind it, and its address stays as it is")
    func links() {
        let html = comment("[a slur](https://slur.example/)")
        #expect(html.contains("href=\"https://slur.example/\""))
        #expect(html.contains("a <span class=\"mask\">masked</span></a>\(mask("slur"))"))
    }

    @Test("A setting may name plain words and short phrases only")
    func accepted() {
        for phrase in ["slur", "kill you", "grün", "o'clock", "well-known", "卑語"] { #expect(WordMasks.accepts(phrase)) }
        for phrase in ["", " ", "f***", "a,b", "<b>", "a b c d e f g h i", String(repeating: "a", count: 65)] {
            #expect(!WordMasks.accepts(phrase), "\(phrase)")
        }
    }

    @Test(
        "A text 16 times as long takes about 16 times as long",
        arguments: [
            "kill ", "kill you ", "a", "slur", "é", "e\u{301}", "<a>", "&", "*kill* ", "\u{AD}", "[slur](http://a) ",
        ])
    func effort(pattern: String) {
        func time(_ length: Int) -> Duration {
            let html = Markdown.comment(String(repeating: pattern, count: max(1, length / pattern.utf8.count)))
            return (0..<3).map { _ in
                ContinuousClock().measure { _ = html.masked(by: masks, label: "masked") }
            }.min() ?? .zero
        }
        let (short, long) = (time(4_000), time(64_000))
        #expect(long < short * 80 + .milliseconds(50), "\(pattern): \(short) and \(long)")
    }
}
