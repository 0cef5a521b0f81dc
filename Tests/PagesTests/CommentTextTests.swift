import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Accepted comments are visible", .timeLimit(.minutes(1)))
struct CommentTextTests {
    private static let pieces = [
        "*", "**", "_", "[", "](https://example.org)", "![](https://example.org/q.jpg)", "[a]: b", "> ", ">", "- ",
        "1. ", "1.", "#", "---", "```", "\\",
        "&#8203;", "&nbsp;", "<br>", "<!-- -->", " ", "\n", "\n\n", "    ", "\t", "\u{200B}", "\u{200D}", "\u{202E}",
        "\u{2060}", "\u{FEFF}",
        "\u{AD}", "\u{301}", "\u{FE0F}", "\u{3164}", "\u{2800}", "\u{A0}", "\u{3000}", "\u{2028}", "a", "中",
    ]

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 32)
        }
    }

    @Test("Any combination of characters is either refused or visible to readers and at the desk")
    func visible() throws {
        var random = Numbers(state: 1)
        var (taken, refused) = (0, 0)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }.joined()
            switch Result(catching: { () throws(Refusal) in
                try CommentDraft(name: "a name", text: text, email: nil, parent: nil, storyVersion: 1)
            }) {
            case .success(let draft):
                let shown = words(of: Markdown.comment(draft.text).string)
                #expect(!shown.hasNothingVisible, "\(text.debugDescription)")
                let excerpt = Markdown.excerpt(ofComment: draft.text, limit: 240)
                #expect(!excerpt.hasNothingVisible, "\(text.debugDescription)")
                taken += 1
            case .failure(let refusal):
                #expect(refusal.field == "text")
                refused += 1
            }
        }
        #expect(taken > 1_000 && refused > 100)
    }

    /// The text outside tags.
    private func words(of html: String) -> String {
        var words = String.UnicodeScalarView()
        var isInTag = false
        for scalar in html.unicodeScalars {
            if scalar == "<" { isInTag = true }
            if !isInTag { words.append(scalar) }
            if scalar == ">" { isInTag = false }
        }
        return String(words)
    }
}
