import Database
import Foundation
package import Newsroom
import Storage

/// An attempt to sign in.
package struct SignInAttempt: Sendable {
    package let email: String
    package let password: String
    /// The browser, if a member of staff has signed in with it before.
    package let browser: KnownBrowser?
    /// The hash that identifies the client's network address.
    package let source: String
    /// Whether the client has disconnected. No expensive work is started for such a client.
    package let hasLeft: @Sendable () -> Bool

    package init(
        email: String, password: String, browser: KnownBrowser?, source: String,
        hasLeft: @escaping @Sendable () -> Bool
    ) {
        self.email = email
        self.password = password
        self.browser = browser
        self.source = source
        self.hasLeft = hasLeft
    }
}

/// A new session and its browser, which is known from now on.
package struct SignedIn: Sendable {
    package let staff: Staff
    package let token: String
    package let browser: KnownBrowser
}

extension Newspaper {
    /// Begins a session. An unknown address and a wrong password get the same refusal after the same time.
    /// Refuses with `invalid` (wrong address or password), `tooSoon` (too many attempts) or `unavailable`
    /// (too many attempts at the same moment).
    package func signIn(_ attempt: SignInAttempt, keys: Keys) async throws -> SignedIn {
        let email = EmailAddress.lookedUp(attempt.email)
        let found = try await database.read { tx in try email.flatMap { try tx.staff(email: $0) } }
        let browser = attempt.browser.flatMap { $0.staff == found?.staff.id ? $0 : nil }
        try await admit(from: attempt.source, to: email ?? "", browser, keys)
        let isRight = try await passwords.matches(
            attempt.password, found?.passwordHash ?? Password.ofNobody,
            lane: browser == nil ? .others : .knownBrowsers, hasLeft: attempt.hasLeft)
        guard let found, isRight else { throw Refusal.wrongPassword }
        let token = Keys.freshToken()
        let (now, seconds) = (clock.now, rules.signIn.sessionSeconds)
        try await database.write { tx in
            try tx.beginSession(
                tokenHash: Keys.hash(token), staff: found.staff, provenBy: found.passwordHash, now: now,
                expiresAt: now.addingTimeInterval(Double(seconds)))
        }
        return SignedIn(staff: found.staff, token: token, browser: browser ?? .fresh(found.staff.id))
    }

    package func signOut(token: String) async throws {
        try await database.write { tx in try tx.endSession(tokenHash: Keys.hash(token)) }
    }

    /// Counts every attempt, right or wrong, against three limits: that of its source, that of the account
    /// even if it does not exist, and that of all attempts together. An attempt from a browser in which the
    /// account's owner has signed in before counts only against the limit of that browser.
    private func admit(
        from source: String, to email: String, _ browser: KnownBrowser?, _ keys: Keys
    ) async throws {
        let (now, rules) = (clock.now, rules.signIn)
        let account = keys.mark(email.lowercased(), for: .account)
        let everybody = keys.mark("everybody", for: .account)
        try await database.write { tx in
            if let browser {
                return try tx.admit(.signInFromKnownBrowser, source: browser.source, limits: rules.limits, now: now)
            }
            try tx.admit(.signIn, source: source, limits: rules.limits, now: now)
            try tx.admit(.signInToAccount, source: account, limits: rules.limitsOfAccount, now: now)
            try tx.admit(.signInOfAll, source: everybody, limits: rules.limitsOfAll, now: now)
        }
    }
}
