package import Foundation

/// A mailed link with which somebody signs in or makes an account. The mail also has a code, which works only in
/// the browser that asked for the mail.
package struct SignInLink: Sendable, Hashable {
    package let tokenHash: String
    package let email: String
    /// The hash that identifies the browser that asked.
    package let browser: String
    /// A keyed hash of the code.
    package let codeHash: String
    /// The path on this site to go to afterward.
    package let next: String?
    /// How many wrong codes were typed.
    package let failures: Int
    package let expiresAt: Date
    package let usedAt: Date?

    package init(
        tokenHash: String, email: String, browser: String, codeHash: String, next: String?, failures: Int = 0,
        expiresAt: Date, usedAt: Date? = nil
    ) {
        self.tokenHash = tokenHash
        self.email = email
        self.browser = browser
        self.codeHash = codeHash
        self.next = next
        self.failures = failures
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }

    /// For how long a link and its code work, in seconds.
    package static let seconds = 900
    /// After this many wrong codes, the code does not work anymore. The link still does.
    package static let mostFailures = 5
    package static let digits = 6

    /// The link under which somebody goes on after a right code, until the same time.
    package func continued(under tokenHash: String) -> SignInLink {
        SignInLink(
            tokenHash: tokenHash, email: email, browser: browser, codeHash: codeHash, next: next,
            failures: Self.mostFailures, expiresAt: expiresAt)
    }

    /// Refuses with `gone` a link that was used or is too old.
    package func requireOpen(at now: Date) throws(Refusal) {
        guard usedAt == nil else { throw Refusal(.link(.used)) }
        guard now < expiresAt else { throw Refusal(.link(.expired), [.minutes: .number(Self.seconds / 60)]) }
    }

    /// Refuses with `gone` a code that cannot be used anymore.
    package func requireOpenCode(at now: Date) throws(Refusal) {
        try requireOpen(at: now)
        guard failures < Self.mostFailures else {
            throw Refusal(.link(.codeSpent), [.limit: .number(Self.mostFailures)], field: "code")
        }
    }
}
