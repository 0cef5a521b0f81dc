package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Admits and counts one more action. Refuses with `tooSoon`, and says how many seconds to wait.
    package func admit(_ kind: Admission, source: String, limits: [Admission.Limit], now: Date) throws {
        if let refusal = try refusals(kind, of: [(source, now)], limits: limits)[0] { throw refusal }
        try count(kind, [(source, now)], limits: limits)
    }

    /// Counts admitted actions, which come from different sources.
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

    /// The refusal that `admit` would throw for each arrival. Counts nothing.
    func refusals(
        _ kind: Admission, of arrivals: [(source: String, at: Date)], limits: [Admission.Limit]
    ) throws -> [Refusal?] {
        let windows = limits.filter { $0.count > 0 }.flatMap { limit in
            arrivals.indices.map { Window(arrival: $0, source: arrivals[$0].source, at: arrivals[$0].at, limit: limit) }
        }
        var waits: [Int: Int] = [:]
        for (window, blocking) in try blocking(kind, windows) {
            waits[window.arrival] = max(waits[window.arrival] ?? 1, window.wait(for: blocking))
        }
        return arrivals.indices.map { arrival in waits[arrival].map { .tooSoon(kind, wait: $0) } }
    }

    /// For each full window, the admission that must leave it before one more may enter.
    private func blocking(_ kind: Admission, _ windows: [Window]) throws -> [(Window, Date)] {
        guard !windows.isEmpty else { return [] }
        switch dialect {
        case .sqlite:
            return try windows.compactMap { window in
                try first(
                    """
                    SELECT at FROM admissions WHERE kind = $1 AND source = $2 AND at > $3
                    ORDER BY at DESC LIMIT 1 OFFSET $4
                    """, kind.rawValue, window.source, window.since, window.limit.count - 1
                ) { (window, try $0[0] as Date) }
            }
        case .postgreSQL:
            return try all(
                """
                SELECT p.place, a.at
                FROM unnest($2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS p (source, since, room, place),
                    LATERAL (SELECT at FROM admissions WHERE kind = $1 AND source = p.source AND at > p.since
                        ORDER BY at DESC LIMIT 1 OFFSET p.room) AS a
                """, kind.rawValue, ArrayLiteral(windows.map(\.source)), ArrayLiteral(windows.map(\.since)),
                ArrayLiteral(windows.map { $0.limit.count - 1 })
            ) { (windows[try $0[0] as Int - 1], try $0[1] as Date) }
        }
    }

    /// Deletes admissions that no limit counts.
    package func forgetAdmissions(before: Date) throws {
        try run("DELETE FROM admissions WHERE at < $1", before)
    }
}

/// The period that a limit covers for one arrival.
private struct Window {
    let arrival: Int
    let source: String
    let at: Date
    let limit: Admission.Limit

    var since: Date { at.addingTimeInterval(-Double(limit.seconds)) }

    /// How many seconds remain until this admission leaves the window.
    func wait(for admission: Date) -> Int {
        Int(admission.addingTimeInterval(Double(limit.seconds)).timeIntervalSince(at).rounded(.up))
    }
}

extension Refusal {
    fileprivate static func tooSoon(_ kind: Admission, wait: Int) -> Refusal {
        Refusal(
            .request(.tooSoon), [.limited: .text(kind.rawValue), .seconds: .number(wait)], retryAfter: wait)
    }
}
