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
        for limit in limits where limit.count > 0 {
            let start = now.addingTimeInterval(-Double(limit.seconds))
            // The admission that must leave the window before another may enter.
            let blocking: Date? = try value(
                """
                SELECT at FROM admissions WHERE kind = $1 AND source = $2 AND at > $3
                ORDER BY at DESC LIMIT 1 OFFSET $4
                """, kind.rawValue, source, start, limit.count - 1)
            if let blocking {
                let wait = Int(blocking.addingTimeInterval(Double(limit.seconds)).timeIntervalSince(now).rounded(.up))
                throw Refusal(
                    .tooSoon,
                    "That was a lot in a short time. Please wait \(max(1, wait).spokenSeconds) and send it again.",
                    retryAfter: max(1, wait))
            }
        }
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
