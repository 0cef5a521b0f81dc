package import Newsroom

/// The story page, without its discussion.
package struct StoryWords: Sendable {
    package var by: Words.Named = { "By \($0)" }
    /// Who did what for the story, as one sentence without brackets.
    package var credits: @Sendable ([Credit]) -> String = CreditSentence.of
    package var updated = "Updated"
    package var whatChanged = "what changed"
    package var about = "About this story"
    package var topics = "Related topics"
    package var related = "Related stories"
    package var backToStory = "Back to the story"
}

/// The gallery.
package struct PictureWords: Sendable {
    package typealias Placed = @Sendable (_ place: Int, _ count: Int) -> String

    /// `3 of 8`
    package var place: Placed = { "\($0) of \($1)" }
    package var title: @Sendable (_ place: Int, _ count: Int, _ headline: String) -> String = {
        "Picture \($0) of \($1): \($2)"
    }
    package var credit = "Credit:"
    package var gallery = "Pictures of this story"
    package var all: Words.Counted = { $0 == 1 ? "See the picture" : "See all \($0) pictures" }
    package var previous = "Previous"
    package var next = "Next"
    package var unnamed: Placed = { "Picture \($0) of \($1)" }
    package var handout = "Handout"
    package var handoutBy: Words.Named = { "Handout from \($0)" }
    package var madeBy: Words.Named = { "Made by \($0)" }
    package var via: Words.Named = { "passed on by \($0)" }
    package var rights: Words.Named = { "Rights: \($0)" }
    package var usageTerms = "For the desk only. Usage terms:"
    package var missing = "The file of this picture is missing."
}

/// The versions of a story.
package struct VersionWords: Sendable {
    package var title: Words.Named = { "Versions: \($0)" }
    package var heading = "Versions of this story"
    package var version: Words.Counted = { "Version \($0)" }
    package var heads: @Sendable (_ number: Int, _ count: Int) -> String = { "Version \($0) of \($1)" }
    package var current = "stands now"
    package var read = "Read it"
    package var compare: Words.Counted = { "What changed since version \($0)" }
    package var changes: @Sendable (_ older: Int, _ newer: Int) -> String = { "From version \($0) to version \($1)" }
    package var legend = "Words taken out are struck through; words put in are underlined."
    package var unchanged = "The words are the same."
    package var first = "This is the first version; there is none before it."
    package var whole = "The whole version"
    package var removed = "taken out:"
    package var added = "put in:"
    package var newer = "This version has been replaced; a newer one stands in its place."
    package var readCurrent = "Read the story as it stands now"
    package var all = "All versions"
    package var unchangedParagraphs: Words.Counted = {
        $0 == 1 ? "1 paragraph is the same" : "\($0.grouped) paragraphs are the same"
    }
}
