package import Newsroom

/// The words about notifications.
package struct NotificationWords: Sendable {
    package var title = "Notifications"
    package var none = "No notifications yet. Replies to your comments will appear here."
    package var unread: Words.Counted = { "\(Notification.shown(unread: $0)) unread" }
    package var markRead = "Mark all as read"
    package var new = "New"
    package var newest = "Newest notifications"
    package var older = "Older notifications"
    /// A sentence, in which the name and the headline are links or texts of their own.
    package var sentence: @Sendable (Notification.Kind) -> String = { kind in
        switch kind {
        case .reply: "replied to your comment on"
        case .staffReply: "from the newspaper replied to your comment on"
        case .ruling: "We removed your comment on"
        case .release: "We published your comment on"
        case .report: "We decided on the comment that you reported on"
        case .correction: "We corrected"
        case .update: "There is a new version of"
        case .comments: "There are new comments on"
        case .topic: "There is a new story in a topic that you follow:"
        case .queue: "Many cases are waiting for a ruling."
        case .jobs: "Jobs have failed."
        }
    }
    package var suggestion = "We decided on the correction that you suggested to"
    package var suggestionOutcome: @Sendable (Suggestion.Act) -> String = { act in
        switch act {
        case .accept: "We accepted it, and are working on the correction."
        case .answer, .reopen: "We answered it."
        case .dismiss: "We decided not to change the story."
        }
    }
    package var rule: Words.Named = { "Rule: \($0)" }
    package var upheld = "It broke a rule, and we removed it."
    package var removedOnRequest = "It was removed because the commenter asked for that."
    package var dismissed = "It breaks no rule, so it stays."

    package var choicesTitle = "What we tell you, and how"
    package var choicesNote = "This page shows all notifications, whatever you choose here."
    package var kindName: @Sendable (Notification.Kind) -> String = { kind in
        switch kind {
        case .reply: "Replies to my comments"
        case .staffReply: "Replies by the newspaper"
        case .ruling: "Removals of my comments"
        case .release: "My comments that were published after a review"
        case .report: "Decisions on my reports and suggestions"
        case .correction: "Corrections of stories that I follow or commented on"
        case .update: "New versions of stories that I follow"
        case .comments: "New comments on stories that I follow"
        case .topic: "New stories in topics that I follow"
        case .queue: "A long queue at the desk"
        case .jobs: "Failed jobs"
        }
    }
    package var deliveryName: @Sendable (MailFrequency) -> String = { delivery in
        switch delivery {
        case .atOnce: "By mail at once"
        case .daily: "By mail every morning"
        case .weekly: "By mail on Monday morning"
        case .never: "Only on the site"
        }
    }
    package var save = "Save choices"
    package var saved = "Your choices are saved."
    package var mailRefused: Words.Named = {
        "The mail server of \($0) refuses our mails, so we send none. To get mails again, change your address or ask us."
    }

    package var stopTitle = "Turn these mails off"
    package var stopKind: Words.Named = { "You will get no more mails about this: \($0)." }
    package var stopAll = "You will get no more mails with notifications."
    package var stop = "Turn off"
    package var stoppedTitle = "These mails are turned off"
    package var stoppedNote = "Your account still shows everything. There you can turn mails on again."
    package var stoppedLink = "Choose your mails"
}
