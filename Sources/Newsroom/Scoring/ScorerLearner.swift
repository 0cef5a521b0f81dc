import Foundation

/// The weights of a scorer while it learns: logistic regression by stochastic gradient descent, with a penalty on large
/// weights. Takes 2 MB of memory.
struct ScorerLearner {
    /// A feature's weight is its number here times `scale`, so that the penalty can shrink all weights in one step.
    private var weights = [Float](repeating: 0, count: CommentFeatures.count)
    private var scale = 1.0
    private var bias = 0.0

    /// The sums of the weights after each of the later passes. Their means vary less than the weights of the last pass.
    private var sums = [Float](repeating: 0, count: CommentFeatures.count)
    private var biasSum = 0.0
    private var passes = 0

    /// The length of the first step. Steps become shorter as learning goes on (Bottou, 2012).
    private static let firstRate = 1.0
    private let penalty: Double
    private var steps = 0.0

    /// The penalty on the squares of the weights matters less with more examples.
    init(examples: Int) { penalty = 0.5 / Double(max(examples, 1)) }

    /// Learns from one comment. `importance` multiplies the length of the step.
    mutating func learn(_ features: [UInt32], isRemoved: Bool, importance: Double) {
        let rate = Self.firstRate / (1 + Self.firstRate * penalty * steps)
        steps += 1
        // Each feature has the same value, such that the squares of all values add up to 1.
        let value = features.isEmpty ? 0 : 1 / Double(features.count).squareRoot()
        let sum = features.reduce(into: 0.0) { $0 += Double(weights[Int($1)]) }
        let probability = CommentScorer.probability(ofLogOdds: bias + scale * value * sum)
        let step = rate * importance * ((isRemoved ? 1 : 0) - probability)
        scale *= 1 - rate * penalty
        let change = Float(step * value / scale)
        for feature in features { weights[Int(feature)] += change }
        bias += step * 0.1
    }

    /// Ends a pass that counts for the mean.
    mutating func addToMean() {
        for index in sums.indices { sums[index] += Float(scale) * weights[index] }
        biasSum += bias
        passes += 1
    }

    /// The mean of the passes that count, with each weight as one of 255 steps. This changes a score by about a
    /// four-hundredth of the largest weight.
    var model: LinearModel {
        let largest = sums.reduce(into: Float(0)) { $0 = max($0, abs($1)) }
        guard passes > 0, biasSum.isFinite, sums.allSatisfy(\.isFinite) else { return LinearModel() }
        let (unit, bias) = (Double(largest) / 127 / Double(passes), biasSum / Double(passes))
        guard largest > 0 else { return LinearModel(bias: bias) }
        return LinearModel(weights: sums.map { Int8(($0 / largest * 127).rounded()) }, unit: unit, bias: bias)
    }
}

/// The weights that a learner has found, not yet calibrated.
struct LinearModel {
    var weights = [Int8](repeating: 0, count: CommentFeatures.count)
    /// The size of a weight of 1.
    var unit = 0.0
    var bias = 0.0

    /// The model with its scores, and then their calibration.
    func scorer(_ calibration: ScorerCalibration, examples: Int) -> CommentScorer {
        CommentScorer(
            weights: weights, slope: calibration.slope * unit, intercept: calibration.logOdds(bias),
            examples: examples)
    }

    /// The scores of texts before calibration.
    func scores(of texts: [String]) -> [Double] {
        let plain = CommentScorer(weights: weights, slope: unit, intercept: bias, examples: 0)
        return texts.map(plain.logOdds)
    }
}
