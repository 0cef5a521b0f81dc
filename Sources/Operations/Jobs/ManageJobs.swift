import Database
package import Newsroom
import Storage

/// The jobs that are not done, for admins and operators.
extension Newspaper {
    /// How many failed jobs, and how many others, a list shows.
    package static let jobsListed = 200

    package func jobs(as actor: Actor) async throws -> (jobs: [Job], counts: JobCounts) {
        try actor.require(.administer)
        let now = clock.now
        return try await database.read { tx in
            (try tx.jobs(limit: Self.jobsListed, now: now), try tx.jobCounts())
        }
    }

    /// Makes a waiting or failed job due now. Refuses like `Transaction.retryJob`.
    @discardableResult
    package func retryJob(_ id: Job.ID, as actor: Actor) async throws -> Job {
        let (name, now) = (try actor.name(for: .administer), clock.now)
        return try await write { tx in try tx.retryJob(id, by: name, now: now) }
    }

    /// Removes a job without doing it. Refuses like `Transaction.dropJob`.
    @discardableResult
    package func dropJob(_ id: Job.ID, as actor: Actor) async throws -> Job {
        let (name, now) = (try actor.name(for: .administer), clock.now)
        return try await write { tx in try tx.dropJob(id, by: name, now: now) }
    }
}
