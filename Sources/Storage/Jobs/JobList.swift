package import Database
package import Foundation
package import Newsroom

/// The jobs that are not done, for admins.
extension Transaction {
    private static let jobColumns: SQL =
        "id, kind, subject, is_claimed, failed_at, enqueued_at, due_at, attempts, failure"

    /// The jobs: first those that failed, the latest first, then the others, in the order of their times. At
    /// most `limit` of each.
    package func jobs(limit: Int, now: Date) throws -> [Job] {
        let failed = try all(
            """
            SELECT \(Self.jobColumns) FROM jobs
            WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id DESC LIMIT $1
            """, limit
        ) { row in try job(row, now: now) }
        let others = try all(
            """
            SELECT \(Self.jobColumns) FROM jobs
            WHERE failed_at IS NULL ORDER BY due_at, id LIMIT $1
            """, limit
        ) { row in try job(row, now: now) }
        return failed + others
    }

    /// How many jobs there are; see `JobCounts.most`.
    package func jobCounts() throws -> JobCounts {
        let failed: Int? = try value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM jobs WHERE failed_at IS NOT NULL LIMIT $1) AS failed_jobs",
            JobCounts.most)
        let open: Int? = try value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM jobs WHERE failed_at IS NULL LIMIT $1) AS open_jobs", JobCounts.most)
        return JobCounts(failed: failed ?? 0, open: open ?? 0)
    }

    /// Makes a waiting or failed job due now, with its attempts counted from zero. Refuses with `conflict` while
    /// it runs, and with `notFound` if it is done or dropped.
    package func retryJob(_ id: Job.ID, by actor: String, now: Date) throws -> Job {
        let job = try requireJob(id, now: now)
        guard job.state != .running else { throw Refusal(.job(.running)) }
        let patience = job.kind?.patience ?? Job.Kind.usualPatience
        try run(
            """
            UPDATE jobs SET due_at = $2, given_up_at = $3, attempts = 0, is_claimed = 0, failed_at = NULL WHERE id = $1
            """, id, now, now.addingTimeInterval(patience))
        try log("job.retry", on: "job \(id)", detail: job.title, by: actor, now: now)
        return job
    }

    /// Removes a job that is not done. Refuses with `notFound` if it is done or dropped already. If it runs, its
    /// work has no effect.
    package func dropJob(_ id: Job.ID, by actor: String, now: Date) throws -> Job {
        let job = try requireJob(id, now: now)
        try run("DELETE FROM jobs WHERE id = $1", id)
        // Nothing would publish the draft anymore.
        if job.kind == .publishDraft, let draft = Draft.ID(path: job.subject) { try endSchedule(of: draft) }
        if job.kind == .fetchLinkCard, let card = LinkCard.ID(path: job.subject) { try markFailed(card) }
        if job.kind == .sendMail, let mail = Mail.ID(path: job.subject) { try dropMail(mail) }
        try log("job.drop", on: "job \(id)", detail: job.title, by: actor, now: now)
        return job
    }

    private func requireJob(_ id: Job.ID, now: Date) throws -> Job {
        let found = try first(
            """
            SELECT \(Self.jobColumns) FROM jobs
            WHERE id = $1
            """, id
        ) { row in try job(row, now: now) }
        guard let found else { throw Refusal(.missing(.job)) }
        return found
    }

    private func job(_ row: Row, now: Date) throws -> Job {
        let (isClaimed, dueAt): (Bool, Date) = (try row[3], try row[6])
        let state: Job.State = !row.isNull(at: 4) ? .failed : isClaimed && dueAt > now ? .running : .waiting
        return Job(
            id: try row[0], kindName: try row[1], subject: try row[2], state: state, enqueuedAt: try row[5],
            dueAt: dueAt, attempts: try row[7], failure: try row[8])
    }
}
