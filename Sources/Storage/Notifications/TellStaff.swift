import Database
package import Foundation
import Newsroom

extension Transaction {
    /// Whether jobs have failed, or more cases wait than `queueThreshold` (0 turns that off). A queue that
    /// stays long counts once an hour.
    func hasNewsForStaff(queueThreshold: Int, now: Date) throws -> Bool {
        let last = try lastTime(of: .tellStaff)
        return try hasFailedJobs(since: last)
            || Job.Kind.isHourAgo(last, now: now) && isQueueLong(threshold: queueThreshold)
    }

    /// Tells moderators of a long queue, and admins of jobs that have failed since the last look.
    package func tellStaff(queueThreshold: Int, now: Date) throws {
        if try isQueueLong(threshold: queueThreshold) { try notifyStaff(who: .moderate, of: .queue, now: now) }
        if try hasFailedJobs(since: lastTime(of: .tellStaff)) {
            try notifyStaff(who: .administer, of: .jobs, now: now)
        }
        try enter(.tellStaff, now)
    }

    private func isQueueLong(threshold: Int) throws -> Bool {
        guard threshold > 0 else { return false }
        return try exists(
            """
            SELECT 1 FROM cases WHERE ruling_id IS NULL AND closed_at IS NULL ORDER BY due_at, id LIMIT 1 OFFSET $1
            """, threshold)
    }

    private func hasFailedJobs(since last: Date?) throws -> Bool {
        try exists(
            "SELECT 1 FROM jobs WHERE failed_at IS NOT NULL AND failed_at > $1 ORDER BY failed_at LIMIT 1",
            last ?? .distantPast)
    }

    /// Tells all members of staff who have a permission.
    private func notifyStaff(who permission: Permission, of kind: Newsroom.Notification.Kind, now: Date) throws {
        let staff = try all(
            "SELECT id, role FROM people WHERE role <> 'reader' AND removed_at IS NULL ORDER BY email LIMIT 1000"
        ) { row in (id: try row[0] as Person.ID, role: Role(rawValue: try row[1]) ?? .visitor) }
        for (id, role) in staff where role.permissions.contains(permission) {
            try notify(id, of: kind, nil as Story.ID?, now: now)
        }
    }
}
