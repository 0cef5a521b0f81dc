package import Foundation

/// A sign-in that is still valid. The browser has the session's token; the database stores only its hash.
package struct Session: Sendable, Hashable {
    /// The reader or the member of staff.
    package let actor: Actor
    package let expiresAt: Date
    /// When it was last recorded that the session is in use.
    package let usedAt: Date?

    package init(actor: Actor, expiresAt: Date, usedAt: Date?) {
        self.actor = actor
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }

    /// How often it is recorded that a session is in use, in seconds.
    package static let recordsUseAfter = 3_600.0

    package func recordsUse(at now: Date) -> Bool {
        usedAt.map { now.timeIntervalSince($0) >= Self.recordsUseAfter } ?? true
    }
}

/// An open session as its owner sees it.
package struct OpenSession: Sendable, Hashable {
    /// The hash of its token.
    package let id: String
    package let beganAt: Date
    package let expiresAt: Date
    package let usedAt: Date
    /// The browser and the system, such as `Firefox on Linux`; empty if unknown.
    package let agent: String

    package init(id: String, beganAt: Date, expiresAt: Date, usedAt: Date, agent: String) {
        self.id = id
        self.beganAt = beganAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
        self.agent = agent
    }
}
