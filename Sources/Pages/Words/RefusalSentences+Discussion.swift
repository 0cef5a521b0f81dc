import Newsroom

/// Refusals that concern stories, comments, reports and rulings.
extension RefusalSentences {
    static func missing(_ code: Refusal.MissingCode) -> String {
        switch code {
        case .address: "There is nothing at this address."
        case .story: "There is no such story."
        case .topic: "There is no such topic."
        case .page: "There is no such page."
        case .order: "There is no such sort order."
        case .version: "There is no such version."
        case .earlierVersion: "There is no such earlier version."
        case .picture: "There is no such picture."
        case .file: "There is no such file."
        case .comment: "There is no such comment."
        case .answeredComment: "The comment you replied to is no longer there. Your text is below."
        case .deskCase: "There is no such case."
        case .draft: "There is no such draft. Perhaps somebody has discarded it."
        case .savedDraft: "There is no such saved version."
        case .draftNote: "There is no such note. Perhaps somebody has discarded its draft."
        case .liveEntry: "There is no such entry."
        case .person: "This reader has no public page."
        case .download: "There is no data to download. Order it on the page of your account."
        case .job: "This job is done, or somebody has dropped it."
        case .ruling: "There is no such ruling."
        case .bulkRuling: "There is no such decision."
        case .redaction: "There is no such blacked-out passage."
        case .receipt: "There is no such receipt."
        case .suggestion: "There is no such suggestion."
        case .agencyVersion:
            "No version from an agency waits here. Perhaps an editor has decided on it, or the story was withdrawn."
        case .invitation:
            "This address no longer works. If there is no staff yet, restart the server: its terminal shows a new one."
        }
    }

    static func story(_ code: Refusal.StoryCode, _ refusal: Refusal) -> String {
        switch code {
        case .withdrawn: "This story was withdrawn."
        case .changed: "This story has changed since you opened the page. Read it again, then decide."
        case .noLongerWaiting:
            "This version no longer waits. An editor has decided on it, or the agency has sent a newer one."
        case .notWithdrawn: "This story is not withdrawn."
        case .withdrawnByAgency: "The agency has withdrawn its story. Only the agency can send a new one."
        case .isDraft: "This story is a draft again, so readers do not see it."
        case .fromAgency: "This story is from an agency, so it cannot become a draft. You can withdraw it."
        case .hasComments: "Somebody has commented on this story, so it cannot become a draft. You can withdraw it."
        case .tooLateToUnpublish:
            "This story appeared more than ten minutes ago, so it cannot become a draft. You can withdraw it."
        case .noSuchVersion: "This story has no version \(refusal.digits(.version))."
        }
    }

    static func comment(_ code: Refusal.CommentCode) -> String {
        switch code {
        case .nameOfDesk: "Only our staff write under this name. Please choose another one."
        case .ofAnotherBrowser: "You can edit a comment only in the browser that posted it."
        case .takenDown: "This comment was removed, so you can no longer edit it."
        case .redacted: "The desk removed a passage of this comment, so you can no longer edit it."
        case .discussionClosed: "This discussion is closed, so you can no longer edit your comment."
        case .timeOver: "You can edit a comment for five minutes after you post it. That time is over."
        case .changedMeanwhile:
            "This comment changed after you opened the form. Nothing was saved. Both texts are on this page."
        }
    }

    static func deletion(_ code: Refusal.DeletionCode) -> String {
        switch code {
        case .ofAnotherBrowser: "You can delete a comment only in the browser that posted it."
        case .takenDown: "We have removed this comment because it broke a rule, so there is nothing to delete."
        case .timeOver:
            "You can delete a comment for five minutes after you post it. That time is over. You can ask for its removal."
        case .erased:
            "Its author removed this comment. Nobody had reported it, so we erased its name and its texts."
        }
    }

    static func report(_ code: Refusal.ReportCode) -> String {
        switch code {
        case .noClause: "Choose the rule that the comment breaks."
        case .takenDown: "This comment has already been removed."
        }
    }

    static func ruling(_ code: Refusal.RulingCode, _ refusal: Refusal) -> String {
        switch code {
        case .noOutcome: "Choose what to do with the comment."
        case .noClause: "Choose the rule that the comment breaks."
        case .noRequest: "The author has not asked for the removal. Choose the rule that the comment breaks."
        case .notHeld: "Only a held comment can be published."
        case .unfitting: "The comment has changed, so this ruling no longer fits. Reload the page to see its state."
        case .ruledMeanwhile:
            "\(refusal[.name]) \(did(refusal[.outcome])). Your ruling was not applied."
        case .unreadText:
            "The commenter or the desk edited this comment after you opened it. Your ruling was not applied. "
                + "Read the new text first."
        case .claimed: "\(refusal[.name]) has this case open. Your decision was not applied."
        case .forEditors: "This case is waiting for an editor. Your decision was not applied."
        case .notPublished: "Only a published comment can be held."
        case .escalatedAlready: "This case is already waiting for an editor."
        case .undoneAlready: "This ruling has already been undone."
        case .overtaken:
            "This cannot be undone now: the comment has a newer ruling or another open case. "
                + "Undo the newer ruling first, or rule on that case."
        case .notAnswerable: "Readers do not see this comment now, so the desk cannot reply to it."
        case .removedByAuthor: "Its author has removed this comment, so there is nothing to decide or to undo."
        case .unreadRequest:
            "The commenter has asked for the removal of this comment since you opened this page. Your ruling was not "
                + "applied. Read the request, then decide."
        case .askedByAuthor: "The commenter asks for the removal of this comment. Decide its case on its own."
        case .noNoteSubject: "Choose whether the note is about the comment or about the name."
        case .noCases: "Choose at least one case."
        case .tooManyCases: "One decision takes at most \(refusal.digits(.limit)) cases. Choose fewer."
        case .confirmedAlready: "This decision has already been confirmed or discarded."
        case .authorLeft: "The person who proposed this decision no longer moderates. Discard it, and decide anew."
        case .ownDecision: "A colleague has to confirm your decision. You can discard it."
        case .tooManyViews: "You have \(refusal[.limit]) saved views. Delete one of them first."
        }
    }

    private static func did(_ outcome: String) -> String {
        switch Ruling.Outcome(rawValue: outcome) {
        case .uphold: "removed the comment"
        case .dismiss: "kept the comment"
        case .approve: "published the comment"
        case nil: "has already ruled on this comment"
        }
    }

    static func discussion(_ code: Refusal.DiscussionCode) -> String {
        switch code {
        case .closed: "This discussion is closed, so we did not publish your comment. Your text is below."
        case .noDecision: "Choose whether to open or close the discussion."
        }
    }
}
