package import Newsroom

/// The words about suggested corrections, for readers and for the desk.
package struct SuggestionWords: Sendable {
    /// The link below a story, and the title of the form.
    package var title = "Suggest a correction"
    package var on = "On the story:"
    package var introduction = "Tell us what is wrong in this story. An editor reads every suggestion."
    package var passage = "The passage"
    package var passageHint = "Copy the words as the story has them. Up to 500 characters."
    package var wrong = "What is wrong?"
    package var correct = "What is right?"
    package var evidence = "How do you know?"
    package var evidenceHint = "For example an address, a document, or that you were there."
    package var limit = "Up to 2,000 characters."
    package var name = "Your name"
    package var nameHint = "2 to 40 characters. Only our editors see it, unless you let us thank you."
    package var thanks = "You may thank me by name"
    package var send = "Send suggestion"

    package var receiptTitle = "Your suggestion"
    package var keep = "Bookmark this page. It shows our decision as soon as we have one."
    package var keepAccepted = "Bookmark this page. It shows the next correction of this story."
    package var story = "Story"
    package var isWithdrawn = "Readers no longer see this story."
    package var sent = "Sent"
    package var decided = "Decided"
    package var answer = "Our answer"
    package var corrected = "Correction"
    package var readCorrection = "Read the correction"
    package var mayThank = "We may thank you by this name."
    package var state: @Sendable (Suggestion.State, _ isCorrected: Bool) -> String = { state, isCorrected in
        switch state {
        case .open: "An editor will look at your suggestion."
        // Another suggestion may have caused that correction.
        case .accepted where isCorrected:
            "We accepted your suggestion, and the story has been corrected since. Thank you."
        case .accepted: "We accepted your suggestion. Thank you."
        case .answered: "We answered your suggestion."
        case .dismissed: "We looked at your suggestion and decided not to change the story."
        }
    }

    /// The desk.
    package var deskTitle = "Suggestions"
    package var views = "Views"
    package var open = "Open"
    package var closed = "Decided"
    package var noneOpen = "No open suggestions"
    package var noneDecided = "No decided suggestions"
    package var more = "More suggestions"
    package var back = "All suggestions"
    package var one: Words.Counted = { "Suggestion \($0)" }
    package var count: Words.Counted = { count in
        if count >= Suggestion.mostCounted { return "\(count.grouped) or more suggested corrections" }
        return count == 1 ? "1 suggested correction" : "\(count.grouped) suggested corrections"
    }
    package var noName = "without a name"
    package var wantsThanks = "may be thanked by name"
    package var version: Words.Counted = { "in version \($0)" }
    package var isGone = "This passage is no longer in the text."
    package var isDraftAgain = "The story is a draft again."
    package var deskWrong = "What is wrong"
    package var deskCorrect = "What is right"
    package var deskEvidence = "How they know"
    package var answerLabel = "Answer to the sender"
    package var answerNeed = "needed for “Answer”"
    package var answerHint = "Up to 2,000 characters. The sender reads it on the receipt, without your name."
    package var accept = "Accept and correct"
    package var reply = "Answer"
    package var dismiss = "Dismiss"
    package var reopen = "Reopen"
    package var openDraft = "Open the draft"
    /// On the page of the draft. A link to the place follows.
    package var accepted: @Sendable (AcceptedSuggestion.Place) -> String = { place in
        switch place {
        case .form: "The suggestion is accepted. Correct the text, then check and complete the reader’s words under"
        case .note:
            "The suggestion is accepted. This draft has a note to readers already, so the reader’s words are under"
        }
    }
    package var acted: @Sendable (_ act: Suggestion.Act, _ name: String) -> String = { act, name in
        switch act {
        case .accept: "Accepted by \(name)"
        case .answer: "Answered by \(name)"
        case .dismiss: "Dismissed by \(name)"
        case .reopen: "Reopened by \(name)"
        }
    }
    package var done: @Sendable (Suggestion.State) -> String = { state in
        switch state {
        case .open: "The suggestion is open again."
        case .accepted: "The suggestion is accepted."
        case .answered: "The suggestion is answered."
        case .dismissed: "The suggestion is dismissed."
        }
    }

    /// The note to readers that an editor begins with, of at most `DraftRules.correction.maximum` characters.
    package func note(for suggestion: Suggestion) -> String {
        let texts = suggestion.texts
        let thanks = suggestion.thankedName.map { " Thanks to \($0)." } ?? ""
        let said =
            texts.passage.map { "An earlier version said \($0.asOneLine.asQuotation)" }
            ?? "An earlier version had an error."
        let room = DraftRules.correction.maximum - (said + thanks).unicodeScalars.count - 12
        let correct = texts.correct.map { " In fact: \($0.asOneLine.cut(toScalars: room).asSentence)" } ?? ""
        return said + correct + thanks
    }
}

extension String {
    fileprivate var asOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    fileprivate var asSentence: String { isSentence ? self : "\(self)." }

    /// The text between quotation marks, with a stop after them unless the text ends with its own.
    fileprivate var asQuotation: String {
        let said = withoutQuotationMarks
        return "“\(said)”\(said.isSentence ? "" : ".")"
    }

    /// Whether the text ends with the mark of a sentence, which may stand before closing marks.
    private var isSentence: Bool {
        let end = last(where: { !"\"”’»“')".contains($0) })
        return end.map { ".!?…。！？؟۔।".contains($0) } ?? true
    }

    /// The text without the quotation marks around all of it.
    private var withoutQuotationMarks: String {
        for (open, close) in zip("“\"„«»‘'「", "”\"“»«’'」") where count > 2 && first == open && last == close {
            let inner = dropFirst().dropLast()
            if !inner.contains(open) { return String(inner) }
        }
        return self
    }

    fileprivate func cut(toScalars most: Int) -> String {
        guard unicodeScalars.count > most else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(most - 1))) + "…"
    }
}
