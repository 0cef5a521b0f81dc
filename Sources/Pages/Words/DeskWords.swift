package import Newsroom

/// The desk.
package struct DeskWords: Sendable {
    package var title = "Desk"
    package var waiting: Words.Counted = { $0 == 1 ? "1 case waits" : "\($0.grouped) cases wait" }
    package var nothing = "Nothing waits. Every case has been ruled on."
    package var recent = "Recent rulings"
    package var noRulings = "No rulings yet."
    package var house = "The whole house"
    package var logTitle = "Log of the desk"
    package var logNote =
        "Newest first. Nothing in it can be changed or taken out: every entry holds the hash of the one before."
    package var older = "Older entries"
    package var back = "Back to the desk"

    package var caseTitle: Words.Counted = { "Case \($0)" }
    package var held = "Held for the desk"
    /// Several people may report from one address, which counts once.
    package var reported: @Sendable (_ sources: Int, _ reports: Int) -> String = { sources, reports in
        let addresses = sources == 1 ? "1 address" : "\(sources.grouped) addresses"
        if reports > sources { return "\(reports.grouped) reports from \(addresses)" }
        return sources == 1 ? "1 report" : "\(sources.grouped) reports"
    }
    package var openedAt = "since"
    package var on = "on"
    package var storyDesk = "Discussion and pictures of this story"
    package var reports = "Reports"
    package var allReports = "All reports"
    package var earlierTexts = "Earlier texts of this comment"
    package var replacedAt = "Replaced"
    package var others = "Other comments under this name"
    package var noOthers = "No other comments under this name."
    package var published = "published"
    package var waitingState = "held"
    package var removedState: Words.Named = { "taken down: \($0)" }

    package var number = "No."
    package var at = "Time"
    package var actor = "Who"
    package var action = "What"
    package var subject = "On what"
    package var detail = "Detail"
    package var hash = "Hash"

    package var discussion = "Discussion"
    package var isOpen = "The discussion is open."
    package var isOpenUntil: Words.Named = { "The discussion is open until \($0)." }
    package var houseIsOpen = "Discussions are open, each as its own rule says."
    package var houseIsClosed = "All discussions of the house are closed."
    package var decidedBy: @Sendable (_ name: String, _ day: String) -> String = { "Decided by \($0) on \($1)." }
    package var close = "Close the discussion"
    package var open = "Open the discussion"
    package var closeHouse = "Close all discussions"
    package var openHouse = "Open the discussions again"
    package var reason = "Reason"
    package var reasonHint = "Readers see it while the discussion is closed"
    package var pictures = "Pictures"
    package var noPictures = "This story has no pictures."
    package var noTerms = "no terms given"
}

/// Rulings and their forms.
package struct RulingWords: Sendable {
    package var legend = "Your ruling"
    package var uphold = "Take it down"
    package var dismiss = "Leave it up"
    package var approve = "Publish it"
    package var clause = "The rule that it breaks"
    package var chooseClause = "Choose a rule"
    package var sentence = "A sentence for the author"
    package var undo = "Undo"
    package var undone = "undone"

    package var outcome: @Sendable (Ruling.Outcome) -> String = { outcome in
        switch outcome {
        case .uphold: "taken down"
        case .dismiss: "left up"
        case .approve: "published"
        }
    }
    package var summary: @Sendable (_ comment: String, _ outcome: String, _ name: String) -> String = {
        "Comment \($0) \($1) by \($2)"
    }
}
