import Foundation
import Testing

@testable import Markup

@Suite("Hostile text of a story", .timeLimit(.minutes(1)))
struct HostileStoryTests {
    private static let pieces = [
        "[^a]", "[^b]", "[^a]: ", "[^b]: ", "[^\"><b id=\"x\">]", "> ", "> [!FACTS] ", "[!FACTS]", "![", "[",
        "](picture:1)",
        "](picture:2)", "](javascript:x)", "](https://example.org)", "<https://example.org/>", "https://example.org/",
        "- ",
        "1. ", "\n", "\n\n", "    ", "| a | b |\n|---|---|\n", "|", "*", "**", "~~", "`", "a", "\"", "'", "\\", "<b>",
        "&amp;",
        "# ", "\r", "\r\n", "\u{0}", "é",
    ]
    private static let voids: Set<Substring> = ["br", "hr", "img"]

    private func story(_ text: String) -> String {
        let figure = StoryFigure(beginning: "<figure>\n<figcaption>", caption: "c", end: "</figcaption>\n</figure>\n")
        let additions = StoryAdditions(
            untitledBox: "Facts", figure: { $0 == 1 ? figure : nil },
            card: { $0.text.hasSuffix("/") ? "<div>card</div>\n" : nil })
        return Markdown.story(text, .of("en"), dateline: "PORT - ", additions: additions).string
    }

    /// The tags that are open where another one closes, or at the end.
    private func wronglyNested(_ html: String) -> [Substring] {
        var open: [Substring] = []
        for tag in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            if name.first != "/" {
                if !Self.voids.contains(name) { open.append(name) }
            } else if open.popLast() != name.dropFirst() {
                return open + [name]
            }
        }
        return open
    }

    private func values(of attribute: String, in html: String) -> [Substring] {
        html.split(separator: attribute + "=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    }

    @Test("Any combination of marks gives nested tags, identifiers that occur once, and links that lead somewhere")
    func combinations() {
        var random = SplitMix(state: 28)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...40, using: &random)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let html = story(text + "\n\n[^a]: b[^b]\n\n[^b]: ![c[^a]](picture:2)")
            let identifiers = values(of: " id", in: html)
            let links = values(of: " href", in: html)
            #expect(wronglyNested(html).isEmpty, "\(text)")
            #expect(Set(identifiers).count == identifiers.count, "\(text)")
            #expect(links.allSatisfy { $0.hasPrefix("https://") || identifiers.contains($0.dropFirst()) }, "\(text)")
            #expect(Markdown(text).plainText().utf8.count < 10_000)
        }
    }
}
