package import Newsroom

/// The words of the desk.
package struct DeskWords: Sendable {
    package var title = "Desk"
    package var recent = "Recent rulings"
    package var noRulings = "No rulings yet"
    package var house = "Site-wide"
    package var mail = "Mail"
    package var noRelay =
        "No mail relay is set. Broadsheet writes mails to the folder outbox in its data folder, where mail programs "
        + "can open them. docs/running/mail.md says how to set a relay."
    package var logTitle = "Moderation log"
    package var logNote =
        "Newest first. Entries cannot be changed or deleted: each one holds the hash of the entry before it. "
        + "Rulings appear by their codes: uphold (Remove), dismiss (Keep) and approve (Publish)."
    package var older = "Older entries"
    package var back = "Back to the desk"

    package var caseTitle: Words.Counted = { "Case \($0)" }
    package var held = "Held for review"
    /// Several reports from one address count once.
    package var reported: @Sendable (_ sources: Int, _ reports: Int) -> String = { sources, reports in
        let addresses = sources == 1 ? "1 address" : "\(sources.grouped) addresses"
        if reports > sources { return "\(reports.grouped) reports from \(addresses)" }
        return sources == 1 ? "1 report" : "\(sources.grouped) reports"
    }
    package var openedAt = "opened"
    package var on = "On"
    package var storyDesk = "This story's discussion and pictures"
    package var reports = "Reports"
    package var replacedAt = "Replaced"
    /// Stands in place of a slur or a threat until a moderator asks for it.
    package var masked = "word masked"
    package var others = "Other comments by this name"
    package var noOthers = "No other comments by this name"
    package var published = "published"
    package var waitingState = "awaiting review"
    package var removedState: Words.Named = { "removed: \($0)" }

    package var number = "No."
    package var at = "Time"
    package var actor = "Who"
    package var action = "Action"
    package var subject = "Item"
    package var detail = "Detail"
    package var hash = "Hash"

    package var discussion = "Discussion"
    package var isOpen = "The discussion is open."
    package var isOpenUntil: Words.Named = { "The discussion is open until \($0)." }
    package var houseIsOpen = "Discussions are not closed site-wide."
    package var houseIsClosed = "All discussions of this newspaper are closed."
    package var decidedBy: @Sendable (_ name: String, _ day: String) -> String = { "Last changed by \($0) on \($1)." }
    package var close = "Close discussion"
    package var open = "Reopen discussion"
    package var closeHouse = "Close all discussions"
    package var openHouse = "Reopen all discussions"
    package var reason = "Reason"
    package var reasonHint = "Shown to readers while the discussion is closed"
    package var pictures = "Pictures"
    /// Stands before the markup that places a picture.
    package var inText = "In the text:"
    package var noPictures = "This story has no pictures"
    package var noTerms = "none given"
}

/// The words of rulings and their forms.
package struct RulingWords: Sendable {
    package var legend = "Your ruling"
    package var uphold = "Remove"
    package var dismiss = "Keep"
    package var approve = "Publish"
    package var clause = "Rule broken"
    package var chooseClause = "Choose a rule"
    package var sentence = "Note to the commenter"
    package var sentenceHint = "Up to 500 characters. The commenter sees it only if you remove the comment."
    package var undo = "Undo"
    /// Hidden text after `undo` that tells screen readers which ruling the button undoes.
    package var undoneRuling: Words.Counted = { "the ruling on comment \($0)" }
    package var undone = "undone"

    package var outcome: @Sendable (Ruling.Outcome) -> String = { outcome in
        switch outcome {
        case .uphold: "removed"
        case .dismiss: "kept"
        case .approve: "published"
        }
    }
    package var summary: @Sendable (_ comment: String, _ outcome: String, _ name: String) -> String = {
        "Comment \($0) \($1) by \($2)"
    }
}
