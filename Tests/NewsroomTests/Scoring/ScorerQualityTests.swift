import Testing

@testable import Newsroom

@Suite("What a scorer learns", .timeLimit(.minutes(5)))
struct ScorerQualityTests {
    @Test("It ranks new comments nearly as well as a judge who knows both vocabularies")
    func good() throws {
        let sample = try TrainedSample.shared.get()
        let (best, fresh) = (try #require(sample.best.areaUnderCurve), sample.evaluation(of: sample.scorer))
        let area = try #require(fresh.areaUnderCurve)
        #expect((0.85..<0.95).contains(best), "the judge makes only the mistakes of the rulings")
        #expect(area > best - 0.08 && area <= best, "\(area), the judge \(best)")
    }

    @Test("Its evaluation says how well it does on new comments")
    func honest() throws {
        let sample = try TrainedSample.shared.get()
        let evaluation = sample.trained.evaluation
        let area = try #require(sample.evaluation(of: sample.scorer).areaUnderCurve)
        #expect(evaluation.examples == TrainedSample.count / 5 && evaluation.copies == 0)
        #expect(abs(try #require(evaluation.areaUnderCurve) - area) < 0.06, "\(evaluation), new comments \(area)")
    }

    @Test("Of the comments to which it gives a probability, that share is removed")
    func calibrated() throws {
        let sample = try TrainedSample.shared.get()
        let (fresh, own) = (sample.evaluation(of: sample.scorer), sample.trained.evaluation)
        #expect(try distance(fresh) < 0.06, "\(fresh.bins)")
        #expect(try distance(own) < 0.1, "\(own.bins)")
        #expect(fresh.bins.allSatisfy { $0.count > 50 }, "it is sure where it can be: \(fresh.bins)")
    }

    /// The mean distance between what was predicted and what was observed.
    private func distance(_ evaluation: ScorerEvaluation) throws -> Double {
        try evaluation.bins.filter { $0.count > 0 }.reduce(0) { sum, bin in
            let (predicted, observed) = (try #require(bin.predicted), try #require(bin.observed))
            return sum + abs(predicted - observed) * Double(bin.count) / Double(evaluation.examples)
        }
    }

    @Test("It learns nothing from rulings at random, and says so")
    func shuffled() throws {
        var rulings = GeneratedRulings(seed: 6)
        let examples = rulings.examples(1_500).examples
        var generator = SeededGenerator(seed: 7)
        let mixed = zip(examples, examples.map(\.isRemoved).shuffled(using: &generator))
            .map { ScorerExample(text: $0.text, isRemoved: $1) }
        let trained = try ScorerTraining(mixed).run()
        #expect(abs(try #require(trained.evaluation.areaUnderCurve) - 0.5) < 0.1, "\(trained.evaluation)")
        let fresh = try TrainedSample.shared.get().evaluation(of: trained.scorer)
        #expect(abs(try #require(fresh.areaUnderCurve) - 0.5) < 0.06, "\(fresh)")
        #expect(fresh.bins.dropFirst(6).allSatisfy { $0.count == 0 }, "it is never sure: \(fresh.bins)")
    }

    @Test("The evaluation uses rulings from which its scorer has not learned")
    func newestFifth() throws {
        var rulings = GeneratedRulings(seed: 8)
        let examples = rulings.examples(1_000).examples
        let turned = examples.suffix(200).map { ScorerExample(text: $0.text, isRemoved: !$0.isRemoved) }
        let usual = try ScorerTraining(examples).run().evaluation
        let reversed = try ScorerTraining(examples.dropLast(200) + turned).run().evaluation
        let sum = try #require(usual.areaUnderCurve) + (try #require(reversed.areaUnderCurve))
        #expect(abs(sum - 1) < 1e-9, "with other rulings in the newest fifth, the scores stay the same")
        #expect(try #require(usual.areaUnderCurve) > 0.7)
    }

    @Test("The delivered scorer knows the newest rulings too")
    func newWord() throws {
        var rulings = GeneratedRulings(seed: 9)
        let examples = rulings.examples(1_000).examples.enumerated().map { index, example in
            index >= 900 && index.isMultiple(of: 3)
                ? ScorerExample(text: example.text + " zxqwerty", isRemoved: true) : example
        }
        let scorer = try ScorerTraining(examples).run().scorer
        let text = rulings.examples(1).examples[0].text
        #expect(scorer.probability(text + " zxqwerty") > scorer.probability(text) + 0.1)
        let word = try #require(scorer.explanation(of: text + " zxqwerty").forRemoval.first)
        #expect(word.text == "zxqwerty")
    }

    @Test("It does not ignore removals if they are one in twenty")
    func rare() throws {
        var rulings = GeneratedRulings(seed: 10, removedOneIn: 20, mistakesOneIn: 200)
        let scorer = try ScorerTraining(rulings.examples(2_000).examples).run().scorer
        let fresh = rulings.examples(2_000).examples.map { (scorer.probability($0.text), $0.isRemoved) }
        let removed = fresh.count { $0.1 }
        #expect((80..<140).contains(removed), "\(removed)")
        let found = fresh.sorted { $0.0 > $1.0 }.prefix(200).count { $0.1 }
        #expect(Double(found) > 0.4 * Double(removed), "\(found) of \(removed) are in the first tenth")
        let flagged = fresh.filter { $0.0 >= 0.15 }
        #expect(flagged.count > 50 && Double(flagged.count { $0.1 }) > 0.15 * Double(flagged.count), "\(flagged.count)")
        let mean = fresh.map(\.0).reduce(0, +) / 2_000
        #expect(abs(mean - Double(removed) / 2_000) < 0.03, "the probabilities are not too high: \(mean)")
    }
}
