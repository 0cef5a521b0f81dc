import Foundation
import Testing

@testable import Newsroom

@Suite("The cost of a score grows only with the length of the comment", .serialized, .timeLimit(.minutes(5)))
struct ScorerCostTests {
    private static let units = [
        "combining marks": "a\u{301}\u{323}\u{308}", "marks alone": "\u{301}", "joiners": "👩\u{200D}",
        "one letter": "a",
        "Hangul Jamo": "\u{1100}\u{1161}\u{11A8}", "Chinese": "中", "mathematical letters": "𝐛", "flags": "🇩",
        "rare Chinese": "𠀀", "invisible": "\u{E0041}", "emoji": "🤡",
        "apostrophes": "a'", "different words": "ab cd ef gh ",
    ]

    private static func text(_ unit: String, _ count: Int) -> String {
        let repeated = String(repeating: unit, count: count / unit.unicodeScalars.count + 1).unicodeScalars
        return String(String.UnicodeScalarView(repeated.prefix(count)))
    }

    @Test("Twice the text costs at most three times as much, to score and to explain", arguments: units.keys.sorted())
    func growth(kind: String) throws {
        let unit = try #require(Self.units[kind])
        let weights = (0..<CommentFeatures.count).map { Int8(truncatingIfNeeded: $0) }
        let scorer = CommentScorer(weights: weights, slope: 0.1, intercept: 0, examples: 500)
        for measured in [
            { _ = scorer.probability($0) }, { _ = scorer.explanation(of: $0) },
        ] as [(String) -> Void] {
            let (short, long) = (Self.text(unit, 2_400), Self.text(unit, 4_800))
            measured(short)
            let (once, twice) = (
                ProcessorTime.lowest(of: 5, calls: 5) { measured(short) },
                ProcessorTime.lowest(of: 5, calls: 5) { measured(long) }
            )
            #expect(twice <= 3 * once + 0.001, "\(twice / 5 * 1e6) µs, half of it \(once / 5 * 1e6) µs")
        }
    }

    @Test(
        "The longest comment of any kind costs at most five times as much as letters", arguments: units.keys.sorted())
    func kinds(kind: String) throws {
        let unit = try #require(Self.units[kind])
        let scorer = CommentScorer(
            weights: [Int8](repeating: 1, count: CommentFeatures.count), slope: 0.1, intercept: 0, examples: 500)
        let letters = Self.text("abcdefg ", 5_000)
        let text = Self.text(unit, 5_000)
        for measured in [
            { _ = scorer.probability($0) }, { _ = scorer.explanation(of: $0) },
        ] as [(String) -> Void] {
            measured(letters)
            let (usual, cost) = (
                ProcessorTime.lowest(of: 5, calls: 5) { measured(letters) },
                ProcessorTime.lowest(of: 5, calls: 5) { measured(text) }
            )
            #expect(cost <= 5 * usual, "\(cost / 5 * 1e6) µs, letters \(usual / 5 * 1e6) µs")
        }
    }
}
