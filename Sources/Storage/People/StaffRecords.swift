package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// The member of staff with this address and the hash of the password; `nil` for a former member too.
    package func staff(email: String) throws -> (staff: Staff, passwordHash: String)? {
        try first(
            "SELECT id, email, name, role, password_hash FROM staff WHERE email = $1 AND removed_at IS NULL",
            email.lowercased()
        ) { row in (try staff(row), try row[4]) }
    }

    /// A present or former member of staff.
    func staff(_ id: Staff.ID) throws -> Staff? {
        try first("SELECT id, email, name, role FROM staff WHERE id = $1", id, as: staff)
    }

    /// Whether somebody is on the staff now.
    func isEmployed(_ id: Staff.ID) throws -> Bool {
        try exists("SELECT 1 FROM staff WHERE id = $1 AND removed_at IS NULL", id)
    }

    /// All present and former members of staff, by address.
    package func employments(now: Date) throws -> [Employment] {
        try all(
            """
            SELECT s.id, s.email, s.name, s.role, s.created_at, s.removed_at,
                (SELECT COUNT(*) FROM sessions x WHERE x.staff_id = s.id AND x.expires_at > $1)
            FROM staff s ORDER BY s.email
            """, now
        ) { row in
            Employment(
                staff: try staff(row), addedAt: try row[4], removedAt: try row[5],
                openSessions: try row[5] as Date? == nil ? try row[6] : 0)
        }
    }

    /// Begins a session after a correct password, which was checked against `passwordHash`. Refuses with
    /// `invalid` if the member was removed or got another password during the check, which takes a while.
    package func beginSession(
        tokenHash: String, staff: Staff, provenBy passwordHash: String? = nil, now: Date, expiresAt: Date
    ) throws {
        let maySignIn = try exists(
            "SELECT 1 FROM staff WHERE id = $1 AND removed_at IS NULL AND password_hash = COALESCE($2, password_hash)",
            staff.id, passwordHash)
        guard maySignIn else { throw Refusal.wrongPassword }
        try run("DELETE FROM sessions WHERE expires_at <= $1", now)
        try run(
            "INSERT INTO sessions (token_hash, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4)", tokenHash,
            staff.id, now, expiresAt)
    }

    /// The session of a token, with the current role of its owner. Looked up for each request and never
    /// cached.
    package func session(tokenHash: String, now: Date) throws -> Session? {
        try first(
            """
            SELECT s.id, s.email, s.name, s.role, x.expires_at
            FROM sessions x JOIN staff s ON s.id = x.staff_id
            WHERE x.token_hash = $1 AND x.expires_at > $2 AND s.removed_at IS NULL
            """, tokenHash, now
        ) { row in Session(staff: try staff(row), expiresAt: try row[4]) }
    }

    /// The open sessions of a member of staff, latest first.
    package func openSessions(of staff: Staff, now: Date) throws -> [OpenSession] {
        try all(
            """
            SELECT created_at, expires_at FROM sessions WHERE staff_id = $1 AND expires_at > $2
            """, staff.id, now
        ) { row in OpenSession(beganAt: try row[0], expiresAt: try row[1]) }.sorted { $0.beganAt > $1.beganAt }
    }

    package func endSession(tokenHash: String) throws {
        try run("DELETE FROM sessions WHERE token_hash = $1", tokenHash)
    }

    private func staff(_ row: Row) throws -> Staff {
        Staff(
            id: try row[0], email: try row[1], name: try row[2],
            role: Role(rawValue: try row[3]) ?? .visitor)
    }
}
