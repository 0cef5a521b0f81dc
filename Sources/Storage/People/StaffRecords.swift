package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Adds a member of staff. Refuses with `conflict` an address that is there already.
    package func addStaff(
        email: String, name: String, role: Role, passwordHash: String, now: Date
    ) throws -> Staff {
        let email = email.lowercased()
        guard try !exists("SELECT 1 FROM staff WHERE email = $1", email) else {
            throw Refusal.conflict("There is already a member of staff with the address \(email).")
        }
        let id = try insert(
            """
            INSERT INTO staff (email, name, role, password_hash, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id
            """, email, name, role.rawValue, passwordHash, now)
        return Staff(id: Staff.ID(id), email: email, name: name, role: role)
    }

    /// A member of staff by address, with the hash that a password is held against.
    package func staff(email: String) throws -> (staff: Staff, passwordHash: String)? {
        try first(
            "SELECT id, email, name, role, password_hash FROM staff WHERE email = $1", email.lowercased()
        ) { row in (try staff(row), try row[4]) }
    }

    package func beginSession(tokenHash: String, staff: Staff, now: Date, expiresAt: Date) throws {
        try run("DELETE FROM sessions WHERE expires_at <= $1", now)
        try run(
            "INSERT INTO sessions (token_hash, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4)", tokenHash,
            staff.id, now, expiresAt)
    }

    package func session(tokenHash: String, now: Date) throws -> Session? {
        try first(
            """
            SELECT s.id, s.email, s.name, s.role, x.expires_at
            FROM sessions x JOIN staff s ON s.id = x.staff_id
            WHERE x.token_hash = $1 AND x.expires_at > $2
            """, tokenHash, now
        ) { row in Session(staff: try staff(row), expiresAt: try row[4]) }
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
