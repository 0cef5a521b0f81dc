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
    package var rule = "Reported rule"
    package var anyRule = "Any rule"
    package var language = "Language of the story (such as de)"
    package var story = "Story number"
    package var topic = "Topic"
    package var hours = "Open for at least this many hours"
    package var hoursUnread = "Posted at least this many hours ago"
    package var show = "Show"
    package var showAll = "Show the whole view"
    package var saveAs = "Save this view as"
    package var saveHint = "Up to 40 characters. Only you see it."
    package var save = "Save view"
    package var isSaved = "You saved this view as"
    package var deleteView = "Delete view"
    package var start = "Start with the first case"
    package var startUnread = "Start with the first comment"
    package var count: Words.Counted = { $0 == 1 ? "1 case" : "\($0.grouped) cases" }
    package var countUnread: Words.Counted = { count in
        if count >= UnreadComment.mostCounted { return "\(count.grouped) comments or more" }
        return count == 1 ? "1 comment" : "\(count.grouped) comments"
    }
    package var atLeast: Words.Counted = { "\($0.grouped)+" }
    package var nothing: @Sendable (QueueFilter.View) -> String = {
        $0 == .unread ? "No unread comments" : "No open cases"
    }
    package var nothingLeft = "No more cases in this view, except any that colleagues have open"
    package var more = "More cases"
    package var moreUnread = "More comments"
    package var open = "Open"
    /// Hidden text after `open` that tells screen readers which comment the button opens.
    package var openUnread: Words.Counted = { "comment \($0)" }
    package var openAt: Words.Named = { "\($0) has it open" }
    package var priority: @Sendable (_ time: String, _ because: String) -> String = { time, because in
        because.isEmpty ? "Priority: \(time)" : "Priority: \(time) (includes \(because))"
    }
    package var waited: @Sendable (_ minutes: Int) -> String = { minutes in
        minutes < 120
            ? "\(minutes.grouped) min"
            : minutes < 2_880 ? "\((minutes / 60).grouped) h" : "\((minutes / 1_440).grouped) days"
    }
    package var because: @Sendable (_ held: Int, _ asked: Int, _ reports: Int, _ audience: Int) -> String = {
        held, asked, reports, audience in
        let reasons = [
            (held, "because it is held"), (asked, "because the commenter asks"), (reports, "for reports"),
            (audience, "for activity on the story"),
        ]
        return reasons.filter { $0.0 > 0 }.map { "\($0.0.grouped) min \($0.1)" }.joined(separator: ", ")
    }

    /// The words of a case that somebody works on in the queue.
    package var skip = "Skip"
    package var hold = "Hold"
    package var escalate = "Give to an editor"
    package var leave = "Leave the queue"
    package var claimed: Words.Named = { "\($0) has this case open. You can decide it when they are done." }
    package var forEditors = "This case is waiting for an editor."
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
        "Your rulings today: \(decided.grouped), \(removed.grouped) of them removals"
    }
    package var restHint = "You have removed many comments today. Another view may be easier for a while:"
    package var keys = "Keys"
    package var keysHint =
        "When you are not typing in a field, each key does one action. You can change the keys or switch them off."
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
    package var lost =
        "We could not confirm that your decision was saved. Try again, or reload the page to see the case as it is."
    package var unsent = "You typed text that this button does not send. Go on without it?"
    package var stay = "Stay here"
    package var goOn = "Go on"
}
