import Testing

@testable import Newsroom

@Suite("How a scorer learns", .timeLimit(.minutes(5)))
struct ScorerLearnerTests {
    /// The score of a text after learning from it once.
    private func score(_ text: String, isRemoved: Bool, importance: Double = 1) -> Double {
        var learner = ScorerLearner(examples: 500)
        learner.learn(
            CommentFeatures.different(in: CommentWords(text)), isRemoved: isRemoved, importance: importance)
        learner.addToMean()
        return learner.model.scores(of: [text])[0]
    }

    @Test(
        "A long comment teaches as much as a short one",
        arguments: ["a", "some words", "many different words in a row"])
    func length(text: String) {
        // Half of the first step, because the first probability is one half, and a tenth of that for the bias.
        #expect(abs(score(text, isRemoved: true) - 0.55) < 0.01)
        #expect(abs(score(text, isRemoved: false) + 0.55) < 0.01)
        #expect(abs(score(text, isRemoved: true, importance: 3) - 1.65) < 0.03)
    }

    @Test("A comment without words changes only the bias")
    func wordless() {
        #expect(abs(score("…", isRemoved: true) - 0.05) < 1e-9)
        #expect(abs(score("", isRemoved: false) + 0.05) < 1e-9)
        #expect(ScorerLearner(examples: 0).model.scores(of: ["words"]) == [0])
    }

    @Test(
        "The rarer kind counts as much as the other in all, but one ruling at most as much as eight",
        arguments: [(250, 250, 1.0, 1.0), (100, 300, 2, 2.0 / 3), (300, 100, 2.0 / 3, 2), (10, 990, 8, 500.0 / 990)]
            as [(Int, Int, Double, Double)])
    func importance(removed: Int, kept: Int, ofRemoved: Double, ofKept: Double) {
        let examples = (0..<removed + kept).map { ScorerExample(text: "", isRemoved: $0 < removed) }
        let importance = TrainingPlan.importance(examples[...])
        #expect(importance.removed == ofRemoved && importance.kept == ofKept)
    }
}
