package import Foundation
package import Newsroom
package import Storage

/// The rules that the operations apply: the policy and the limits on posting, reporting, suggesting and signing in.
package struct NewspaperRules: Sendable {
    package var policy: Policy
    package var posting: PostingRules
    /// Limits on reports, and on suggested corrections, from one source.
    package var reportLimits: [Admission.Limit]
    package var signIn: SignInRules
    package var accounts = AccountRules()
    package var retention = Retention()
    package var stories: StoryRules
    /// A decision on more cases than this waits until a second person confirms it.
    package var casesDecidedAlone: Int
    /// The name under which the desk replies to comments, and which no reader may use. Without it, the desk cannot
    /// reply.
    package var deskName = ""
    /// If more cases than this wait, the staff are told; 0 turns that off.
    package var queueThreshold = 0
    /// The time zone in whose morning digests are mailed.
    package var timeZone = TimeZone.gmt
    /// The names that no account may have, except those of the staff, which are in the database.
    package var reservedNames = ReservedNames()
    /// Puts a letter into words; `nil` for a command, which sends none.
    package var letterWords: (@Sendable (Letter, Language) -> Mail.Content)?

    /// Limits on suggested corrections of one story from all sources. They keep a crowd from filling the desk.
    package var suggestionLimitsOfStory: [Admission.Limit] {
        reportLimits.map { Admission.Limit($0.count * 20, per: $0.seconds) }
    }

    package init(
        policy: Policy, posting: PostingRules, reportLimits: [Admission.Limit], signIn: SignInRules,
        stories: StoryRules = StoryRules(language: .english), casesDecidedAlone: Int = BulkRuling.mostCases
    ) {
        self.policy = policy
        self.posting = posting
        self.reportLimits = reportLimits
        self.signIn = signIn
        self.stories = stories
        self.casesDecidedAlone = casesDecidedAlone
    }
}

/// The limits on attempts to sign in, and the length of a session.
package struct SignInRules: Sendable {
    /// Limits for one source.
    package var limits: [Admission.Limit]
    /// Limits for one account, counting attempts from all sources.
    package var limitsOfAccount: [Admission.Limit]
    /// Limits for all unknown browsers together.
    package var limitsOfAll: [Admission.Limit]
    package var sessionSeconds: Int

    package init(
        limits: [Admission.Limit], limitsOfAccount: [Admission.Limit], limitsOfAll: [Admission.Limit],
        sessionSeconds: Int
    ) {
        self.limits = limits
        self.limitsOfAccount = limitsOfAccount
        self.limitsOfAll = limitsOfAll
        self.sessionSeconds = sessionSeconds
    }
}

/// The rules for readers' accounts.
package struct AccountRules: Sendable {
    package var commentsFrom = CommentsFrom.guestsAndAccounts
    package var sessionSeconds = 30 * 86_400
    /// Limits on mails with sign-in links: for one source, for one address and one source, for one address, and for all.
    package var mailLimits: [Admission.Limit] = [.init(10, per: 3_600)]
    package var mailLimitsOfPair: [Admission.Limit] = [.init(3, per: 900)]
    package var mailLimitsOfAddress: [Admission.Limit] = [.init(5, per: 3_600)]
    package var mailLimitsOfAll: [Admission.Limit] = [.init(3_000, per: 3_600)]
    package var addressChanges: [Admission.Limit] = [.init(3, per: 3_600)]
    /// Limits on mails with notifications: mails to one person, and mailed replies from one source.
    package var notificationMails: [Admission.Limit] = [.init(10, per: 3_600)]
    package var notificationMailsOfCause: [Admission.Limit] = [.init(30, per: 3_600)]
    package var passwordChanges: [Admission.Limit] = [.init(5, per: 3_600)]

    package init() {}
}
