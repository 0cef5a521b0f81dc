/// A submitted suggestion, checked but not yet stored.
package struct SuggestionDraft: Sendable, Hashable {
    package static let passageRule = TextRule(.passage, field: "passage", maximum: 500, multiline: true)
    package static let wrongRule = TextRule(
        .suggestionWrong, field: "wrong", minimum: 1, maximum: 2_000, multiline: true)
    package static let correctRule = TextRule(.suggestionCorrect, field: "correct", maximum: 2_000, multiline: true)
    package static let evidenceRule = TextRule(
        .suggestionEvidence, field: "evidence", maximum: 2_000, multiline: true)
    package static let nameRule = CommentDraft.nameRule

    package let texts: Suggestion.Texts
    package let name: String?
    package let mayBeThanked: Bool

    /// Refuses with `invalid` texts of the wrong length or with unprintable characters, and the wish to be thanked
    /// without a name.
    package init(
        passage: String?, wrong: String, correct: String?, evidence: String?, name: String?, mayBeThanked: Bool
    ) throws(Refusal) {
        texts = Suggestion.Texts(
            passage: try Self.passageRule.acceptOptional(passage), wrong: try Self.wrongRule.accept(wrong),
            correct: try Self.correctRule.acceptOptional(correct),
            evidence: try Self.evidenceRule.acceptOptional(evidence))
        self.name = try Self.nameRule.acceptOptional(name)
        self.mayBeThanked = mayBeThanked
        guard !mayBeThanked || self.name != nil else { throw Refusal(.suggestion(.noName), field: "name") }
    }
}

/// A decision on a suggestion with the answer to its sender, checked but not yet stored.
package struct SuggestionDecisionDraft: Sendable, Hashable {
    package static let answerRule = TextRule(.suggestionAnswer, field: "answer", maximum: 2_000, multiline: true)
    private static let neededAnswer = TextRule(
        .suggestionAnswer, field: "answer", minimum: 1, maximum: 2_000, multiline: true)

    package let act: Suggestion.Act
    package let answer: String?

    /// Refuses with `invalid` anything but `accept`, `answer` and `dismiss`, an answer that is too long, and to answer
    /// without an answer.
    package init(act: String, answer: String?) throws(Refusal) {
        guard let act = Suggestion.Act(rawValue: act), act != .reopen else {
            throw Refusal(.suggestion(.noDecision))
        }
        self.act = act
        self.answer =
            act == .answer ? try Self.neededAnswer.accept(answer ?? "") : try Self.answerRule.acceptOptional(answer)
    }
}
