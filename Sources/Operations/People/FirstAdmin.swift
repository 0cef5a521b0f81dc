import Database
import Foundation
import Newsroom
import Storage

/// The first admin of a newspaper, who is invited by an address in the server's terminal.
extension Newspaper {
    /// How long an invitation is open, in seconds.
    package static let invitationSeconds = 3_600

    /// Invites the first admin. Returns the token of the invitation, of which only the hash is stored; `nil` if
    /// there are staff.
    package func inviteFirstAdmin() async throws -> String? {
        guard try await !database.read({ tx in try tx.hasStaff }) else { return nil }
        let (token, now) = (Keys.freshToken(), clock.now)
        let isInvited = try await write { tx in
            try tx.inviteFirstAdmin(
                tokenHash: Keys.hash(token), now: now, expiresAt: now.addingTimeInterval(Double(Self.invitationSeconds))
            )
        }
        return isInvited ? token : nil
    }

    /// Refuses with `notFound` an invitation that is unknown, used or expired.
    package func requireInvitation(_ token: String) async throws {
        let now = clock.now
        try await database.read { tx in try tx.requireInvitation(tokenHash: Keys.hash(token), now: now) }
    }

    /// Makes the invited person the first admin, and signs this person in. Refuses a used or expired invitation
    /// with `notFound`, and an invalid address, name or password with `invalid`. After `invalid`,
    /// the invitation stays open.
    package func acceptInvitation(
        _ token: String, email: String, name: String, password: String, from client: SignInClient
    ) async throws -> SignedIn {
        try await requireInvitation(token)
        let (email, name) = (try EmailAddress.accept(email), try Staff.nameRule.accept(name))
        let (hash, now) = (try Password.hash(password, of: email), clock.now)
        return try await write { tx in
            let staff = try tx.acceptInvitation(
                tokenHash: Keys.hash(token), email: email, name: name, passwordHash: hash, now: now)
            let (session, signedIn) = self.newSession(of: .staff(staff), by: .password, from: client)
            try tx.begin(session, of: staff.id)
            return signedIn
        }
    }
}
