import Database
import Foundation
package import Newsroom
import Storage

/// An attempt to sign in.
package struct SignInAttempt: Sendable {
    package let email: String
    package let password: String
    /// The browser, if somebody has signed in with it before.
    package let browser: KnownBrowser?
    package let client: SignInClient
    /// Whether the client has disconnected. No expensive work is started for such a client.
    package let hasLeft: @Sendable () -> Bool

    package init(
        email: String, password: String, browser: KnownBrowser?, client: SignInClient,
        hasLeft: @escaping @Sendable () -> Bool
    ) {
        self.email = email
        self.password = password
        self.browser = browser
        self.client = client
        self.hasLeft = hasLeft
    }
}

/// The client of somebody who signs in.
package struct SignInClient: Sendable {
    /// The hash that identifies the network address.
    package let source: String
    /// The browser and the system, such as `Firefox on Linux`; empty if unknown.
    package let agent: String

    package init(source: String, agent: String) {
        self.source = source
        self.agent = agent
    }
}

/// A new session and its browser, which is known from now on.
package struct SignedIn: Sendable {
    /// The reader or the member of staff.
    package let actor: Actor
    package let token: String
    package let seconds: Int
    package let browser: KnownBrowser
}

extension Newspaper {
    /// Begins a session. An unknown address and a wrong password get the same refusal after the same time.
    /// Refuses with `invalid` (wrong address or password), `tooSoon` (too many attempts) or `unavailable`
    /// (too many attempts at the same moment).
    package func signIn(_ attempt: SignInAttempt, keys: Keys) async throws -> SignedIn {
        let email = EmailAddress.lookedUp(attempt.email)
        let found = try await database.read { tx in try email.flatMap { try tx.account(email: $0) } }
        let browser = attempt.browser.flatMap { $0.person == found?.actor.person ? $0 : nil }
        try await admit(from: attempt.client.source, to: email ?? "", browser, keys)
        // An account without a password takes as long as any other.
        let hash = found.flatMap { $0.passwordHash.isEmpty ? nil : $0.passwordHash }
        let isRight = try await passwords.matches(
            attempt.password, hash ?? Password.ofNobody, lane: browser == nil ? .others : .knownBrowsers,
            hasLeft: attempt.hasLeft)
        guard let found, let hash, isRight else { throw Refusal.wrongPassword }
        let (session, signedIn) = newSession(of: found.actor, by: .password, in: browser, from: attempt.client)
        try await database.write { tx in try tx.begin(session, of: signedIn.browser.person, provenBy: hash) }
        return signedIn
    }

    /// A new session for somebody who has proved who they are.
    func newSession(
        of actor: Actor, by way: NewSession.Way, in browser: KnownBrowser? = nil, from client: SignInClient
    ) -> (NewSession, SignedIn) {
        let (token, now) = (Keys.freshToken(), clock.now)
        let seconds = actor.isStaff ? rules.signIn.sessionSeconds : rules.accounts.sessionSeconds
        let session = NewSession(
            tokenHash: Keys.hash(token), way: way, source: client.source, agent: client.agent, now: now,
            expiresAt: now.addingTimeInterval(Double(seconds)))
        let known = browser ?? .fresh(actor.person ?? Person.ID(0))
        return (session, SignedIn(actor: actor, token: token, seconds: seconds, browser: known))
    }

    /// Records that a session is in use, for the list that its owner sees.
    package func noteUse(ofSession token: String) async throws {
        let now = clock.now
        try await database.write { tx in try tx.noteUse(ofSession: Keys.hash(token), now: now) }
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
