import Newsroom

/// Stories, and what is written and decided below them.
extension RefusalSentences {
    static func missing(_ code: Refusal.MissingCode) -> String {
        switch code {
        case .address: "There is nothing at this address."
        case .story: "There is no such story."
        case .topic: "There is no such topic."
        case .page: "There is no such page."
        case .order: "There is no such order."
        case .version: "There is no such version."
        case .earlierVersion: "There is no such earlier version."
        case .picture: "There is no such picture."
        case .file: "There is no such file."
        case .comment: "There is no such comment."
        case .answeredComment: "The comment that you answer is not there any more. Your text is kept below."
        case .deskCase: "There is no such case."
        case .ruling: "There is no such ruling."
        case .receipt: "There is no such receipt."
        }
    }

    static func story(_ code: Refusal.StoryCode, _ refusal: Refusal) -> String {
        switch code {
        case .withdrawn: "This story was withdrawn."
        case .noSuchVersion: "This story has no version \(refusal.digits(.version))."
        }
    }

    static func comment(_ code: Refusal.CommentCode) -> String {
        switch code {
        case .ofAnotherBrowser: "Only the browser that wrote a comment can change it."
        case .takenDown: "This comment was taken down and cannot be changed any more."
        case .discussionClosed: "This discussion is closed, so its comments cannot be changed any more."
        case .timeOver: "A comment can be changed for five minutes; that time is over."
        case .changedMeanwhile:
            "This comment has changed since you opened the form. Nothing was saved. Both texts are on this page."
        }
    }

    static func report(_ code: Refusal.ReportCode) -> String {
        switch code {
        case .noClause: "Please choose the rule that the comment breaks."
        case .takenDown: "This comment has been taken down already."
        }
    }

    static func ruling(_ code: Refusal.RulingCode, _ refusal: Refusal) -> String {
        switch code {
        case .noOutcome: "Please choose what to do with the comment."
        case .noClause: "Please choose the rule that the comment breaks."
        case .notHeld: "Only a comment that is held can be published."
        case .unfitting: "This comment is not in a state in which that can be decided."
        case .ruledMeanwhile:
            "\(refusal[.name]) has ruled on this meanwhile\(did(refusal[.outcome])). Nothing was changed by you."
        case .unreadText:
            "The writer has changed this comment since you opened it. Nothing was decided. Please read the new text."
        case .undoneAlready: "This ruling has been undone already."
        case .overtaken: "This comment has a newer case or ruling. Please decide on that instead."
        }
    }

    private static func did(_ outcome: String) -> String {
        switch Ruling.Outcome(rawValue: outcome) {
        case .uphold: " and took the comment down"
        case .dismiss: " and let the comment stand"
        case .approve: " and published the comment"
        case nil: ""
        }
    }

    static func discussion(_ code: Refusal.DiscussionCode) -> String {
        switch code {
        case .closed: "This discussion is closed, so your comment was not published. Your text is kept below."
        case .noDecision: "Please choose whether to open or to close the discussion."
        }
    }
}
