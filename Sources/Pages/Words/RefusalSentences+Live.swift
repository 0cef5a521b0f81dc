import Newsroom

/// Refusals that concern live stories.
extension RefusalSentences {
    static func live(_ code: Refusal.LiveCode, _ refusal: Refusal) -> String {
        switch code {
        case .notLive: "This story is not live. Choose “Go live” first."
        case .ended: "The live coverage has ended. Choose “Go live again”, then post your entry."
        case .removed: "This entry was removed."
        case .changedMeanwhile:
            "Somebody has edited this entry since you opened it. Your text is below; nothing was overwritten."
        case .postedAlready:
            "Your first text is an entry already. Post this one as another entry, or edit the first one below."
        case .tooManyKeyPoints:
            "A story has at most \(refusal[.limit]) key points. Make another entry an ordinary one first."
        case .noAct: "Choose what to do."
        }
    }
}
