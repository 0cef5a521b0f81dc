package import Newsroom

/// The words of the moderation queue.
package struct QueueWords: Sendable {
    package var title = "Queue"
    package var views = "Views"
    package var view: @Sendable (QueueFilter.View) -> String = { view in
        switch view {
        case .open: "All open"
        case .reported: "Reported"
        case .held: "Held"
        case .escalated: "For editors"
        case .unread: "Unread"
        }
    }
    package var narrow = "Narrow the view"
    package var rule = "Rule in a report"
    package var anyRule = "Any rule"
    package var language = "Language (such as de)"
    package var story = "Number of the story"
    package var topic = "Topic"
    package var hours = "Open for at least (hours)"
    package var hoursUnread = "Posted at least (hours) ago"
    package var show = "Show"
    package var showAll = "Show the whole view"
    package var saveAs = "Save this view as"
    package var saveHint = "Up to 40 characters. Only you see it."
    package var save = "Save view"
    package var isSaved = "You saved this view as"
    package var deleteView = "Delete"
    package var start = "Start with the first case"
    package var startUnread = "Start with the first comment"
    package var count: Words.Counted = { $0 == 1 ? "1 case" : "\($0.grouped) cases" }
    package var countUnread: Words.Counted = { count in
        if count >= UnreadComment.mostCounted { return "\(count.grouped) comments or more" }
        return count == 1 ? "1 comment" : "\(count.grouped) comments"
    }
    package var atLeast: Words.Counted = { "\($0.grouped)+" }
    package var nothing = "Nothing waits here."
    package var nothingLeft = "No other case waits here, or colleagues have the rest open."
    package var more = "More cases"
    package var moreUnread = "More comments"
    package var open = "Open"
    /// Hidden text after `open` that tells screen readers which comment the button opens.
    package var openUnread: Words.Counted = { "comment \($0)" }
    package var openAt: Words.Named = { "\($0) has it open" }
    package var ranks = "Ranks as if open for"
    package var waited: @Sendable (_ minutes: Int) -> String = { minutes in
        minutes < 120
            ? "\(minutes.grouped) min"
            : minutes < 2_880 ? "\((minutes / 60).grouped) h" : "\((minutes / 1_440).grouped) days"
    }
    package var because: @Sendable (_ held: Int, _ reports: Int, _ audience: Int) -> String = {
        held, reports, audience in
        let reasons = [(held, "held"), (reports, "reports"), (audience, "readers of the story")]
        return reasons.filter { $0.0 > 0 }.map { "\($0.0.grouped) min for \($0.1)" }.joined(separator: ", ")
    }

    /// The words of a case that somebody works on in the queue.
    package var skip = "Skip"
    package var hold = "Hold"
    package var escalate = "Give to an editor"
    package var leave = "Leave the queue"
    package var claimed: Words.Named = { "\($0) has this case open. You can decide it when they are done." }
    package var forEditors = "This case waits for an editor."
    package var thread = "Open the thread"
    package var next = "Next case"
    package var done: @Sendable (Ruling.Outcome, _ clause: String?) -> String = { outcome, clause in
        switch outcome {
        case .uphold: clause.map { "Removed under \($0)." } ?? "Removed."
        case .dismiss: "Kept."
        case .approve: "Published."
        }
    }
    package var acted: @Sendable (CaseAct.Kind) -> String = { $0 == .hold ? "Held." : "Given to an editor." }
    package var undone = "Undone. The case is open again."
    package var undo = "Undo"
    package var today: @Sendable (_ decided: Int, _ removed: Int) -> String = { decided, removed in
        "Today: \(decided.grouped) decided, \(removed.grouped) removed"
    }
    package var restHint = "You have read much abuse today. Another view may be easier for a while:"
    package var keys = "Keys"
    package var keysHint =
        "One key does each of these while no field is in use. Change a key, or switch all of them off."
    package var keysOn = "Use keys"
    package var act: Words.Named = { act in
        switch act {
        case "approve": "Keep or publish"
        case "remove": "Remove"
        case "hold": "Hold"
        case "skip": "Skip"
        case "escalate": "Give to an editor"
        case "thread": "Open the thread"
        case "reply": "Reply as the desk"
        default: "Undo the last decision"
        }
    }
    package var close = "Close"
    package var lost = "Your decision did not reach the server. Please try again."
}
