import Foundation

/// What happens below a story while it is read.
package struct LiveWords: Sendable {
    package var again = "Load the page again"
    package var show = "Show them"
    package var first = "Go to the first"
    package var sentences = LiveSentences()
}

/// The sentences that are made in the browser, as the script takes them. `#` stands for a number; a sentence with a number has
/// the forms of its language, by the names of Unicode CLDR: `zero`, `one`, `two`, `few`, `many`, and always `other`.
package struct LiveSentences: Sendable, Encodable {
    package typealias Counted = [String: String]

    package var new: Counted = ["one": "# new comment", "other": "# new comments"]
    package var changed: Counted = ["one": "# comment was changed", "other": "# comments were changed"]
    package var shown: Counted = ["one": "# comment was put in", "other": "# comments were put in"]
    package var elsewhere: Counted = [
        "one": "# new comment is on another page", "other": "# new comments are on other pages",
    ]
    /// Beside the name of who wrote a comment that was put in.
    package var mark = "new"
    /// In place of a comment, until the page says which rule it broke.
    package var removed = "This comment was taken down."

    package var closed = "The discussion was closed."
    package var opened = "The discussion was opened again."
    package var updated = "The story was updated."
    package var corrected = "The story was corrected."
    package var withdrawn = "The story was withdrawn."
    package var reload = "Much has happened since you opened this page."

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Strings always encode.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
