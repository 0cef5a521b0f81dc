package import Database
package import Foundation
import Newsroom

/// What a house does by itself now and then; of all programs that serve it, one does it each time.
package enum Duty: String, CaseIterable, Sendable {
    case forgetAdmissions = "forget admissions"

    /// Seconds from one time to the next.
    package var period: Double { 3_600 }
}

extension Transaction {
    /// Whether a duty has not been done for its period.
    package func isDue(_ duty: Duty, now: Date) throws -> Bool {
        let done: Date? = try value("SELECT done_at FROM duties WHERE name = $1", duty.rawValue)
        return done.map { abs(now.timeIntervalSince($0)) >= duty.period } ?? true
    }

    /// Does it, where it is due and no other program has done it meanwhile; otherwise `false`. What cannot be done is taken back
    /// together with the entry that it was done, so that the next one who looks tries again.
    @discardableResult
    package func perform(_ duty: Duty, now: Date) throws -> Bool {
        guard try take(duty, now: now) else { return false }
        switch duty {
        case .forgetAdmissions: try forgetAdmissions(before: now.addingTimeInterval(-7_200))
        }
        return true
    }

    /// A time that lies further ahead than a period comes from a clock that was wrong, and holds nobody up.
    private func take(_ duty: Duty, now: Date) throws -> Bool {
        try exists(
            """
            INSERT INTO duties (name, done_at) VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET done_at = $2 WHERE duties.done_at <= $3 OR duties.done_at >= $4
            RETURNING name
            """, duty.rawValue, now, now.addingTimeInterval(-duty.period), now.addingTimeInterval(duty.period))
    }
}
