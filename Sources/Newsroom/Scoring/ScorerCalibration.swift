import Foundation

/// Turns the scores of a model into logarithms of odds, by a straight line (Platt, 1999). It is fitted to scores of
/// comments from which the model has not learned.
struct ScorerCalibration {
    private(set) var slope = 1.0
    private(set) var intercept = 0.0

    /// A model that is no better than chance must not be read backward.
    private static let leastSlope = 0.01
    /// Pulls the slope to 1, so that few scores, equal scores or scores of one kind give a line too.
    private static let pull = 0.1
    private static let mostSteps = 50

    /// Fits the line by Newton's method. Probabilities of 0 and 1 do not occur (Platt's targets).
    init(scores: [Double], removed: [Bool]) {
        guard !scores.isEmpty else { return }
        let count = Double(removed.count { $0 })
        let target = (yes: (count + 1) / (count + 2), no: 1 / (Double(removed.count) - count + 2))
        let points = zip(scores, removed).map { (score: $0, target: $1 ? target.yes : target.no) }
        fit(points, isSlopeFixed: false)
        guard slope < Self.leastSlope else { return }
        slope = Self.leastSlope
        fit(points, isSlopeFixed: true)
    }

    func logOdds(_ score: Double) -> Double { slope * score + intercept }

    private mutating func fit(_ points: [(score: Double, target: Double)], isSlopeFixed: Bool) {
        for _ in 0..<Self.mostSteps {
            let step = newtonStep(points, isSlopeFixed: isSlopeFixed)
            let (before, start) = (loss(points), self)
            var length = 1.0
            repeat {
                slope = start.slope - length * step.slope
                intercept = start.intercept - length * step.intercept
                length /= 2
            } while loss(points) > before && length > 1e-6
            guard loss(points) <= before else { return self = start }
            if abs(step.slope) + abs(step.intercept) < 1e-9 { return }
        }
    }

    private func newtonStep(
        _ points: [(score: Double, target: Double)], isSlopeFixed: Bool
    ) -> (slope: Double, intercept: Double) {
        var gradient = (slope: Self.pull * (slope - 1), intercept: 0.0)
        // The second derivatives. The small number keeps the division below possible.
        var curve = (slope: Self.pull, both: 0.0, intercept: 1e-9)
        for point in points {
            let probability = CommentScorer.probability(ofLogOdds: logOdds(point.score))
            let (error, spread) = (probability - point.target, probability * (1 - probability))
            gradient.slope += error * point.score
            gradient.intercept += error
            curve.slope += spread * point.score * point.score
            curve.both += spread * point.score
            curve.intercept += spread
        }
        guard !isSlopeFixed else { return (0, gradient.intercept / curve.intercept) }
        let determinant = curve.slope * curve.intercept - curve.both * curve.both
        return (
            (gradient.slope * curve.intercept - gradient.intercept * curve.both) / determinant,
            (gradient.intercept * curve.slope - gradient.slope * curve.both) / determinant
        )
    }

    private func loss(_ points: [(score: Double, target: Double)]) -> Double {
        points.reduce(Self.pull * (slope - 1) * (slope - 1) / 2) { sum, point in
            let odds = logOdds(point.score)
            // log(1 + exp(odds)), without overflow.
            return sum + max(odds, 0) + log1p(exp(-abs(odds))) - point.target * odds
        }
    }
}
