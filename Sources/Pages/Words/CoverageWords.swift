import Newsroom

/// The words of live stories.
package struct CoverageWords: Sendable {
    /// The mark of a story whose coverage goes on.
    package var live = "Live"
    /// The mark of a story whose coverage has ended.
    package var ended = "Live coverage has ended"
    package var heading = "As it happens"
    package var headingOfEnded = "As it happened"
    package var since = "Live since"
    package var from = "Live from"
    package var to = "to"
    package var keyPoints = "Key points"
    package var keyPoint = "Key point"
    package var none = "No entries yet."
    package var edited = "edited"
    package var permalink: Words.Named = { "Link to the entry of \($0)" }
    package var olderEntries = "Older entries"
    package var newerEntries = "Newer entries"
    package var laterEntries = "Later entries"
    package var earlierEntries = "Earlier entries"
    package var olderEntry = "Earlier entry"
    package var newerEntry = "Later entry"
    package var wholeStory = "Go to the live story"
    package var title: Words.Named = { "Entries: \($0)" }
    package var entryTitle: @Sendable (_ time: String, _ headline: String) -> String = { "\($0): \($1)" }
    package var sentences = EntrySentences()

    package var add = "Add an entry"
    package var page = "Live story"
    package var notLive =
        "Readers see the entries of a live story below its text, the newest first. Each appears on open pages as soon as "
        + "you post it."
    package var goLive = "Go live"
    package var goLiveAgain = "Go live again"
    package var isEnded = "The live coverage has ended. Its entries stay, and you can edit them."
    package var text = "New entry"
    package var textOfEdit = "Text"
    package var textHint = "Up to 5,000 characters. Markdown, like the text of a story, but without pictures."
    package var headline = "Headline"
    package var headlineHint = "Up to 150 characters"
    package var more = "Headline and key point"
    package var isKeyPoint = "Key point: also in the box above the entries"
    package var post = "Post"
    package var settings = "Order and end"
    package var settingsOfEnded = "Order"
    package var newestFirst = "Show the newest first"
    package var oldestFirst = "Show the oldest first"
    package var end = "End the live coverage"
    package var endNote = "The entries stay on the page. You can go live again."
    package var entries = "Entries"
    package var edit = "Edit"
    package var pin = "Make it a key point"
    package var unpin = "Remove from key points"
    package var remove = "Remove"
    package var removeNote =
        "Readers no longer see the entry, and its address says that we removed it. This cannot be undone."
    package var removeForGood = "Remove for good"
    /// Names an entry: its time, then the beginning of its words.
    package var entryName: @Sendable (_ time: String, _ beginning: String) -> String = { "\($0): \($1)" }
    /// Says on the desk which entry a link or a button is about. The number tells entries with the same words apart.
    package var which: @Sendable (_ number: Int64, _ name: String) -> String = { "(entry \($0), \($1))" }
    package var editHeading = "Edit an entry"
    package var current = "The text as it is now"
    package var back = "Back to all entries"
}

/// The sentences that the script of live stories uses in the browser. `#` stands for a number; see `LiveSentences`.
package struct EntrySentences: Sendable, ScriptSentences {
    package var waiting: LiveSentences.Counted = ["one": "# new entry", "other": "# new entries"]
    package var added: LiveSentences.Counted = ["one": "# entry added", "other": "# entries added"]
    package var mark = "new"
}
