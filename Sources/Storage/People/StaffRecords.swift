package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// The member of staff with this address and the hash of the password; `nil` for a former member too.
    package func staff(email: String) throws -> (staff: Staff, passwordHash: String)? {
        try first(
            """
            SELECT id, email, name, role, password_hash FROM people WHERE email = $1 AND role <> 'reader'
                AND removed_at IS NULL
            """, email.lowercased()
        ) { row in (try staff(row), try row[4]) }
    }

    /// A present or former member of staff.
    func staff(_ id: Staff.ID) throws -> Staff? {
        try first("SELECT id, email, name, role FROM people WHERE id = $1", id, as: staff)
    }

    /// Whether somebody is on the staff now.
    func isEmployed(_ id: Staff.ID) throws -> Bool {
        try exists("SELECT 1 FROM people WHERE id = $1 AND role <> 'reader' AND removed_at IS NULL", id)
    }

    /// All present and former members of staff, by address.
    package func employments(now: Date) throws -> [Employment] {
        try all(
            """
            SELECT s.id, s.email, s.name, s.role, s.created_at, s.removed_at,
                (SELECT COUNT(*) FROM open_sessions x WHERE x.person_id = s.id AND x.expires_at > $1)
            FROM people s WHERE s.role <> 'reader' ORDER BY s.email
            """, now
        ) { row in
            Employment(
                staff: try staff(row), addedAt: try row[4], removedAt: try row[5],
                openSessions: try row[5] as Date? == nil ? try row[6] : 0)
        }
    }

    /// Reads a member of staff from the first four columns: number, address, name, role.
    func staff(_ row: Row) throws -> Staff {
        Staff(
            id: try row[0], email: try row[1], name: try row[2],
            role: Role(rawValue: try row[3]) ?? .visitor)
    }
}
