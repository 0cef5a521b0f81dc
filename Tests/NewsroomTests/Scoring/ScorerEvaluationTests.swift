import Foundation
import Testing

@testable import Newsroom

@Suite("The evaluation of a scorer", .timeLimit(.minutes(5)))
struct ScorerEvaluationTests {
    private static let sample = ScorerEvaluation(
        probabilities: [0.95, 0.8, 0.8, 0.35, 0.32, 0.05], removed: [true, true, false, false, true, false])

    @Test("Precision and recall count the comments from the threshold on")
    func points() throws {
        #expect(Self.sample.examples == 6 && Self.sample.removed == 3)
        let thresholds = Self.sample.thresholds
        #expect(thresholds.map { Int(($0.threshold * 100).rounded()) } == Array(stride(from: 5, through: 95, by: 5)))
        let high = try #require(thresholds.last)
        #expect(high.flagged == 1 && high.precision == 1 && high.recall == 1.0 / 3)
        let middle = thresholds[15]
        #expect(middle.threshold == 0.8 && middle.flagged == 3, "a comment at the threshold is flagged")
        #expect(middle.precision == 2.0 / 3 && middle.recall == 2.0 / 3)
        #expect(thresholds[0].flagged == 6 && thresholds[0].recall == 1 && thresholds[0].precision == 0.5)
    }

    @Test("A threshold that nothing reaches has no precision, and without removals there is no recall")
    func undefined() throws {
        let low = ScorerEvaluation(probabilities: [0.1, 0.2], removed: [false, false])
        let point = try #require(low.thresholds.last)
        #expect(point.flagged == 0 && point.precision == nil && point.recall == nil)
        #expect(low.areaUnderCurve == nil && low.curve.isEmpty)
        #expect(ScorerEvaluation(probabilities: [0.1], removed: [true]).areaUnderCurve == nil)
        let none = ScorerEvaluation(probabilities: [], removed: [])
        #expect(none.examples == 0 && none.areaUnderCurve == nil && none.curve.isEmpty)
        #expect(none.bins.allSatisfy { $0.count == 0 && $0.predicted == nil && $0.observed == nil })
    }

    @Test(
        "The area under the curve is the share of pairs in the right order, where equal scores count half",
        arguments: [
            ([0.9, 0.8, 0.2, 0.1], [true, true, false, false], 1.0),
            ([0.9, 0.8, 0.2, 0.1], [false, false, true, true], 0.0),
            ([0.5, 0.5, 0.5, 0.5], [true, false, true, false], 0.5),
            ([0.9, 0.5, 0.5, 0.1], [true, true, false, false], 0.875),
            ([0.9, 0.8, 0.7], [true, false, true], 0.5),
        ] as [([Double], [Bool], Double)])
    func area(probabilities: [Double], removed: [Bool], area: Double) {
        #expect(ScorerEvaluation(probabilities: probabilities, removed: removed).areaUnderCurve == area)
    }

    @Test("The area equals a count of all pairs")
    func allPairs() {
        var generator = SeededGenerator(seed: 3)
        let probabilities = (0..<300).map { _ in Double(generator.next() % 40) / 40 }
        let removed = probabilities.map { Double(generator.next() % 40) / 40 < $0 }
        var (right, all) = (0.0, 0.0)
        for (one, isRemoved) in zip(probabilities, removed) where isRemoved {
            for (other, isRemoved) in zip(probabilities, removed) where !isRemoved {
                right += one > other ? 1 : one == other ? 0.5 : 0
                all += 1
            }
        }
        let area = ScorerEvaluation(probabilities: probabilities, removed: removed).areaUnderCurve ?? 0
        #expect(abs(area - right / all) < 1e-12 && area > 0.7)
    }

    @Test("The curve has at most 51 points, with rising recall, from the highest score to the last removed comment")
    func curve() throws {
        let probabilities = (0..<2_000).map { Double($0) / 2_000 }
        let removed = (0..<2_000).map { $0 % 7 < $0 / 400 }
        let curve = ScorerEvaluation(probabilities: probabilities, removed: removed).curve
        #expect((50...51).contains(curve.count))
        let recalls = try curve.map { try #require($0.recall) }
        #expect(recalls == recalls.sorted() && Set(recalls).count == recalls.count && recalls.last == 1)
        #expect(try #require(recalls.first) < 0.02)
        #expect(zip(recalls, recalls.dropFirst()).allSatisfy { $1 - $0 < 0.041 })
        #expect(curve.map(\.threshold) == curve.map(\.threshold).sorted(by: >))
    }

    @Test("Each bin has the mean probability and the share of removals of its comments")
    func bins() throws {
        let bins = Self.sample.bins
        #expect(bins.count == 10 && bins.map(\.count) == [1, 0, 0, 2, 0, 0, 0, 0, 2, 1])
        #expect(abs(try #require(bins[3].predicted) - 0.335) < 1e-12 && bins[3].observed == 0.5)
        #expect(bins[9].observed == 1 && bins[1].predicted == nil)
        let edges = ScorerEvaluation(probabilities: [0, 1], removed: [false, true]).bins
        #expect(edges[0].count == 1 && edges[9].count == 1)
    }

    @Test("It can be stored as JSON")
    func stored() throws {
        let data = try JSONEncoder().encode(Self.sample)
        #expect(try JSONDecoder().decode(ScorerEvaluation.self, from: data) == Self.sample)
    }
}

@Suite("The calibration of scores", .timeLimit(.minutes(5)))
struct ScorerCalibrationTests {
    @Test("It finds the line behind the scores")
    func line() {
        var generator = SeededGenerator(seed: 11)
        let scores = (0..<4_000).map { _ in Double(generator.next() % 4_001) / 1_000 - 2 }
        let removed = scores.map {
            Double(generator.next() % 1_000) / 1_000 < CommentScorer.probability(ofLogOdds: 2 * $0 - 1)
        }
        let calibration = ScorerCalibration(scores: scores, removed: removed)
        #expect(abs(calibration.slope - 2) < 0.2 && abs(calibration.intercept + 1) < 0.2, "\(calibration)")
    }

    @Test(
        "Scores that say little give a finite line that never falls",
        arguments: [
            ([], []), ([1], [true]), ([1, 1, 1, 1], [true, false, false, false]), ([-1, 1], [true, true]),
            ([2, 1, -1, -2], [false, false, true, true]), ([1e6, -1e6], [true, false]), ([1e6, -1e6], [false, true]),
        ] as [([Double], [Bool])])
    func little(scores: [Double], removed: [Bool]) {
        let calibration = ScorerCalibration(scores: scores, removed: removed)
        #expect(calibration.slope > 0 && calibration.slope.isFinite && calibration.intercept.isFinite)
    }

    @Test("Of equal scores, the share of removals becomes the probability")
    func equal() {
        let calibration = ScorerCalibration(
            scores: [Double](repeating: 0.7, count: 400), removed: (0..<400).map { $0 < 100 })
        let probability = CommentScorer.probability(ofLogOdds: calibration.logOdds(0.7))
        #expect(abs(probability - 0.25) < 0.01)
    }
}
