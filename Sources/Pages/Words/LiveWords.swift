/// The words of the live bar below a story.
package struct LiveWords: Sendable {
    package var again = "Reload"
    package var show = "Show"
    package var first = "Jump to first"
    package var sentences = LiveSentences()
}

/// The sentences that the live script uses in the browser. `#` stands for a number. A sentence with a number
/// has the plural forms of its language, under their Unicode CLDR names: `zero`, `one`, `two`, `few`, `many`,
/// and always `other`.
package struct LiveSentences: Sendable, ScriptSentences {
    package typealias Counted = [String: String]

    package var new: Counted = ["one": "# new comment", "other": "# new comments"]
    package var changed: Counted = ["one": "# comment edited", "other": "# comments edited"]
    package var shown: Counted = ["one": "# comment added", "other": "# comments added"]
    package var renewed: Counted = ["one": "# edited comment shown", "other": "# edited comments shown"]
    package var elsewhere: Counted = [
        "one": "# new comment on another page", "other": "# new comments on other pages",
    ]
    /// Shown beside the name on a comment that the script has inserted.
    package var mark = "new"
    /// Replaces a removed comment until a reload shows which rule it broke.
    package var removed = "This comment was removed."
    /// Replaces the name of its commenter above replies to it.
    package var removedComment = "a removed comment"
    /// Replaces the text of a comment from which the desk removed a passage, until the reader asks for the rest.
    package var redacted = "We blacked out a passage. Press “Show” to read the new text."

    package var closed = "The discussion is closed."
    package var opened = "The discussion is open again."
    package var live = "The story went live."
    package var updated = "The story was updated."
    package var corrected = "The story was corrected."
    package var withdrawn = "The story was withdrawn."
    package var reload = "Much has changed on this page."
}
