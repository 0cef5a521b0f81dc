import Foundation
import Newsroom

@testable import Pages

extension Sample {
    static func suggestion(
        _ id: Int64 = 1, of story: Story = Sample.story(), passage: String? = "The line was given up",
        wrong: String = "It was never given up.", name: String? = "Ada Reader", thanks: Bool = true,
        state: Suggestion.State = .open, decision: Suggestion.Decision? = nil, isWithdrawn: Bool = false
    ) -> Suggestion {
        let texts = Suggestion.Texts(
            passage: passage, wrong: wrong, correct: "Only the pier was given up", evidence: "I sold its tickets.")
        return Suggestion(
            id: .init(id), story: story.reference, isWithdrawn: isWithdrawn, version: 1, texts: texts, name: name,
            mayBeThanked: thanks, sentAt: published, state: state, decision: decision)
    }

    static func decided(_ act: Suggestion.Act, _ answer: String?, by name: String = "Desk One") -> Suggestion.Decision {
        Suggestion.Decision(act: act, answer: answer, by: DraftPerson(id: .init(1), name: name), at: updated)
    }

    /// A receipt on which every text is the same.
    static func suggestionReceipt(
        _ text: String, _ story: Story, state: Suggestion.State = .answered, correction: Correction? = nil
    ) -> SuggestionReceipt {
        SuggestionReceipt(
            story: story.reference, texts: .init(passage: text, wrong: text, correct: text, evidence: text), name: text,
            mayBeThanked: true, sentAt: published, state: state, answer: text, decidedAt: updated,
            correction: correction)
    }

    /// The page of the desk with these suggestions.
    static func suggestions(
        _ suggestions: [Suggestion], by staff: Staff, of story: Story = Sample.story(), isDecided: Bool = false
    ) -> SuggestionsPage {
        SuggestionsPage(
            staff: staff, isDecided: isDecided, suggestions: PageOfResults(suggestions),
            stories: [story.id: SuggestedStory(version: story.current, captions: [])], openCount: suggestions.count,
            done: suggestions.first)
    }
}
