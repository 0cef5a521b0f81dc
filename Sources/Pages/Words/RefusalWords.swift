package import Newsroom

/// Refusals and other pages that end a way.
package struct RefusalWords: Sendable {
    /// What a refusal says. `RefusalSentences` has all that English says; a translation has a function of its own.
    package var sentence: @Sendable (Refusal) -> String = { RefusalSentences.sentence(of: $0) }

    package var invalid = "Something is missing or wrong"
    package var notFound = "This page is not here"
    package var gone = "This page is gone"
    package var forbidden = "Not allowed"
    package var conflict = "Something changed meanwhile"
    package var tooSoon = "A little too fast"
    package var closed = "This can no longer be changed"
    package var tooLarge = "Too large"
    package var unavailable = "Not available just now"
    package var onward = "You can go on from here:"
    package var kept = "Your text"
    package var story = "To the story"
    package var retry: Words.Counted = { "Please try again in \($0 == 1 ? "a second" : "\($0) seconds")." }

    package var incident = "Something went wrong here"
    package var incidentText = "The fault is ours. If you write to us about it, please name this number:"
    package var withdrawn = "This story was withdrawn"
    package var withdrawnOn = "It was withdrawn on"
    package var withdrawnReason = "The reason:"
    package var withdrawnNoReason = "No reason was given."
}
