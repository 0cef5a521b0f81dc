package import Database
package import Foundation
import Newsroom

/// What is limited for one source: counted in the database, so that all processes share the count and a restart keeps it.
package enum Admission: String, Sendable {
    case comment, report, signIn = "sign-in"

    /// At most `count` within `seconds`. A count of 0 is no limit.
    package struct Limit: Sendable, Hashable {
        package let count: Int
        package let seconds: Int

        package init(_ count: Int, per seconds: Int) {
            self.count = count
            self.seconds = seconds
        }
    }
}

extension Transaction {
    /// Lets one more through and counts it. Refuses with `tooSoon`, and says after how many seconds one will pass.
    package func admit(_ kind: Admission, source: String, limits: [Admission.Limit], now: Date) throws {
        try requireRoom(kind, source: source, limits: limits, now: now)
        guard limits.contains(where: { $0.count > 0 }) else { return }
        try run("INSERT INTO admissions (kind, source, at) VALUES ($1, $2, $3)", kind.rawValue, source, now)
    }

    /// Refuses like `admit` and counts nothing.
    package func requireRoom(_ kind: Admission, source: String, limits: [Admission.Limit], now: Date) throws {
        let limits = limits.filter { $0.count > 0 }
        for first in stride(from: 0, to: limits.count, by: 2) {
            let pair = (limits[first], limits[min(first + 1, limits.count - 1)])
            let blocking = try blocking(kind, source, pair, now)
            for (limit, at) in [(pair.0, blocking.0), (pair.1, blocking.1)] {
                guard let at else { continue }
                let wait = Int(at.addingTimeInterval(Double(limit.seconds)).timeIntervalSince(now).rounded(.up))
                throw Refusal(
                    .tooSoon,
                    "That was a lot in a short time. Please wait \(max(1, wait).spokenSeconds) and send it again.",
                    retryAfter: max(1, wait))
            }
        }
    }

    /// For each of two limits the admission that must leave its window before another may enter; `nil` where there is room.
    private func blocking(
        _ kind: Admission, _ source: String, _ limits: (Admission.Limit, Admission.Limit), _ now: Date
    ) throws -> (Date?, Date?) {
        let found = try first(
            """
            SELECT (SELECT at FROM admissions WHERE kind = $1 AND source = $2 AND at > $3
                ORDER BY at DESC LIMIT 1 OFFSET $4),
            (SELECT at FROM admissions WHERE kind = $1 AND source = $2 AND at > $5
                ORDER BY at DESC LIMIT 1 OFFSET $6)
            """, kind.rawValue, source, now.addingTimeInterval(-Double(limits.0.seconds)), limits.0.count - 1,
            now.addingTimeInterval(-Double(limits.1.seconds)), limits.1.count - 1
        ) { row in (try row[0] as Date?, try row[1] as Date?) }
        return found ?? (nil, nil)
    }

    /// Forgets what no limit counts any more.
    package func forgetAdmissions(before: Date) throws {
        try run("DELETE FROM admissions WHERE at < $1", before)
    }
}

extension Int {
    fileprivate var spokenSeconds: String {
        if self < 90 { return self == 1 ? "a second" : "\(self) seconds" }
        return "\((self + 59) / 60) minutes"
    }
}
