package import Newsroom

/// The words of the page of one case.
package struct CaseWords: Sendable {
    package var inReply = "In reply to"
    package var wholeParent = "Show the whole comment"
    package var quotes = "Quotes the story"
    package var isWithdrawn = "This story was withdrawn."

    package var more: Words.Counted = {
        $0 == 1 ? "1 more comment in this thread" : "\($0) more comments in this thread"
    }
    package var above = "Above"
    package var gap = "Some comments in between are not shown."
    package var siblings = "Earlier replies to the same comment"
    package var answers = "Replies to this comment"
    package var earlierTexts: Words.Counted = { $0 == 1 ? "1 earlier text" : "\($0) earlier texts" }

    package var commenter = "Commenter"
    package var since: Words.Named = { "first comment here on \($0)" }
    /// Counting stops at a limit.
    package var comments: @Sendable (_ count: Int, _ isLimit: Bool) -> String = { count, isLimit in
        if isLimit { return "\(count.grouped) or more comments" }
        return count == 1 ? "1 comment" : "\(count.grouped) comments"
    }
    package var noneRemoved = "none removed"
    package var removed: Words.Counted = { "\($0.grouped) removed" }
    package var neighbors = "Other names from the same network in the last 7 days:"
    package var furtherNeighbors: Words.Counted = { $0 == 1 ? "1 more name" : "\($0) more names" }
    package var noNeighbors = "No other names from the same network in the last 7 days"

    package var noRecord = "no earlier rulings on reports from there"
    package var record: @Sendable (ReporterRecord) -> String = { record in
        "earlier reports from there: \(record.upheld) led to removal, \(record.dismissed) did not"
    }

    package var notes = "Notes"
    package var noNotes = "No notes"
    package var aboutComment = "about this comment"
    package var aboutName = "about this name"
    package var addNote = "Add a note"
    package var note = "Note"
    package var noteHint = "Up to 2,000 characters. Only staff see it."
    package var addAboutComment = "Add note about this comment"
    package var addAboutName = "Add note about this name"

    package var replyAsDesk = "Reply as the desk"
    package var reply = "Reply"
    package var replyHint: Words.Named = {
        "Up to 5,000 characters. Readers see it at once, under the name “\($0)” and marked “Staff reply”. "
            + "They never see your name."
    }
    package var publishReply = "Publish reply"
    package var replied = "Your reply is published."
    package var seeReply = "See it on the story"
    package var backToStory = "Back to the story"
}
