import Foundation
import Testing

@testable import Newsroom

@Suite("The score of a comment", .timeLimit(.minutes(5)))
struct CommentScorerTests {
    private static let texts = [
        "nothing": "", "a space": " ", "an accent": "\u{301}",
        "5,000 accents": String(repeating: "\u{301}", count: 5_000),
        "one long word": String(repeating: "a", count: 5_000), "a chain": String(repeating: "👩\u{200D}", count: 2_500),
        "a zero": "\u{0}", "no characters": "\u{FFFD}\u{10FFFF}", "lines": "\r\n\r\n", "flags": "🇩🇪🇫🇷",
        "accents on a letter": "a\u{301}\u{323}", "invisible": "\u{200D}🏽'",
        "joined letters": String(repeating: "क\u{94D}", count: 2_500),
        "parts of syllables": String(repeating: "\u{1100}\u{1161}", count: 2_500), "repetitions": "a B a b",
        "Chinese": "文字 a文",
    ]

    @Test("Every text has a probability between 0 and 1", arguments: texts.keys.sorted())
    func always(name: String) throws {
        let (scorer, text) = (try TrainedSample.shared.get().scorer, try #require(Self.texts[name]))
        let probability = scorer.probability(text)
        #expect(probability > 0 && probability < 1)
        #expect(abs(CommentScorer.probability(ofLogOdds: scorer.logOdds(text)) - probability) < 1e-12)
    }

    @Test("The weights of all words and the intercept add up to the score", arguments: texts.keys.sorted())
    func sum(name: String) throws {
        let (sample, text) = (try TrainedSample.shared.get(), try #require(Self.texts[name]))
        for text in [text, sample.fresh[3].text + " " + text + " " + sample.fresh[3].text] {
            let sum = sample.scorer.weighedWords(of: text).map(\.weight).reduce(sample.scorer.intercept, +)
            #expect(abs(sum - sample.scorer.logOdds(text)) < 1e-9)
        }
    }

    @Test("Most of the words that an explanation names are from the vocabulary of their side")
    func telling() throws {
        let (sample, rulings) = (try TrainedSample.shared.get(), GeneratedRulings(seed: 5))
        var (right, wrong) = (0, 0)
        for example in sample.fresh.prefix(200) {
            let explanation = sample.scorer.explanation(of: example.text, most: 2)
            for word in explanation.forRemoval + explanation.againstRemoval {
                switch rulings.isOfRemoved(word.text) {
                case (word.weight > 0)?: right += 1
                case nil: break
                default: wrong += 1
                }
            }
        }
        #expect(right > 4 * wrong && right > 200, "\(right) right, \(wrong) wrong")
    }

    @Test("A word has all of its places, as it stands in the text, and the heaviest word comes first")
    func places() throws {
        let (scorer, word) = (try TrainedSample.shared.get().scorer, GeneratedRulings(seed: 5).wordOfRemoved)
        let text = "Ämter: \(word.uppercased()), and “\(word)”!"
        let found = try #require(scorer.weighedWords(of: text).first { $0.text == word.uppercased() })
        #expect(found.ranges.map { String(text[$0]) } == [word.uppercased(), word])
        let explanation = scorer.explanation(of: text)
        for words in [explanation.forRemoval, explanation.againstRemoval] {
            #expect(words.map { abs($0.weight) } == words.map { abs($0.weight) }.sorted(by: >) && words.count <= 5)
        }
        #expect(scorer.explanation(of: text, most: 0).forRemoval.isEmpty)
    }

    @Test(
        "A place never splits a character",
        arguments: ["🇩🇪 x", "👩\u{200D}🚀👍🏽", "e\u{301}\u{323}t a\u{301}", "\u{301}a", "क्षि", "☠️!", "'a'\u{301}"])
    func wholeCharacters(text: String) throws {
        let words = try TrainedSample.shared.get().scorer.weighedWords(of: text)
        #expect(!words.isEmpty)
        let boundaries = Set(text.indices).union([text.endIndex])
        for range in words.flatMap(\.ranges) {
            #expect(boundaries.contains(range.lowerBound) && boundaries.contains(range.upperBound), "\(text[range])")
        }
        #expect(Set(words.map(\.ranges)).count == words.count, "no place is listed twice")
    }

    @Test("A comment without words has no explanation, and its score is that of an unknown comment")
    func wordless() throws {
        let scorer = try TrainedSample.shared.get().scorer
        let explanation = scorer.explanation(of: "… !")
        #expect(explanation.forRemoval.isEmpty && explanation.againstRemoval.isEmpty)
        #expect(scorer.probability("… !") == CommentScorer.probability(ofLogOdds: scorer.intercept))
    }
}
