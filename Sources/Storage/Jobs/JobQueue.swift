package import Database
package import Foundation
package import Newsroom

/// The queue of jobs. Only one transaction writes at a time, so two processes never claim the same job.
extension Transaction {
    /// The kinds of a lane that this release can do. Those of a newer release stay in the queue for its processes.
    private static func kinds(_ lane: Job.Lane) -> SQL {
        switch lane {
        case .database:
            """
            kind IN ('forget admissions', 'record closings', 'publish draft', 'release embargoed item',
                'index pictures', 'remove expired pictures', 'clear unread comments', 'rename comments',
                'mail notifications', 'mail digest', 'close account', 'make download', 'delete expired data',
                'tell followers', 'tell staff')
            """
        case .network: "kind IN ('fetch link card', 'delete picture files')"
        case .mail: "kind = 'send mail'"
        }
    }

    /// Enqueues a job, in the transaction of the change that causes it. If a job with its key is waiting or
    /// running, nothing happens. A failed one begins again.
    package func enqueue(_ order: JobOrder, now: Date) throws {
        try run(
            """
            INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (key) DO UPDATE SET enqueued_at = $4, due_at = $5, given_up_at = $6, attempts = 0,
                is_claimed = 0, failed_at = NULL WHERE jobs.failed_at IS NOT NULL
            """, order.kind.rawValue, order.subject, order.key, now, order.dueAt,
            max(order.dueAt, now).addingTimeInterval(order.kind.patience))
    }

    /// Removes the job with a key, if it is not done.
    package func cancelJob(key: String) throws { try run("DELETE FROM jobs WHERE key = $1", key) }

    /// Whether a job is waiting or running, or has failed after a time.
    package func hasJob(key: String, orFailedAfter time: Date) throws -> Bool {
        try exists("SELECT 1 FROM jobs WHERE key = $1 AND (failed_at IS NULL OR failed_at > $2)", key, time)
    }

    /// Whether a process should claim jobs.
    package func hasDueJobs(in lane: Job.Lane = .database, now: Date) throws -> Bool {
        try exists(
            "SELECT 1 FROM jobs WHERE failed_at IS NULL AND due_at <= $1 AND \(Self.kinds(lane)) LIMIT 1", now)
    }

    /// Claims jobs that are due, in the order of their times, including those whose process let its lease end.
    package func claimJobs(in lane: Job.Lane = .database, limit: Int, now: Date) throws -> [JobAttempt] {
        let attempts = try dueJobs(in: lane, limit: limit, now: now)
        for attempt in attempts {
            try run(
                """
                UPDATE jobs SET is_claimed = 1, claim = $2, attempts = $3, due_at = $4, given_up_at = $5 WHERE id = $1
                """, attempt.id, attempt.claim, attempt.count, now.addingTimeInterval(attempt.kind.lease),
                attempt.givenUpAt)
        }
        return attempts
    }

    /// The next attempts at the jobs that are due. The patience with a job begins with its first attempt, because
    /// it may have waited while no process ran.
    private func dueJobs(in lane: Job.Lane, limit: Int, now: Date) throws -> [JobAttempt] {
        try all(
            """
            SELECT id, kind, subject, claim, attempts, given_up_at FROM jobs
            WHERE failed_at IS NULL AND due_at <= $1 AND \(Self.kinds(lane)) ORDER BY due_at, id LIMIT $2
            """, now, limit
        ) { row in
            try Job.Kind(rawValue: row[1]).map { kind in
                let (tried, givenUpAt): (Int, Date) = (try row[4], try row[5])
                return JobAttempt(
                    id: try row[0], kind: kind, subject: try row[2], claim: try row[3] + 1, count: tried + 1,
                    givenUpAt: tried == 0 ? now.addingTimeInterval(kind.patience) : givenUpAt)
            }
        }.compactMap(\.self)
    }

    /// Whether no other process has claimed the job since, and nobody has dropped or retried it. The work, this
    /// check and `finish` are one transaction, so that only one attempt has an effect.
    package func isCurrent(_ attempt: JobAttempt) throws -> Bool {
        try exists(
            "SELECT 1 FROM jobs WHERE id = $1 AND claim = $2 AND is_claimed = 1", attempt.id, attempt.claim)
    }

    /// Removes a job that is done.
    package func finish(_ attempt: JobAttempt) throws {
        try run("DELETE FROM jobs WHERE id = $1 AND claim = $2", attempt.id, attempt.claim)
    }

    /// Records the error of an attempt. The job is tried again later, or given up. Returns the time of the next
    /// try.
    @discardableResult
    package func fail(_ attempt: JobAttempt, _ failure: String, now: Date, jitter: Double) throws -> Date? {
        let next = attempt.nextTry(after: now, jitter: jitter)
        try run(
            """
            UPDATE jobs SET is_claimed = 0, failure = $3, due_at = $4, failed_at = $5
            WHERE id = $1 AND claim = $2 AND is_claimed = 1
            """, attempt.id, attempt.claim, failure, next ?? now, next == nil ? now : nil)
        return next
    }
}
