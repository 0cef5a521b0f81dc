import Foundation
import Testing

@testable import Newsroom

@Suite("Random words in random disguise", .timeLimit(.minutes(5)))
struct PhrasePropertyTests {
    private static let words = [
        "bad", "idiot", "scoundrel", "собака", "сволочь", "μαλακας", "كلب", "כלב", "हरामी", "바보", "go home",
        "you old goat",
    ]
    private static let marks = [
        "\u{301}", "\u{308}\u{323}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{2060}", "",
    ]
    private static let separators = [".", "-", "*", "_", "·", "**", ""]

    private static let blanks = ["  ", " — ", "\n", ", "]

    /// The word with marks on its letters and separators between them. The last letter gets no mark, because an
    /// invisible one behind it is not part of the word.
    private func disguised(_ word: String, _ random: inout SplitMix) -> String {
        let isSpaced = Bool.random(using: &random)
        return word.split(separator: " ").map { word in
            var text = ""
            for (number, letter) in word.enumerated() {
                let isLast = number == word.count - 1
                text += Bool.random(using: &random) ? letter.uppercased() : String(letter)
                if !isLast { text += Self.marks.randomElement(using: &random) ?? "" }
                if !isLast { text += isSpaced ? " " : Self.separators.randomElement(using: &random) ?? "" }
            }
            return text
        }.reduce("") { $0.isEmpty ? $1 : $0 + (Self.blanks.randomElement(using: &random) ?? " ") + $1 }
    }

    @Test("A word is found with separators, marks and capitals in it, and its place is the whole", arguments: words)
    func disguise(word: String) throws {
        var random = SplitMix(state: 7)
        let matcher = try PhraseMatcher([PhraseList([Phrase(word)])])
        for _ in 0..<300 {
            let text = disguised(word, &random)
            let (before, behind) = (
                ["", "So ", "> ", "("].randomElement(using: &random) ?? "",
                [" so", "", ".", ")"].randomElement(using: &random) ?? ""
            )
            let found = matcher.matches(in: before + text + behind)
            let start = before.utf8.count
            #expect(found.places == [start..<start + text.utf8.count], "\(before + text + behind)")
        }
    }

    @Test("A word passes if letters surround it", arguments: words)
    func embedded(word: String) throws {
        var random = SplitMix(state: 8)
        let matcher = try PhraseMatcher([PhraseList([Phrase(word)])])
        let letters = Array("zqxжλنנप")
        for _ in 0..<300 {
            let piece = { (random: inout SplitMix) in
                String(
                    (0..<Int.random(in: 1...4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "z"
                    })
            }
            let (before, behind) = (piece(&random), piece(&random))
            for text in [before + word + behind, before + word, word + behind] {
                #expect(matcher.matches(in: text).isEmpty, "\(text)")
            }
        }
    }

    @Test("Random texts give places in order that lie in the text and split no character")
    func noise() throws {
        var random = SplitMix(state: 9)
        let pieces =
            Self.words + Self.marks + Self.separators + [
                "a", "b", " ", "4", "1", "!", "@", "|", "🇩🇪", "👩‍👧", "\r\n", "क्षि", "각", "ﷺ", "ﬁ", "½", "'", "…",
                "\u{1F3FD}",
            ]
        let phrases = (Self.words + ["a", "b", "ab", "4", "1a", "🇩", "👩", "क", "2"]).map {
            Phrase($0, isAnywhere: true)
        }
        let matcher = try PhraseMatcher([PhraseList(phrases)])
        for _ in 0..<500 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let found = matcher.matches(in: text)
            let bounds = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count])
            for range in found.places + found.found.map(\.range) {
                #expect(
                    !range.isEmpty && bounds.contains(range.lowerBound) && bounds.contains(range.upperBound), "\(text)")
            }
            for (one, next) in zip(found.places, found.places.dropFirst()) { #expect(one.upperBound < next.lowerBound) }
            #expect(found.passages(of: text).map(\.text).joined() == text)
        }
    }
}
