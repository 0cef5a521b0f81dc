/// A comment, and what the desk ruled.
package struct ScorerExample: Sendable, Hashable {
    package let text: String
    /// Whether the desk removed the comment. Otherwise it kept or published it.
    package let isRemoved: Bool

    package init(text: String, isRemoved: Bool) {
        self.text = text
        self.isRemoved = isRemoved
    }
}

/// A scorer, and how well it does.
package struct TrainedScorer: Sendable {
    package let scorer: CommentScorer
    package let evaluation: ScorerEvaluation
}

/// Trains a scorer from the desk's rulings.
///
/// A first model learns from the oldest 64% of the rulings, is calibrated on the next 16% and evaluated on the newest
/// 20%. The scorer that is delivered learns from all rulings, because the newest ones matter most. Its calibration
/// comes from the first model's scores of the newest 36%, since no comment is left from which it has not learned. So
/// the evaluation is about a scorer that knows less than the one delivered.
///
/// The same examples and seed give the same scorer. 10,000 comments of usual length take a few seconds, 100,000 less
/// than a minute. The memory is a few megabytes more than that of the examples.
package struct ScorerTraining: Sendable {
    /// The newest fifth of 500 has a hundred rulings. With fewer, the evaluation says little.
    package static let fewestExamples = 500
    /// Of 50 rulings of the rarer kind, about ten are in the newest fifth and eight serve for the calibration. With
    /// fewer, one ruling moves the recall by more than a tenth.
    package static let fewestOfEachKind = 50
    /// Older examples are left out, because they take time and resemble today's comments less.
    package static let mostExamples = 100_000
    /// Bounds the time for long texts. More than 3,000 of the longest comments have as many bytes.
    static let mostBytes = 64_000_000

    /// The rulings that are missing before a scorer can learn.
    package struct Shortage: Error, Sendable, Hashable {
        /// The number of further rulings that are needed in all, at least.
        package let examples: Int
        /// The number of them that must be removals, at least.
        package let removed: Int
        /// The number of them that must be comments that stand, at least.
        package let kept: Int
    }

    /// The examples that count, and the seed of their order.
    let examples: [ScorerExample]
    private let seed: UInt64

    /// Takes the examples with the oldest first, and leaves out the oldest beyond the limits.
    package init(_ examples: [ScorerExample], seed: UInt64 = 1) throws(Shortage) {
        self.init(newest: Self.newest(of: examples), seed: seed)
        let removed = self.examples.count { $0.isRemoved }
        if let shortage = Self.shortage(removed: removed, kept: self.examples.count - removed) { throw shortage }
    }

    private init(newest: ArraySlice<ScorerExample>, seed: UInt64) {
        examples = Array(newest)
        self.seed = seed
    }

    /// The rulings that are missing if the desk has made these; `nil` if they suffice.
    package static func shortage(removed: Int, kept: Int) -> Shortage? {
        let missing = (removed: max(fewestOfEachKind - removed, 0), kept: max(fewestOfEachKind - kept, 0))
        let examples = max(fewestExamples - removed - kept, missing.removed + missing.kept)
        return examples > 0 ? Shortage(examples: examples, removed: missing.removed, kept: missing.kept) : nil
    }

    private static func newest(of examples: [ScorerExample]) -> ArraySlice<ScorerExample> {
        var (first, bytes) = (examples.endIndex, 0)
        while first > 0, examples.count - first < mostExamples {
            bytes += examples[first - 1].text.utf8.count
            guard bytes <= mostBytes else { break }
            first -= 1
        }
        return examples[first...]
    }

    /// Trains and evaluates a scorer. After each pass over the examples, `afterPass` gets the share of the work that is
    /// done. An error that it throws ends the training.
    package func run(afterPass: (Double) throws -> Void = { _ in }) rethrows -> TrainedScorer {
        let parts = ScorerParts(examples)
        let plan = TrainingPlan(first: parts.learned, second: examples)
        let model = try plan.learn(parts.learned, seed: seed, work: 0...plan.firstShare, afterPass)
        let calibration = ScorerCalibration(
            scores: model.scores(of: parts.calibrating.map(\.text)), removed: parts.calibrating.map(\.isRemoved))
        let evaluated = model.scorer(calibration, examples: parts.learned.count)
        let evaluation = ScorerEvaluation(
            probabilities: parts.evaluating.map { evaluated.probability($0.text) },
            removed: parts.evaluating.map(\.isRemoved), copies: parts.copies)
        let unseen = parts.calibrating + parts.evaluating
        let final = ScorerCalibration(
            scores: model.scores(of: unseen.map(\.text)), removed: unseen.map(\.isRemoved))
        let delivered = try plan.learn(examples[...], seed: seed, work: plan.firstShare...1, afterPass)
        return TrainedScorer(scorer: delivered.scorer(final, examples: examples.count), evaluation: evaluation)
    }
}
