package import Database
package import Foundation
package import Newsroom

/// The work that waits, for monitoring.
package struct WaitingWork: Sendable, Hashable {
    /// A kind of job in a state. The kind is `nil` for kinds of a newer release.
    package struct JobGroup: Sendable, Hashable {
        package let kind: Job.Kind?
        package let state: Job.State

        package init(_ kind: Job.Kind?, _ state: Job.State) {
            self.kind = kind
            self.state = state
        }
    }

    /// The open cases of one desk: their number, and when the oldest was opened.
    package struct Cases: Sendable, Hashable {
        package let count: Int
        package let oldest: Date?
    }

    package var jobs: [JobGroup: Int]
    /// The cases for moderators, and those that were given to the editors.
    package let cases: Cases
    package let escalated: Cases
}

extension Transaction {
    /// Jobs are counted to this number in the states before and after failure, cases to a hundred thousand.
    private static let mostJobs = 10_000

    /// The work that waits. Reads the rows through the indexes of their lists.
    package func waitingWork(now: Date) throws -> WaitingWork {
        var jobs = try openJobs(now: now)
        jobs.merge(try failedJobs()) { $0 + $1 }
        let none = WaitingWork.Cases(count: 0, oldest: nil)
        let (cases, escalated) = try openCases() ?? (none, none)
        return WaitingWork(jobs: jobs, cases: cases, escalated: escalated)
    }

    private func openJobs(now: Date) throws -> [WaitingWork.JobGroup: Int] {
        var jobs: [WaitingWork.JobGroup: Int] = [:]
        try forEach(
            Query(
                "SELECT kind, is_claimed, due_at FROM jobs WHERE failed_at IS NULL ORDER BY due_at, id LIMIT $1",
                [Self.mostJobs], name: #function)
        ) { row in
            let (kind, isClaimed, dueAt): (String, Bool, Date) = (try row[0], try row[1], try row[2])
            let group = WaitingWork.JobGroup(Job.Kind(rawValue: kind), isClaimed && dueAt > now ? .running : .waiting)
            jobs[group, default: 0] += 1
        }
        return jobs
    }

    private func failedJobs() throws -> [WaitingWork.JobGroup: Int] {
        var jobs: [WaitingWork.JobGroup: Int] = [:]
        try forEach(
            Query(
                "SELECT kind FROM jobs WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id DESC LIMIT $1",
                [Self.mostJobs], name: #function)
        ) { row in jobs[WaitingWork.JobGroup(Job.Kind(rawValue: try row[0]), .failed), default: 0] += 1 }
        return jobs
    }

    private func openCases() throws -> (WaitingWork.Cases, escalated: WaitingWork.Cases)? {
        try first(
            """
            SELECT COUNT(*) - COUNT(escalated_at), MIN(CASE WHEN escalated_at IS NULL THEN opened_at END),
                COUNT(escalated_at), MIN(CASE WHEN escalated_at IS NULL THEN NULL ELSE opened_at END)
            FROM (
                SELECT escalated_at, opened_at FROM cases WHERE ruling_id IS NULL AND closed_at IS NULL
                ORDER BY due_at, id LIMIT 100000
            ) AS waiting
            """
        ) { row in
            (
                WaitingWork.Cases(count: try row[0], oldest: try row[1]),
                WaitingWork.Cases(count: try row[2], oldest: try row[3])
            )
        }
    }
}
