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
        if let refusal = try refusals(kind, of: [(source, now)], limits: limits)[0] { throw refusal }
        try count(kind, [(source, now)], limits: limits)
    }

    /// Counts those who were let through; they come from different sources.
    func count(_ kind: Admission, _ arrivals: [(source: String, at: Date)], limits: [Admission.Limit]) throws {
        guard limits.contains(where: { $0.count > 0 }), !arrivals.isEmpty else { return }
        switch dialect {
        case .sqlite:
            for (source, at) in arrivals {
                try run("INSERT INTO admissions (kind, source, at) VALUES ($1, $2, $3)", kind.rawValue, source, at)
            }
        case .postgreSQL:
            try run(
                "INSERT INTO admissions (kind, source, at) SELECT $1, * FROM unnest($2::text[], $3::bigint[])",
                kind.rawValue, ArrayLiteral(arrivals.map(\.source)), ArrayLiteral(arrivals.map(\.at)))
        }
    }

    /// For each the refusal that `admit` would throw; counts nothing.
    func refusals(
        _ kind: Admission, of arrivals: [(source: String, at: Date)], limits: [Admission.Limit]
    ) throws -> [Refusal?] {
        var refusals = [Refusal?](repeating: nil, count: arrivals.count)
        for limit in limits where limit.count > 0 {
            for (place, blocking) in try blocking(kind, arrivals, limit) where refusals[place] == nil {
                let end = blocking.addingTimeInterval(Double(limit.seconds))
                let wait = max(1, Int(end.timeIntervalSince(arrivals[place].at).rounded(.up)))
                refusals[place] = Refusal(
                    .tooSoon, "That was a lot in a short time. Please wait \(wait.spokenSeconds) and send it again.",
                    retryAfter: wait)
            }
        }
        return refusals
    }

    /// The admissions that must leave the window of a limit before one of these may enter it, by the place of who arrives; nothing
    /// where there is room.
    private func blocking(
        _ kind: Admission, _ arrivals: [(source: String, at: Date)], _ limit: Admission.Limit
    ) throws -> [(Int, Date)] {
        let since = arrivals.map { $0.at.addingTimeInterval(-Double(limit.seconds)) }
        switch dialect {
        case .sqlite:
            return try arrivals.indices.compactMap { place in
                try first(
                    """
                    SELECT at FROM admissions WHERE kind = $1 AND source = $2 AND at > $3
                    ORDER BY at DESC LIMIT 1 OFFSET $4
                    """, kind.rawValue, arrivals[place].source, since[place], limit.count - 1
                ) { (place, try $0[0] as Date) }
            }
        case .postgreSQL:
            return try all(
                """
                SELECT p.place, a.at
                FROM unnest($2::text[], $3::bigint[]) WITH ORDINALITY AS p (source, since, place),
                    LATERAL (SELECT at FROM admissions WHERE kind = $1 AND source = p.source AND at > p.since
                        ORDER BY at DESC LIMIT 1 OFFSET $4) AS a
                """, kind.rawValue, ArrayLiteral(arrivals.map(\.source)), ArrayLiteral(since), limit.count - 1
            ) { (try $0[0] as Int - 1, try $0[1] as Date) }
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
