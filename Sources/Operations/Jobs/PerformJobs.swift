import Database
import Foundation
package import Newsroom
import Storage

extension Newspaper {
    /// How many jobs a process claims at once. It works on them side by side, so that their writes share
    /// commits.
    private static let claimedAtOnce = 64

    /// Does all jobs that are due, until none are left or the task is canceled. Returns the kinds of those that
    /// it did. A job that fails is tried again later; the queue lists it. Without `recurring`, a look takes one
    /// query and does not ask whether recurring jobs are due.
    @discardableResult
    package func performJobs(recurring: Bool = true) async throws -> [Job.Kind] {
        var done: [Job.Kind] = []
        while !Task.isCancelled {
            let attempts = try await claimJobs(recurring: recurring)
            guard !attempts.isEmpty else { break }
            done += await withTaskGroup(of: Job.Kind?.self) { group in
                for attempt in attempts { group.addTask { await self.perform(attempt) ? attempt.kind : nil } }
                return await group.reduce(into: []) { done, kind in if let kind { done.append(kind) } }
            }
        }
        return done
    }

    /// Enqueues the recurring jobs that are due, and claims jobs. Writes only if there is something to claim.
    private func claimJobs(recurring: Bool) async throws -> [JobAttempt] {
        let (now, closing) = (clock.now, rules.posting.closing)
        let hasWork = try await database.read { tx in
            try tx.hasDueJobs(now: now)
                || (recurring && !tx.dueRecurringJobs(closing: closing, now: now).isEmpty)
        }
        guard hasWork else { return [] }
        return try await database.write { tx in
            for kind in recurring ? try tx.dueRecurringJobs(closing: closing, now: now) : [] {
                try tx.enqueue(JobOrder(kind, dueAt: now), now: now)
            }
            return try tx.claimJobs(limit: Self.claimedAtOnce, now: now)
        }
    }

    /// Does a job and removes it from the queue, in one transaction. Returns whether it is done.
    private func perform(_ attempt: JobAttempt) async -> Bool {
        let now = clock.now
        do {
            return try await write { tx in
                guard try tx.isCurrent(attempt) else { return false }
                try self.work(attempt, tx, now: now)
                try tx.finish(attempt)
                return true
            }
        } catch {
            // If the database is away, the lease ends, and the job is claimed again.
            let failure = (error as? Refusal)?.code.name ?? String("\(error)".inOneLine.prefix(500))
            _ = try? await database.write { tx in
                try tx.fail(attempt, failure, now: now, jitter: Double.random(in: 0...1))
            }
            return false
        }
    }

    /// The work of each kind of job.
    private func work(_ attempt: JobAttempt, _ tx: Transaction, now: Date) throws {
        switch attempt.kind {
        case .forgetAdmissions: try tx.forgetAdmissions(now: now)
        case .recordClosings: try tx.recordClosings(rules.posting.closing, now: now)
        case .publishDraft:
            if let draft = Draft.ID(path: attempt.subject) { try publishScheduled(draft, tx, now: now) }
        case .releaseHeldItem:
            if let item = HeldItem.ID(path: attempt.subject) { try tx.release(item, now: now) }
        }
    }
}
