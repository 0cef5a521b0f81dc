@testable import Newsroom

/// A scorer that several suites share, because training takes seconds without optimization.
struct TrainedSample {
    static let count = 2_000
    static let shared = Result { try TrainedSample() }

    let trained: TrainedScorer
    /// Examples from which it has not learned, and the odds that a judge with full knowledge gives them.
    let fresh: [ScorerExample]
    let odds: [Double]

    private init() throws {
        var rulings = GeneratedRulings(seed: 5)
        trained = try ScorerTraining(rulings.examples(Self.count).examples).run()
        (fresh, odds) = rulings.examples(2_000)
    }

    var scorer: CommentScorer { trained.scorer }

    /// The evaluation of a scorer on the fresh examples.
    func evaluation(of scorer: CommentScorer) -> ScorerEvaluation {
        ScorerEvaluation(
            probabilities: fresh.map { scorer.probability($0.text) }, removed: fresh.map(\.isRemoved))
    }

    /// The evaluation of the judge.
    var best: ScorerEvaluation { ScorerEvaluation(probabilities: odds, removed: fresh.map(\.isRemoved)) }
}
