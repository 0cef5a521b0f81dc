package import Newsroom
package import Storage

/// The rules that the operations apply: the policy and the limits on posting, reporting and signing in.
package struct NewspaperRules: Sendable {
    package var policy: Policy
    package var posting: PostingRules
    package var reportLimits: [Admission.Limit]
    package var signIn: SignInRules
    package var stories: StoryRules
    /// A decision on more cases than this waits until a second person confirms it.
    package var casesDecidedAlone: Int
    /// The name under which the desk replies to comments, and which no reader may use. Without it, the desk cannot
    /// reply.
    package var deskName = ""
    /// The names that no account may have, except those of the staff, which are in the database.
    package var reservedNames = ReservedNames()

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
