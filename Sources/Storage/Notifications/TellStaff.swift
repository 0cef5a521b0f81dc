import Database
import Foundation
import Newsroom

extension Transaction {
    /// Tells everybody on the staff who has a permission.
    func notifyStaff(who permission: Permission, of kind: Newsroom.Notification.Kind, now: Date) throws {
        let staff = try all(
            "SELECT id, role FROM people WHERE role <> 'reader' AND removed_at IS NULL ORDER BY email LIMIT 1000"
        ) { row in (id: try row[0] as Person.ID, role: Role(rawValue: try row[1]) ?? .visitor) }
        for (id, role) in staff where role.permissions.contains(permission) {
            try notify(id, of: kind, nil as Story.ID?, now: now)
        }
    }
}
