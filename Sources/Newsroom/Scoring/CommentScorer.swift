import Foundation

/// Estimates the probability that the desk removes a comment, from the desk's own rulings on earlier comments.
///
/// A linear model: each feature of a text has a weight, and a text with many features counts each of them less. Takes
/// time proportional to the length of the text, and 256 KB of memory. `ScorerTraining` makes a scorer.
///
/// The probability holds for comments like those that the desk has ruled on, not for all comments.
package struct CommentScorer: Sendable, Equatable {
    /// The number of rulings from which it learned.
    package let examples: Int
    /// The weight of each feature in units of `slope`.
    let weights: [Int8]
    /// The logarithm of the odds is `intercept`, plus `slope` times the sum of the weights of all features, divided by
    /// the root of their number.
    let slope: Double
    let intercept: Double

    init(weights: [Int8], slope: Double, intercept: Double, examples: Int) {
        self.weights = weights
        self.slope = slope
        self.intercept = intercept
        self.examples = examples
    }

    /// The estimate from 0 to 1. For a text without words, it is that of a comment of which nothing is known.
    package func probability(_ text: String) -> Double { Self.probability(ofLogOdds: logOdds(text)) }

    /// The logarithm of the odds. The weights of an explanation add up to it.
    func logOdds(_ text: String) -> Double {
        let features = CommentFeatures.different(in: CommentWords(text))
        return intercept + slope * Self.sum(of: features, weights)
    }

    /// The sum, divided by the root of the number. A sum of whole numbers is the same in any order and on any machine.
    private static func sum(of features: [UInt32], _ weights: [Int8]) -> Double {
        guard !features.isEmpty else { return 0 }
        let sum = features.reduce(into: 0) { $0 += Int(weights[Int($1)]) }
        return Double(sum) / Double(features.count).squareRoot()
    }

    static func probability(ofLogOdds logOdds: Double) -> Double {
        // Beyond these, the probability is 0 or 1 to eight digits.
        1 / (1 + exp(-min(max(logOdds, -20), 20)))
    }
}
