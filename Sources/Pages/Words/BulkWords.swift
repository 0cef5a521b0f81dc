package import Newsroom

/// The words of decisions on many cases.
package struct BulkWords: Sendable {
    package var select: Words.Named = { "Select the comment by \($0)" }
    package var decideSelected = "Decide the selected cases"
    package var decideAll: Words.Counted = { "Decide all \($0.grouped) of this view" }
    /// A script adds this line.
    package var keys = "j and k move through the list, x selects."

    package var title: Words.Counted = { $0 == 1 ? "Decide 1 case" : "Decide \($0.grouped) cases at once" }
    package var cut: @Sendable (_ shown: Int, _ chosen: Int) -> String = { shown, chosen in
        "You chose \(chosen.grouped) cases. \(shown.grouped) of them can be decided now: "
            + "others are decided already, or one decision does not take so many."
    }
    package var nothing = "None of these cases is open any more."
    package var numbers = "These cases in numbers"
    package var held = "Held comments"
    package var published = "Published comments"
    package var stories = "Stories"
    package var names = "Names"
    package var reportedUnder: Words.Named = { "Reported under \($0)" }
    package var open = "Open at a colleague's, left out"
    package var needsSecond: Words.Counted = {
        "More than \($0.grouped) cases: a colleague has to confirm this decision."
    }
    package var remove: Words.Counted = { $0 == 1 ? "Remove it" : "Remove all \($0.grouped)" }
    package var keep: Words.Counted = { $0 == 1 ? "Keep or publish it" : "Keep or publish all \($0.grouped)" }
    package var list = "The cases"
    package var back = "Back to the queue"

    package var decision: Words.Counted = { "Decision \($0)" }
    package var waits: Words.Counted = {
        "A decision on \($0.grouped) cases waits for a second person."
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
    package var mayDiscard = "It waits for a colleague. You can discard it."
    package var changed: Words.Counted = {
        $0 == 1
            ? "1 case is no longer as it was, and will be left out."
            : "\($0.grouped) cases are no longer as they were, and will be left out."
    }
    package var confirmedBy: Words.Named = { "\($0) confirmed it." }
    package var leftOut: Words.Counted = {
        ($0 == 1 ? "1 case was left out" : "\($0.grouped) cases were left out")
            + ", because somebody had decided or opened it, or because its text had changed:"
    }
    package var discarded = "This decision was discarded. Nothing was changed."
    package var undone: @Sendable (_ undone: Int, _ decided: Int) -> String = { undone, decided in
        undone == decided
            ? "Undone. All \(decided.grouped) comments are as they were before."
            : "Undone. \(undone.grouped) of \(decided.grouped) comments are as they were before; "
                + "later decisions changed the others."
    }
    package var confirm = "Confirm"
    package var discard = "Discard"
    package var undo: Words.Counted = { $0 == 1 ? "Undo it" : "Undo all \($0.grouped)" }

    private static func counted(_ count: Int) -> String { count == 1 ? "1 comment" : "\(count.grouped) comments" }
    private static func under(_ clause: String?) -> String { clause.map { " under \($0)" } ?? "" }
}
