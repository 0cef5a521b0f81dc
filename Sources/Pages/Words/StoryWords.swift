package import Markup
package import Newsroom

/// The words of the story page, without its discussion.
package struct StoryWords: Sendable {
    package var by: Words.Named = { "By \($0)" }
    /// The credits of a story as one sentence, without parentheses.
    package var credits: @Sendable ([Credit]) -> String = { SignOff.sentence($0) }
    package var agencyNote = "Note from the agency:"
    package var updated = "Updated"
    /// Precedes the time at the end of a printed story.
    package var published = "Published"
    package var whatChanged = "See what changed"
    package var about = "About this story"
    package var topics = "Related topics"
    package var related = "Related stories"
    /// The heading of a fact box without a title.
    package var facts = "Facts"
    /// In a preview, after an address that has no card yet.
    package var cardLater = "(becomes a card when the story is published)"
    package var spoken = SpokenWords(
        table: { "Table \($0)" }, struck: "struck through:", footnote: { "Footnote \($0)" }, footnotes: "Footnotes",
        backToText: { number, place in
            "Back to footnote \(number) in the text" + (place == 1 ? "" : ", place \(place)")
        })
}

/// The words of the gallery.
package struct PictureWords: Sendable {
    package typealias Placed = @Sendable (_ place: Int, _ count: Int) -> String

    /// The heading of a picture's page: `3 of 8`, or `Picture` if the story has only one.
    package var place: Placed = { $1 == 1 ? "Picture" : "\($0) of \($1)" }
    package var title: @Sendable (_ place: Int, _ count: Int, _ headline: String) -> String = {
        $1 == 1 ? "Picture: \($2)" : "Picture \($0) of \($1): \($2)"
    }
    package var credit = "Credit:"
    package var gallery = "Pictures of this story"
    package var all: Words.Counted = { count in
        count == 1 ? "See the picture" : count == 2 ? "See both pictures" : "See all \(count) pictures"
    }
    package var previous = "Previous"
    package var next = "Next"
    package var unnamed: Placed = { $1 == 1 ? "Picture" : "Picture \($0) of \($1)" }
    package var handout = "Handout"
    package var handoutBy: Words.Named = { "Handout from \($0)" }
    package var madeBy: Words.Named = { "Picture by \($0)" }
    package var via: Words.Named = { "via \($0)" }
    package var rights: Words.Named = { "Rights: \($0)" }
    package var usageTerms = "Newsroom only. Usage terms:"
    package var missing = "This picture's file is missing."
}

/// The words of the pages on a story's versions.
package struct VersionWords: Sendable {
    package var title: Words.Named = { "Versions: \($0)" }
    package var heading = "Versions of this story"
    package var version: Words.Counted = { "Version \($0)" }
    package var heads: @Sendable (_ number: Int, _ count: Int) -> String = { "Version \($0) of \($1)" }
    package var current = "Current version"
    package var compare: Words.Counted = { "Changes since version \($0)" }
    package var changes: @Sendable (_ older: Int, _ newer: Int) -> String = {
        "Changes from version \($0) to version \($1)"
    }
    package var legend = "Removed words are struck through. Added words are underlined."
    package var unchanged = "No words changed."
    package var first = "This is the first version."
    package var whole = "Full text of this version"
    package var removed = "removed:"
    package var added = "added:"
    package var newer = "This is an earlier version. A newer one has replaced it."
    package var readCurrent = "Read the current version"
    package var all = "All versions"
    /// The parts of a story, above their changes.
    package var headline = "Headline"
    package var standfirst = "Standfirst"
    package var dateline = "Dateline"
    package var byline = "Byline"
    package var text = "Text"
    package var credits = "Credits"
    package var pictures = "Pictures"
    package var pictureAdded: Words.Counted = { "Added as picture \($0)" }
    package var pictureRemoved: Words.Counted = { "Removed: it was picture \($0)" }
    package var pictureMoved: @Sendable (_ older: Int, _ newer: Int) -> String = {
        "Moved: it was picture \($0), and is picture \($1) now"
    }
    package var newCaption = "The caption changed:"
    package var allPictures = "Pictures of this version"
    package var unchangedParagraphs: Words.Counted = {
        $0 == 1 ? "1 unchanged paragraph" : "\($0.grouped) unchanged paragraphs"
    }
}

/// The words of the buttons that share a page.
package struct ShareWords: Sendable {
    package var copy = "Copy link"
    package var share = "Share…"
    package var copied = "The link is copied."
    /// Precedes the address, if the browser does not allow a page to copy.
    package var failed = "Copy this address:"
}
