import Database
package import Foundation
package import Newsroom

/// How much each moderator decides in a day, in UTC.
extension Transaction {
    func countDecision(isRemoval: Bool, by staff: Staff, now: Date) throws {
        try run(
            """
            INSERT INTO moderator_days (staff_id, day, decided, removed) VALUES ($1, $2, 1, $3)
            ON CONFLICT (staff_id, day) DO UPDATE SET decided = moderator_days.decided + 1,
                removed = moderator_days.removed + $3
            """, staff.id, now.utcDay, isRemoval ? 1 : 0)
    }

    /// The decisions of a member of staff on the day of `now`.
    package func decisions(of staff: Staff, on now: Date) throws -> ModeratorDay {
        try first(
            "SELECT decided, removed FROM moderator_days WHERE staff_id = $1 AND day = $2", staff.id, now.utcDay
        ) { ModeratorDay(decided: try $0[0], removed: try $0[1]) } ?? ModeratorDay(decided: 0, removed: 0)
    }
}

extension Date {
    /// `2026-11-30`
    fileprivate var utcDay: String { formatted(.iso8601.year().month().day()) }
}
