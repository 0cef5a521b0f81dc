package import Newsroom
package import Storage

/// The settings that operations follow.
package struct NewspaperRules: Sendable {
    package var policy: Policy
    package var posting: PostingRules
    package var reportLimits: [Admission.Limit]
    package var signIn: SignInRules

    package init(policy: Policy, posting: PostingRules, reportLimits: [Admission.Limit], signIn: SignInRules) {
        self.policy = policy
        self.posting = posting
        self.reportLimits = reportLimits
        self.signIn = signIn
    }
}

/// How often somebody may try to sign in, and for how long they are signed in.
package struct SignInRules: Sendable {
    /// For one source.
    package var limits: [Admission.Limit]
    /// For one account, from wherever the tries come.
    package var limitsOfAccount: [Admission.Limit]
    /// For all browsers together that are not known.
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
