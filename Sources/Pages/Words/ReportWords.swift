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
