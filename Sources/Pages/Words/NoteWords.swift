/// The words of notes on drafts.
package struct NoteWords: Sendable {
    package var heading = "Notes"
    package var none = "No open notes"
    package var open: Words.Counted = { $0 == 1 ? "1 open note" : "\($0) open notes" }
    package var resolved: Words.Counted = { $0 == 1 ? "1 resolved note" : "\($0) resolved notes" }
    package var resolvedBy: Words.Named = { "Resolved by \($0)" }
    package var passageIsGone = "This passage is not in the saved text."

    package var text = "Your note"
    package var textHint = "Colleagues who may open this draft see it. Readers never do."
    package var passage = "The passage that you mean"
    package var passageHint = "Copy it from the text. Empty: the note is about the whole story."
    package var add = "Add note"
    package var addHint = "This button does not save the story. Save it first."
    package var resolve = "Resolve"
    package var reopen = "Reopen"
    /// Follows the name of an action, for screen readers.
    package var noteBy: Words.Named = { "the note by \($0)" }
}
