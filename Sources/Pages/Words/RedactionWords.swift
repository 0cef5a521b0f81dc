import Newsroom

/// The words for passages that the desk takes out of comments.
package struct RedactionWords: Sendable {
    package var title = "Black out a passage"
    package var passage = "The passage"
    package var passageHint =
        "Copy it from the comment. Each place where it occurs is blacked out for readers; the desk keeps the text."
    package var clause = "Rule broken"
    package var noClause = "No rule"
    package var button = "Black out"
    /// Precedes the text as it was typed, after a passage was not found in it.
    package var asTyped = "The comment as it was typed"

    package var list = "Blacked-out passages"
    package var madeBy: Words.Named = { "Blacked out by \($0)" }
    package var undoneBy: Words.Named = { "undone by \($0)" }
    package var textBefore = "The text before"
    package var undo = "Undo"
    /// Hidden text after `undo` that tells screen readers what the button undoes.
    package var undone = "the latest blackout"
}

extension RefusalSentences {
    static func redaction(_ code: Refusal.RedactionCode) -> String {
        switch code {
        case .noPassage: "Copy the passage from the comment into the field."
        case .notInText:
            "The comment does not contain this passage. Copy it exactly from the text below, "
                + "including capitals and punctuation."
        case .wholeText: "This is the whole comment. Remove the comment instead."
        case .blackAlready: "This passage is already blacked out. Copy another one."
        case .takenDown: "This comment was removed. Readers cannot see it, so there is nothing to black out."
        case .changedMeanwhile:
            "The commenter or the desk changed this comment after you opened it. Nothing was blacked out. "
                + "Read the new text first."
        case .undoneAlready: "This blackout has already been undone."
        case .overtaken: "This comment has a later blackout or edit. Undo the latest blackout first."
        }
    }
}
