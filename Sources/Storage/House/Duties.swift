package import Database
package import Foundation
package import Newsroom

/// A newspaper's background jobs. Each time a job is due, one of the newspaper's processes does it.
package enum Duty: String, CaseIterable, Sendable {
    /// Deletes admissions that no limit counts; once an hour.
    case forgetAdmissions = "forget admissions"
    /// Records discussions that closed by age; each time a process checks.
    case recordClosings = "record closings"

    /// How many seconds ahead a stored time may be. A later one comes from a wrong clock and is ignored.
    private static let furthestAhead = 3_600.0
    private static let hour = 3_600.0
    /// How far back closings are recorded after a time without any process, in seconds. Readers whose pages
    /// have been open for longer learn of a closing when they post.
    private static let longestAbsence = 86_400.0

    /// Whether an hourly job is due: it was never done, or its stored time is an hour or more from now. A
    /// time in the future comes from a wrong clock.
    fileprivate static func isHourAgo(_ done: Date?, now: Date) -> Bool {
        done.map { abs(now.timeIntervalSince($0)) >= hour } ?? true
    }

    /// The time from which closings have to be recorded, given the time up to which they are recorded; `nil`
    /// if that time is unknown, so that recording begins now.
    fileprivate static func start(after done: Date?, now: Date) -> Date? {
        guard let done, done < now.addingTimeInterval(furthestAhead) else { return nil }
        return max(done, now.addingTimeInterval(-longestAbsence))
    }
}

extension Transaction {
    /// Whether a background job is due.
    package func isDue(_ duty: Duty, closing: ClosingRule, now: Date) throws -> Bool {
        switch duty {
        case .forgetAdmissions: return Duty.isHourAgo(try lastTime(of: duty), now: now)
        case .recordClosings:
            guard let days = closing.days else { return false }
            guard let start = Duty.start(after: try lastTime(of: duty), now: now) else { return true }
            return try hasClosings(after: days, since: start, now: now)
        }
    }

    /// Does the job if it is due and no other process has done it meanwhile; otherwise returns `false`. If
    /// the job fails, its entry is rolled back with it, so that the next process to check tries again.
    @discardableResult
    package func perform(_ duty: Duty, closing: ClosingRule, now: Date) throws -> Bool {
        let done = try lastTime(of: duty)
        switch duty {
        case .forgetAdmissions:
            guard Duty.isHourAgo(done, now: now) else { return false }
            try forgetAdmissions(before: now.addingTimeInterval(-7_200))
            try enter(duty, now)
        case .recordClosings:
            guard let days = closing.days else { return false }
            var reached: Date? = now
            if let start = Duty.start(after: done, now: now) {
                reached = try recordClosings(after: days, since: start, now: now)
            }
            guard let reached else { return false }
            try enter(duty, reached)
        }
        return true
    }

    private func lastTime(of duty: Duty) throws -> Date? {
        try value("SELECT done_at FROM duties WHERE name = $1", duty.rawValue)
    }

    /// Stores when a job was done. Only one transaction writes at a time, so no other process has changed the
    /// time since it was read.
    private func enter(_ duty: Duty, _ time: Date) throws {
        try run(
            "INSERT INTO duties (name, done_at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET done_at = $2",
            duty.rawValue, time)
    }
}
