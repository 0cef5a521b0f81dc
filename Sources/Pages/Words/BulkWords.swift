package import Newsroom

/// The words of decisions on many cases.
package struct BulkWords: Sendable {
    package var select: Words.Named = { "Select the comment by \($0)" }
    package var decideSelected = "Decide the selected cases"
    package var decideAll: Words.Counted = { "Decide all \($0.grouped) of this view" }
    /// A script adds this line.
    package var keys = "Keys: j next, k previous, x select"

    package var title: Words.Counted = { $0 == 1 ? "Decide 1 case" : "Decide \($0.grouped) cases at once" }
    package var cut: @Sendable (_ shown: Int, _ chosen: Int) -> String = { shown, chosen in
        "You chose \(chosen.grouped) cases. This page has the \(shown.grouped) that you can decide now. "
            + "The others are already decided, need a decision of their own, or are over the limit of one decision."
    }
    package var nothing = "All of these cases have been decided."
    package var numbers = "These cases in numbers"
    package var held = "Held comments"
    package var published = "Published comments"
    package var stories = "Stories"
    package var names = "Commenter names"
    package var reportedUnder: Words.Named = { "Reported under \($0)" }
    package var open = "Open on a colleague’s screen (left out)"
    package var needsSecond: Words.Counted = {
        "This decision is on more than \($0.grouped) cases, so a colleague has to confirm it."
    }
    package var remove: Words.Counted = { $0 == 1 ? "Remove it" : "Remove all \($0.grouped)" }
    package var keep: Words.Counted = { $0 == 1 ? "Keep or publish it" : "Keep or publish all \($0.grouped)" }
    package var list = "The cases"
    package var back = "Back to the queue"

    package var decision: Words.Counted = { "Decision \($0)" }
    package var waits: Words.Counted = {
        "A decision on \($0.grouped) cases needs a colleague’s confirmation."
    }
    package var proposed: @Sendable (_ name: String, BulkRuling.Outcome, _ clause: String?, _ cases: Int) -> String = {
        name, outcome, clause, cases in
        switch outcome {
        case .remove: "\(name) wants to remove \(counted(cases))\(under(clause))."
        case .keep: "\(name) wants to keep or publish \(counted(cases))."
        }
    }
    package var decided: @Sendable (_ name: String, BulkRuling.Outcome, _ clause: String?, _ count: Int) -> String = {
        name, outcome, clause, count in
        switch outcome {
        case .remove: "\(name) removed \(counted(count))\(under(clause))."
        case .keep: "\(name) kept or published \(counted(count))."
        }
    }
    package var mayConfirm = "Read the comments, then confirm or discard the decision."
    package var mayDiscard = "A colleague has to confirm this decision. You can discard it."
    package var changed: Words.Counted = {
        $0 == 1
            ? "1 case has changed since and will be left out."
            : "\($0.grouped) cases have changed since and will be left out."
    }
    package var confirmedBy: Words.Named = { "\($0) confirmed this decision." }
    package var leftOut: Words.Counted = {
        ($0 == 1 ? "1 case was left out." : "\($0.grouped) cases were left out.")
            + " Each was already decided, open on a colleague’s screen, waiting for an editor, changed, or removed by the commenter, or the commenter asks for its removal:"
    }
    package var discarded = "This decision was discarded. Nothing was changed."
    package var undone: @Sendable (_ undone: Int, _ decided: Int) -> String = { undone, decided in
        undone == decided
            ? "Undone. All \(decided.grouped) comments are as they were before."
            : "Undone. \(undone.grouped) of \(decided.grouped) comments are as they were before; "
                + "later decisions or the commenters changed the others."
    }
    package var confirm = "Confirm"
    package var discard = "Discard"
    package var undo: Words.Counted = { $0 == 1 ? "Undo it" : "Undo all \($0.grouped)" }

    private static func counted(_ count: Int) -> String { count == 1 ? "1 comment" : "\(count.grouped) comments" }
    private static func under(_ clause: String?) -> String { clause.map { " under \($0)" } ?? "" }
}
