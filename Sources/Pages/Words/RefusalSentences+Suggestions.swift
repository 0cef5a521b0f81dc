import Newsroom

/// Refusals that concern suggested corrections.
extension RefusalSentences {
    static func suggestion(_ code: Refusal.SuggestionCode, _ refusal: Refusal) -> String {
        switch code {
        case .noName: "Enter your name, or clear “You may thank me by name”."
        case .notInText:
            "We cannot find this passage in the story. Copy it exactly, or leave this field empty and describe the place."
        case .noDecision: "Choose whether to accept, answer or dismiss the suggestion."
        case .decidedMeanwhile:
            "\(refusal[.name]) has already \(did(refusal[.outcome])) this suggestion. Your decision was not applied."
        case .openAlready: "This suggestion is open already."
        case .colleagueWrites:
            "\(refusal[.name]) is writing the draft of this story now, so nothing was changed. "
                + "Accept the suggestion when they are done."
        case .draftIsScheduled:
            "The draft of this story is scheduled, so nothing was changed. Choose “Return to the author”, or publish the draft first."
        }
    }

    private static func did(_ state: String) -> String {
        switch Suggestion.State(rawValue: state) {
        case .accepted: "accepted"
        case .dismissed: "dismissed"
        case .answered, .open, nil: "answered"
        }
    }
}
