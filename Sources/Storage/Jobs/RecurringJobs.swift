package import Database
package import Foundation
package import Newsroom

/// Jobs that come back. Whenever one is due, one of the newspaper's processes enqueues it. The table `duties`
/// stores when each was last done.
extension Job.Kind {
    package static let recurring: [Job.Kind] = [
        .forgetAdmissions, .recordClosings, .removeExpiredPictures, .deletePictureFiles, .indexPictures,
        .clearUnread, .deleteExpired, .tellStaff,
    ]

    /// How many seconds ahead a stored time may be. A later one comes from a wrong clock and is ignored.
    private static let furthestAhead = 3_600.0
    private static let hour = 3_600.0
    /// How long the list shows a recurring job as failed before it begins again, in seconds.
    fileprivate static let restAfterFailure = hour
    /// How far back closings are recorded after a time without any process, in seconds. Readers whose pages
    /// have been open for longer learn of a closing when they post.
    private static let longestAbsence = 86_400.0

    /// Whether an hourly job is due: it was never done, or its stored time is an hour or more from now. A
    /// time in the future comes from a wrong clock.
    static func isHourAgo(_ done: Date?, now: Date) -> Bool {
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
    /// The recurring jobs that are due and not in the queue. One that has failed begins again after an hour.
    package func dueRecurringJobs(
        closing: ClosingRule, retention: Retention = Retention(), queueThreshold: Int = 0, now: Date
    ) throws -> [Job.Kind] {
        try Job.Kind.recurring.filter { kind in
            try isDue(kind, closing: closing, retention: retention, queueThreshold: queueThreshold, now: now)
                && !hasJob(
                    key: JobOrder(kind, dueAt: now).key,
                    orFailedAfter: now.addingTimeInterval(-Job.Kind.restAfterFailure))
        }
    }

    private func isDue(
        _ kind: Job.Kind, closing: ClosingRule, retention: Retention, queueThreshold: Int, now: Date
    ) throws -> Bool {
        switch kind {
        case .forgetAdmissions: return Job.Kind.isHourAgo(try lastTime(of: kind), now: now)
        case .recordClosings:
            guard let days = closing.days else { return false }
            guard let start = Job.Kind.start(after: try lastTime(of: kind), now: now) else { return true }
            return try hasClosings(after: days, since: start, now: now)
        case .removeExpiredPictures: return try hasExpiredPictures(now: now)
        case .deletePictureFiles: return try hasFilesToDelete(now: now)
        case .indexPictures: return try hasUnindexedPictures()
        case .clearUnread:
            return try hasOldUnread(now: now) && Job.Kind.isHourAgo(try lastTime(of: kind), now: now)
        case .deleteExpired:
            return try Job.Kind.isHourAgo(try lastTime(of: kind), now: now) && hasExpired(retention, now: now)
        case .tellStaff: return try hasNewsForStaff(queueThreshold: queueThreshold, now: now)
        case .publishDraft, .releaseHeldItem, .fetchLinkCard, .sendMail, .renameComments, .mailNotifications,
            .mailDigest, .closeAccount, .makeDownload, .tellFollowers:
            return false
        }
    }

    /// Deletes the admissions that no limit counts.
    package func forgetAdmissions(now: Date) throws {
        try forgetAdmissions(before: now.addingTimeInterval(-7_200))
        try enter(.forgetAdmissions, now)
    }

    /// Records the discussions that closed by age. Those that one transaction does not reach are due again.
    package func recordClosings(_ closing: ClosingRule, now: Date) throws {
        guard let days = closing.days else { return }
        guard let start = Job.Kind.start(after: try lastTime(of: .recordClosings), now: now) else {
            return try enter(.recordClosings, now)
        }
        if let reached = try recordClosings(after: days, since: start, now: now) {
            try enter(.recordClosings, reached)
        }
    }

    /// Takes comments that have become too old out of the view of unread ones. Those that one transaction does not
    /// reach are due again at once.
    package func clearUnread(now: Date) throws {
        try clearOldUnread(now: now)
        if try !hasOldUnread(now: now) { try enter(.clearUnread, now) }
    }

    /// Deletes personal data that is needed only for a while. What one transaction does not reach is due again at once.
    package func deleteExpired(_ retention: Retention, limit: Int = 500, now: Date) throws {
        try eraseExpired(retention, limit: limit, now: now)
        if try !hasExpired(retention, now: now) { try enter(.deleteExpired, now) }
    }

    func lastTime(of kind: Job.Kind) throws -> Date? {
        try value("SELECT done_at FROM duties WHERE name = $1", kind.rawValue)
    }

    func enter(_ kind: Job.Kind, _ time: Date) throws {
        try run(
            "INSERT INTO duties (name, done_at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET done_at = $2",
            kind.rawValue, time)
    }
}
