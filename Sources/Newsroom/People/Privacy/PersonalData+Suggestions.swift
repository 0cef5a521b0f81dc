package import Foundation

extension PersonalData {
    /// A correction that a person suggested.
    package struct Suggestion: Sendable, Encodable {
        let story: Int64
        let passage: String?
        let wrong: String
        let correct, evidence, name: String?
        let mayBeThanked: Bool
        let sentAt: Date
        let state: String
        let answer: String?

        package init(
            story: Int64, texts: Newsroom.Suggestion.Texts, name: String?, mayBeThanked: Bool, sentAt: Date,
            state: String, answer: String?
        ) {
            self.story = story
            passage = texts.passage
            wrong = texts.wrong
            correct = texts.correct
            evidence = texts.evidence
            self.name = name
            self.mayBeThanked = mayBeThanked
            self.sentAt = sentAt
            self.state = state
            self.answer = answer
        }
    }
}
