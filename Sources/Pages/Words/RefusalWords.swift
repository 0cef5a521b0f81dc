package import Newsroom

/// The words of refusals and other notice pages.
package struct RefusalWords: Sendable {
    /// The sentence for a refusal. The English sentences are in `RefusalSentences`; a translation supplies
    /// its own function.
    package var sentence: @Sendable (Refusal) -> String = { RefusalSentences.sentence(of: $0) }

    /// The sentence for the error of a job: for the name of a refusal's code, or the error itself.
    package func failure(_ text: String) -> String {
        Refusal.Code.allCases.first { $0.name == text }.map { sentence(Refusal($0)) } ?? text
    }

    package var invalid = "Please check your entry"
    package var notFound = "Page not found"
    package var gone = "No longer available"
    package var forbidden = "Not allowed"
    package var conflict = "Something changed in the meantime"
    package var tooSoon = "Please slow down"
    package var closed = "This can no longer be changed"
    package var tooLarge = "Too large"
    package var unavailable = "Temporarily unavailable"
    package var onward = "Try:"
    package var kept = "What you typed"
    package var story = "Back to the story"

    package var incident = "Something went wrong"
    package var incidentText = "This is our fault. If you contact us about it, please quote this number:"
    package var request = "Number of this request:"
    package var withdrawn = "This story was withdrawn"
    package var withdrawnOn = "We withdrew this story on"
    package var withdrawnByAgencyOn = "The news agency withdrew this story on"
    package var withdrawnReason = "Reason:"
    package var withdrawnNoReason = "No reason was given."
}
