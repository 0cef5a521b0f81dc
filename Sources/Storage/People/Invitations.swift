package import Database
package import Foundation
package import Newsroom

/// Invitations to become the first admin. Each is a token that works once, until it expires, and only while
/// the newspaper has no staff.
extension Transaction {
    /// Stores an invitation, and drops the expired ones. Returns `false` if there are staff.
    package func inviteFirstAdmin(tokenHash: String, now: Date, expiresAt: Date) throws -> Bool {
        guard try !hasStaff else { return false }
        try run("DELETE FROM invitations WHERE expires_at <= $1", now)
        try run("INSERT INTO invitations (token_hash, expires_at) VALUES ($1, $2)", tokenHash, expiresAt)
        return true
    }

    /// Refuses with `notFound` an invitation that is unknown, used or expired, and any if there are staff.
    package func requireInvitation(tokenHash: String, now: Date) throws {
        let isOpen = try exists(
            "SELECT 1 FROM invitations WHERE token_hash = $1 AND expires_at > $2", tokenHash, now)
        guard isOpen, try !hasStaff else { throw Refusal(.missing(.invitation)) }
    }

    /// Uses an invitation up: adds the first admin, and drops all invitations. Refuses what `requireInvitation`
    /// refuses.
    package func acceptInvitation(
        tokenHash: String, email: String, name: String, passwordHash: String, now: Date
    ) throws -> Staff {
        try requireInvitation(tokenHash: tokenHash, now: now)
        try run("DELETE FROM invitations WHERE expires_at > $1 OR expires_at <= $1", now)
        return try addStaff(email: email, name: name, role: .admin, passwordHash: passwordHash, now: now)
    }

    /// Whether anybody works here.
    package var hasStaff: Bool {
        get throws { try exists("SELECT 1 FROM people WHERE role <> 'reader' AND removed_at IS NULL LIMIT 1") }
    }
}
