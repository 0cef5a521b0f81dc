import Foundation
import Testing

@testable import Newsroom

/// Compares the longest names and addresses of expensive characters with letters of the same number.
@Suite("The cost of names and addresses grows only with their length", .serialized, .timeLimit(.minutes(2)))
struct NameCostTests {
    private static let units = [
        "combining marks": "a\u{301}\u{323}\u{308}", "joiners": "क\u{94D}\u{200D}", "emoji": "👩\u{200D}",
        "Hangul Jamo": "\u{1100}\u{1161}\u{11A8}", "halfwidth": "ｶﾞ", "ligatures": "ﬃ", "symbols": "∞⊂",
    ]

    /// Text of this many characters, which begins and ends with a letter.
    private static func text(_ unit: String, _ count: Int, letter: String) -> String {
        let repeated = String(repeating: unit, count: count / unit.unicodeScalars.count + 1).unicodeScalars
        return letter + String(String.UnicodeScalarView(repeated.prefix(count - 2))) + letter
    }

    @Test("The longest name costs at most three times as much as Russian letters", arguments: units.keys.sorted())
    func names(kind: String) throws {
        let unit = try #require(Self.units[kind])
        let (letters, other) = (
            Self.text("ж", 40, letter: "ж"), Self.text(unit, 40, letter: kind == "joiners" ? "क" : "ж")
        )
        _ = (try? AccountName.accept(letters), try? AccountName.accept(other))
        let usual = ProcessorTime.lowest(of: 5, calls: 20) { _ = try? AccountName.accept(letters) }
        let cost = ProcessorTime.lowest(of: 5, calls: 20) { _ = try? AccountName.accept(other) }
        #expect(cost <= 3 * usual, "\(cost / 20 * 1e6) µs, letters \(usual / 20 * 1e6) µs")
    }

    @Test("Twice the text costs at most three times as much, as a key and as a domain", arguments: units.keys.sorted())
    func growth(kind: String) throws {
        let unit = try #require(Self.units[kind])
        for measured in [
            { $0.lookalikeKey } as @Sendable (String) -> String, { (try? EmailAddress("a@\($0).b"))?.text ?? "" },
        ] {
            let (short, long) = (Self.text(unit, 100, letter: "ж"), Self.text(unit, 200, letter: "ж"))
            _ = (measured(short), measured(long))
            let (once, twice) = (
                ProcessorTime.lowest(of: 5, calls: 20) { _ = measured(short) },
                ProcessorTime.lowest(of: 5, calls: 20) { _ = measured(long) }
            )
            #expect(twice <= 3 * once + 0.001, "\(twice / 20 * 1e6) µs, half of it \(once / 20 * 1e6) µs")
        }
    }

    @Test("A text that is far too long costs little more than reading it", arguments: units.keys.sorted())
    func farBeyond(kind: String) throws {
        let unit = try #require(Self.units[kind])
        let text = String(repeating: unit, count: 400_000 / unit.utf8.count)
        let letters = String(repeating: "ж", count: 200_000)
        for accept in [
            { _ = try? AccountName.accept($0) }, { _ = try? EmailAddress($0) },
        ] as [@Sendable (String) -> Void] {
            let start = ProcessorTime.now()
            accept(letters)
            let middle = ProcessorTime.now()
            accept(text)
            #expect(ProcessorTime.now() - middle <= 3 * (middle - start) + 0.05)
        }
    }
}
