import Foundation
import Testing

@testable import Newsroom

/// Compares the processor time of texts with that of half of them, so that the speed of the machine does not matter.
@Suite("The cost of a search grows only with the length of the text", .serialized, .timeLimit(.minutes(5)))
struct PhraseCostTests {
    private static let texts = [
        "one letter": "a", "single letters": "a ", "marks": "\u{301}", "Cyrillic": "ж", "separators": "a.",
        "signs": "a@", "strokes": "a1", "joiners": "क\u{94D}\u{200D}", "flags": "🇩🇪", "families": "👩‍", "Chinese": "中",
        "ligatures": "ﷺ", "blanks": " ",
    ]

    /// `a`, `aa`, `aaa` and so on, as words, phrases and anywhere; and words that begin alike.
    private static let hostile: [Phrase] = (1...100).flatMap { count in
        [
            Phrase(String(repeating: "a", count: count)), Phrase(String(repeating: "a ", count: count)),
            Phrase(String(repeating: "a", count: count), isAnywhere: true),
            Phrase(String(repeating: "a", count: count - 1) + "b", isAnywhere: true),
            Phrase(String(repeating: "1", count: count), isAnywhere: true),
        ]
    }

    @Test("Twice the text costs at most three times as much", arguments: texts.keys.sorted())
    func growth(kind: String) throws {
        let unit = try #require(Self.texts[kind])
        let matcher = try PhraseMatcher([PhraseList(Self.hostile)])
        let count = 2_000 / unit.unicodeScalars.count
        let (short, long) = (String(repeating: unit, count: count), String(repeating: unit, count: 2 * count))
        _ = matcher.matches(in: short)
        let (once, twice) = (
            ProcessorTime.lowest(of: 3) { _ = matcher.matches(in: short) },
            ProcessorTime.lowest(of: 3) { _ = matcher.matches(in: long) }
        )
        #expect(twice <= 3 * once + 0.005, "\(twice * 1e3) ms, half of it \(once * 1e3) ms")
    }

    @Test("A hundred times the phrases that begin alike cost at most four times as much")
    func phrases() throws {
        let letters = Array("abcdefgh")
        func phrase(_ number: Int) -> Phrase {
            let end = String((0..<6).map { letters[number >> (3 * $0) & 7] })
            return Phrase(String(repeating: "a", count: 20) + end, isAnywhere: true)
        }
        let few = try PhraseMatcher([PhraseList((0..<1_000).map(phrase))])
        let many = try PhraseMatcher([PhraseList((0..<100_000).map(phrase))])
        let text = String(repeating: "aaaaaaaaaaaaaaaaaaaaaaabcdefg", count: 175)
        let (once, again) = (
            ProcessorTime.lowest(of: 3) { _ = few.matches(in: text) },
            ProcessorTime.lowest(of: 3) { _ = many.matches(in: text) }
        )
        #expect(again <= 4 * once + 0.005, "\(again * 1e3) ms, for a hundredth of the phrases \(once * 1e3) ms")
    }

    @Test("100,000 phrases of 11 letters take less than 60 MB")
    func memory() throws {
        var random = SplitMix(state: 3)
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let phrases = (0..<100_000).map { _ in
            Phrase(String((0..<11).map { _ in letters.randomElement(using: &random) ?? "a" }))
        }
        let matcher = try PhraseMatcher([PhraseList(phrases)])
        #expect(matcher.size > 10_000_000 && matcher.size < 30_000_000, "\(matcher.size)")
        #expect(matcher.matches(in: phrases[77_777].text).found.map(\.phrase) == [77_777])
    }
}
