package import Foundation

/// A reader's suggestion to correct a story, as editors see it.
package struct Suggestion: Sendable, Hashable {
    package typealias ID = Identifier<Suggestion>

    package enum State: String, Sendable, Hashable, CaseIterable {
        case open, accepted, answered, dismissed
    }

    package let id: ID
    package let story: StoryReference
    package let isWithdrawn: Bool
    /// The version of the story that has the passage.
    package let version: Int
    package let texts: Texts
    /// The sender's name; `nil` without one, or after the account of the sender was erased.
    package let name: String?
    /// Whether the sender agrees to be thanked by name.
    package let mayBeThanked: Bool
    package let sentAt: Date
    package let state: State
    /// The latest decision, or the reopening after it.
    package let decision: Decision?
    /// The decisions before that one, the latest first.
    package var earlier: [Decision] = []
    /// Whether an editor has made the story a draft again, so that readers find nothing at its address.
    package var isDraftAgain = false
    /// The draft that the story has become again; `nil` once somebody has discarded it.
    package var draft: Draft.ID?

    package init(
        id: ID, story: StoryReference, isWithdrawn: Bool = false, version: Int, texts: Texts, name: String?,
        mayBeThanked: Bool, sentAt: Date, state: State, decision: Decision?
    ) {
        self.id = id
        self.story = story
        self.isWithdrawn = isWithdrawn
        self.version = version
        self.texts = texts
        self.name = name
        self.mayBeThanked = mayBeThanked
        self.sentAt = sentAt
        self.state = state
        self.decision = decision
    }

    /// The largest number of open suggestions that is counted.
    package static let mostCounted = 1_000

    /// The name with which the correction may thank the sender.
    package var thankedName: String? { mayBeThanked ? name : nil }
}

extension Suggestion {
    /// The texts of a suggestion.
    package struct Texts: Sendable, Hashable {
        /// The words of the story that are wrong, as the story has them.
        package let passage: String?
        package let wrong: String
        package let correct: String?
        /// How the sender knows.
        package let evidence: String?

        package init(passage: String?, wrong: String, correct: String?, evidence: String?) {
            self.passage = passage
            self.wrong = wrong
            self.correct = correct
            self.evidence = evidence
        }
    }

    /// Something that an editor does with a suggestion. Each is kept, so that the record shows all of them.
    package enum Act: String, Sendable, Hashable, CaseIterable {
        case accept, answer, dismiss, reopen

        /// The state of the suggestion afterwards.
        package var state: State {
            switch self {
            case .accept: .accepted
            case .answer: .answered
            case .dismiss: .dismissed
            case .reopen: .open
            }
        }
    }

    package struct Decision: Sendable, Hashable {
        package let act: Act
        /// What the sender is told.
        package let answer: String?
        package let by: DraftPerson
        package let at: Date

        package init(act: Act, answer: String?, by person: DraftPerson, at time: Date) {
            self.act = act
            self.answer = answer
            by = person
            at = time
        }
    }
}

extension Suggestion {
    /// The note to colleagues on a draft that has a note to readers already. `note` is the one for readers.
    package func note(with note: String) -> String {
        let text = "Suggestion \(id) by a reader: \(texts.wrong)\n\n\(note)"
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(DraftNote.textRule.maximum)))
    }
}

/// The draft of a story after a suggestion was accepted.
package struct AcceptedSuggestion: Sendable, Hashable {
    /// The part of the draft that has the reader's words: the note to readers, or a note to colleagues.
    package enum Place: String, Sendable, Hashable {
        case form, note
    }

    package let draft: Draft.ID
    package let place: Place

    package init(draft: Draft.ID, place: Place) {
        self.draft = draft
        self.place = place
    }
}

/// The content of the receipt for a suggestion. It does not say which editor decided.
package struct SuggestionReceipt: Sendable, Hashable {
    /// `nil` for a withdrawn story, whose headline nobody may see anymore.
    package let story: StoryReference?
    package let texts: Suggestion.Texts
    package let name: String?
    package let mayBeThanked: Bool
    package let sentAt: Date
    package let state: Suggestion.State
    package let answer: String?
    /// `nil` while the suggestion is open.
    package let decidedAt: Date?
    /// The correction that followed; `nil` until it is published.
    package let correction: Correction?

    package init(
        story: StoryReference?, texts: Suggestion.Texts, name: String?, mayBeThanked: Bool, sentAt: Date,
        state: Suggestion.State, answer: String?, decidedAt: Date?, correction: Correction?
    ) {
        self.story = story
        self.texts = texts
        self.name = name
        self.mayBeThanked = mayBeThanked
        self.sentAt = sentAt
        self.state = state
        self.answer = answer
        self.decidedAt = decidedAt
        self.correction = correction
    }
}
