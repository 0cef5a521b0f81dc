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
            "You have already posted an entry with this form. Post this text as another entry, or edit the first one below."
        case .tooManyKeyPoints:
            "A story has at most \(refusal[.limit]) key points. Choose “Remove from key points” on another entry first."
        case .hasPicture: "Entries have no pictures. Take the picture out of the text."
        case .losesAddress:
            "A link in the entry leads nowhere or shows no words. Write it like [words](https://example.org)."
        case .losesFootnote:
            "The entry has a footnote, but no mark that leads to it. Put the mark, such as [^1], into the text."
        case .showsNothing: "Readers would see nothing of this text. Write a sentence."
        case .noAct: "Choose what to do."
        }
    }
}
