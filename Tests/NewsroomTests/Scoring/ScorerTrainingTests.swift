import Testing

@testable import Newsroom

@Suite("Training of the scorer", .timeLimit(.minutes(5)))
struct ScorerTrainingTests {
    private static func rulings(_ count: Int, seed: UInt64 = 20) -> [ScorerExample] {
        var rulings = GeneratedRulings(seed: seed)
        return rulings.examples(count).examples
    }

    private static func examples(_ count: Int, text: (Int) -> String) -> [ScorerExample] {
        (0..<count).map { ScorerExample(text: text($0), isRemoved: $0.isMultiple(of: 3)) }
    }

    @Test(
        "Too few rulings are refused with the number that is missing",
        arguments: [
            (0, 0, 500, 50, 50), (49, 451, 1, 1, 0), (50, 449, 1, 0, 0), (451, 49, 1, 0, 1), (0, 10_000, 50, 50, 0),
            (10_000, 0, 50, 0, 50), (20, 300, 180, 30, 0), (30, 450, 20, 20, 0),
        ])
    func shortage(removed: Int, kept: Int, examples: Int, missingRemoved: Int, missingKept: Int) {
        let texts = (0..<removed + kept).map { ScorerExample(text: "Text \($0)", isRemoved: $0 < removed) }
        let shortage = #expect(throws: ScorerTraining.Shortage.self) { try ScorerTraining(texts) }
        #expect(shortage?.examples == examples)
        #expect(shortage?.removed == missingRemoved && shortage?.kept == missingKept)
        #expect(ScorerTraining.shortage(removed: removed, kept: kept) == shortage)
    }

    @Test("500 rulings with 50 of each kind suffice", arguments: [(50, 450), (450, 50)])
    func enough(removed: Int, kept: Int) throws {
        #expect(ScorerTraining.shortage(removed: removed, kept: kept) == nil)
        let texts = (0..<500).map { ScorerExample(text: "Text \($0)", isRemoved: $0 < removed) }
        _ = try ScorerTraining(texts)
    }

    @Test("The same rulings and seed give the same scorer, and another seed gives another")
    func deterministic() throws {
        let examples = Self.rulings(500)
        let first = try ScorerTraining(examples, seed: 4).run()
        let second = try ScorerTraining(examples, seed: 4).run()
        #expect(first.scorer == second.scorer && first.evaluation == second.evaluation)
        #expect(try ScorerTraining(examples, seed: 5).run().scorer != first.scorer)
    }

    @Test("The share of the work that is done rises to 1")
    func progress() throws {
        var shares: [Double] = []
        _ = try ScorerTraining(Self.rulings(500)).run { shares.append($0) }
        #expect(shares.count == 20 && shares == shares.sorted() && Set(shares).count == 20)
        #expect(shares.allSatisfy { $0 > 0 && $0 <= 1 } && shares.last == 1)
    }

    @Test("An error after a pass ends the training", arguments: [1, 13])
    func cancelled(after most: Int) throws {
        var passes = 0
        let training = try ScorerTraining(Self.rulings(500))
        #expect(throws: CancellationError.self) {
            try training.run { _ in
                passes += 1
                if passes == most { throw CancellationError() }
            }
        }
        #expect(passes == most)
    }

    @Test("The oldest examples beyond the limits are left out")
    func limits() throws {
        let many = Self.examples(ScorerTraining.mostExamples + 7) { "\($0)" }
        let training = try ScorerTraining(many)
        #expect(training.examples.count == ScorerTraining.mostExamples && training.examples.first?.text == "7")
        let long = String(repeating: "a", count: 20_000)
        #expect(try ScorerTraining(Self.examples(4_000) { _ in long }).examples.count == 3_200)
        let unbounded = Self.examples(1_000) { $0 < 10 ? String(repeating: "b", count: 70_000_000 / 10) : "\($0)" }
        #expect(try ScorerTraining(unbounded).examples.count == 999)
    }

    @Test("The more there is to read, the fewer passes are made")
    func passes() {
        let texts = [500: 10, 40_000: 10, 70_000: 5, 100_000: 4]
        for (count, passes) in texts {
            let examples = Self.examples(count) { _ in String(repeating: "a", count: 290) }
            let plan = TrainingPlan(first: examples[..<(count * 64 / 100)], second: examples)
            #expect(plan.passes == passes, "\(count) examples")
        }
    }

    @Test("Copies of texts that it has learned from do not count in the evaluation")
    func copies() throws {
        let examples = Self.rulings(500)
        let copied = Array(examples.dropLast(60) + examples[100..<160])
        let evaluation = try ScorerTraining(copied).run().evaluation
        #expect(evaluation.examples == 40 && evaluation.copies == 60)
    }

    @Test(
        "Texts without any evidence give a finite scorer that knows only how often the desk removes",
        arguments: ["", "The same text", "…"])
    func noEvidence(text: String) throws {
        let trained = try ScorerTraining(Self.examples(600) { _ in text }).run()
        #expect(trained.evaluation.examples == 0 && trained.evaluation.copies == 120)
        #expect(trained.evaluation.areaUnderCurve == nil)
        for other in [text, "Another text altogether"] {
            #expect((0.1...0.9).contains(trained.scorer.probability(other)))
        }
    }

    @Test("Different texts without words are all alike")
    func wordless() throws {
        let trained = try ScorerTraining(Self.examples(600) { String(repeating: "!", count: $0 + 1) }).run()
        #expect(trained.evaluation.examples == 120 && trained.evaluation.areaUnderCurve == 0.5)
        #expect(abs(trained.scorer.probability("?") - 1.0 / 3) < 0.05)
    }

    @Test("If all of the newest rulings are of one kind, the scorer is finite and the evaluation says nothing of rank")
    func oneKindInEvaluation() throws {
        let examples = Self.rulings(1_000).sorted { $0.isRemoved && !$1.isRemoved }
        let trained = try ScorerTraining(examples).run()
        #expect(trained.evaluation.areaUnderCurve == nil && trained.evaluation.removed == 0)
        #expect(trained.scorer.slope.isFinite && trained.scorer.intercept.isFinite && trained.scorer.slope > 0)
    }
}
