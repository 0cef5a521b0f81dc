extension Refusal {
    /// Suggested corrections.
    package enum SuggestionCode: String, RefusalCode {
        /// The sender wants to be thanked and gives no name; the passage is in no text that the sender can have read.
        case noName, notInText
        /// An editor has chosen nothing, or a colleague was faster.
        case noDecision, decidedMeanwhile, openAlready
        /// The draft of the story cannot take the correction now.
        case colleagueWrites, draftIsScheduled

        package var kind: Kind {
            switch self {
            case .noName, .notInText, .noDecision: .invalid
            case .decidedMeanwhile, .openAlready, .colleagueWrites, .draftIsScheduled: .conflict
            }
        }
    }
}
