package import Database
package import Foundation
package import Newsroom

/// What a house does by itself now and then; of all programs that serve it, one does it each time.
package enum Duty: String, CaseIterable, Sendable {
    /// What no limit counts any more; each hour.
    case forgetAdmissions = "forget admissions"
    /// Discussions that closed by their age; as soon as somebody looks.
    case recordClosings = "record closings"

    /// A time that lies further ahead comes from a clock that was wrong, and holds nobody up.
    private static let furthestAhead = 3_600.0
    private static let hour = 3_600.0
    /// Closings of a time for which no program was there are recorded as far back: who has a page open for longer meets it when
    /// writing.
    private static let longestAbsence = 86_400.0

    /// Whether what is done each hour has not been done for that long.
    fileprivate static func isHourAgo(_ done: Date?, now: Date) -> Bool {
        done.map { abs(now.timeIntervalSince($0)) >= hour } ?? true
    }

    /// From when on closings are to be recorded, where they were up to a moment; `nil` where that is not known, and they are from
    /// now on.
    fileprivate static func start(after done: Date?, now: Date) -> Date? {
        guard let done, done < now.addingTimeInterval(furthestAhead) else { return nil }
        return max(done, now.addingTimeInterval(-longestAbsence))
    }
}

extension Transaction {
    /// Whether a duty is to be done.
    package func isDue(_ duty: Duty, closing: ClosingRule, now: Date) throws -> Bool {
        switch duty {
        case .forgetAdmissions: return Duty.isHourAgo(try lastTime(of: duty), now: now)
        case .recordClosings:
            guard let days = closing.days else { return false }
            guard let start = Duty.start(after: try lastTime(of: duty), now: now) else { return true }
            return try hasClosings(after: days, since: start, now: now)
        }
    }

    /// Does it, where it is due and no other program has done it meanwhile; otherwise `false`. What cannot be done is taken back
    /// together with the entry that it was done, so that the next one who looks tries again.
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

    /// Whoever writes is the only one, so that nobody has entered anything since it was looked up.
    private func enter(_ duty: Duty, _ time: Date) throws {
        try run(
            "INSERT INTO duties (name, done_at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET done_at = $2",
            duty.rawValue, time)
    }
}
