/// Reporting a comment, and the receipt.
package struct ReportWords: Sendable {
    package var title = "Report a comment"
    package var on = "On the story:"
    package var reason = "Which rule does it break?"
    package var note = "What should our editors know?"
    package var noteHint = "Up to 1,000 characters"
    package var emailHint = "Only for questions about this report; never shown"
    package var send = "Send the report"
    package var gone = "This comment has already been taken down."

    package var receiptTitle = "Your report"
    package var keep = "Keep this address: the outcome will be shown here."
    package var state = "State"
    package var waiting = "Your report has reached our editors and waits for their decision."
    package var upheld = "Our editors agreed: the comment was taken down."
    package var dismissed = "Our editors decided that the comment stays: it does not break the rules."
    package var decided = "Decided"
    package var reported = "Reported"
    package var rule = "Rule"
    package var yourNote = "Your note"
}

/// Refusals and other pages that end a way.
package struct RefusalWords: Sendable {
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
