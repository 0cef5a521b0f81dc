@testable import Newsroom

/// Rulings on texts of two made-up vocabularies. The words of one stand mostly in comments that are removed, those of
/// the other mostly in comments that stand, and most words in both. Some rulings are mistakes.
struct GeneratedRulings {
    /// The share of the words that tell the kinds apart, and how many of those are of the right vocabulary.
    private static let telling = 4
    private static let right = 0.8

    private var generator: SeededGenerator
    private let common: [String]
    private let ofRemoved: [String]
    private let ofKept: [String]
    private let removedOneIn: Int
    private let mistakesOneIn: Int

    init(seed: UInt64, removedOneIn: Int = 4, mistakesOneIn: Int = 20) {
        generator = SeededGenerator(seed: seed)
        self.removedOneIn = removedOneIn
        self.mistakesOneIn = mistakesOneIn
        // Each seed has the same vocabulary, so that a scorer can be tried on other texts.
        var words = SeededGenerator(seed: 99)
        var known: Set<String> = []
        let all = (0..<800).map { _ in
            var word = ""
            repeat { word = Self.word(&words) } while !known.insert(word).inserted
            return word
        }
        (common, ofRemoved, ofKept) = (Array(all[..<500]), Array(all[500..<650]), Array(all[650...]))
    }

    /// The examples, and for each the logarithm of the odds that a judge with full knowledge gives.
    mutating func examples(_ count: Int) -> (examples: [ScorerExample], odds: [Double]) {
        var (examples, odds): ([ScorerExample], [Double]) = ([], [])
        for _ in 0..<count {
            let isRemoved = below(removedOneIn) == 0
            let (text, evidence) = text(ofRemoved: isRemoved)
            examples.append(
                ScorerExample(text: text, isRemoved: below(mistakesOneIn) == 0 ? !isRemoved : isRemoved))
            odds.append(evidence)
        }
        return (examples, odds)
    }

    /// Whether a word stands mostly in comments that are removed, or in comments that stand; `nil` if in both.
    func isOfRemoved(_ word: String) -> Bool? {
        ofRemoved.contains(word) ? true : ofKept.contains(word) ? false : nil
    }

    var wordOfRemoved: String { ofRemoved[0] }

    private mutating func text(ofRemoved isRemoved: Bool) -> (text: String, evidence: Double) {
        var (words, evidence): ([String], Double) = ([], 0)
        for _ in 0..<(8 + below(33)) {
            guard below(Self.telling) == 0 else {
                words.append(common[below(common.count)])
                continue
            }
            let isOfRemoved = (Double(below(1_000)) < Self.right * 1_000) == isRemoved
            words.append(isOfRemoved ? ofRemoved[below(ofRemoved.count)] : ofKept[below(ofKept.count)])
            evidence += isOfRemoved ? 1 : -1
        }
        return (words.joined(separator: " "), evidence)
    }

    private mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    private static func word(_ generator: inout SeededGenerator) -> String {
        let (starts, vowels) = (Array("bcdfghklmnprstvwz"), Array("aeiou"))
        return (0...(1 + generator.next() % 2)).reduce(into: "") { word, _ in
            word.append(starts[Int(generator.next() % UInt64(starts.count))])
            word.append(vowels[Int(generator.next() % UInt64(vowels.count))])
        }
    }
}
