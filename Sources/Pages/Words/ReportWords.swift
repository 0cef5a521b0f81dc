/// The words of the report form and the receipt.
package struct ReportWords: Sendable {
    package var title = "Report a comment"
    package var on = "On the story:"
    package var reason = "Which rule does it break?"
    package var note = "What should our moderators know?"
    package var noteHint = "Up to 1,000 characters"
    package var emailHint = "Only for questions about this report. Never shown."
    package var send = "Send report"
    package var gone = "This comment has already been removed."

    package var receiptTitle = "Your report"
    package var keep = "Bookmark this page. The outcome will appear here."
    package var story = "Story"
    package var waiting = "Your report is awaiting review."
    package var upheld = "We reviewed your report and removed the comment."
    package var dismissed = "We reviewed your report and kept the comment."
    package var decided = "Decided"
    package var reported = "Reported"
    package var rule = "Rule"
    package var yourNote = "Your note"
}
