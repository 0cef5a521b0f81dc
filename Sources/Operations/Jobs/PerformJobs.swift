import Database
import Foundation
package import Newsroom
import Storage

/// The part of a job's work that changes the database, in the transaction that removes the job from the queue.
typealias JobWork = @Sendable (_ tx: Transaction, _ now: Date) throws -> Void

extension Newspaper {
    /// How many jobs a process claims at once. It works on them side by side, so that the writes of those that only
    /// change the database share commits.
    private static func claimedAtOnce(_ lane: Job.Lane) -> Int {
        switch lane {
        case .database: 64
        case .network: 4
        case .mail: 1
        }
    }

    /// Whether this process can do the jobs of a lane.
    private func works(in lane: Job.Lane) -> Bool {
        switch lane {
        case .database: true
        case .network: fetchCard != nil
        case .mail: deliverMail != nil
        }
    }

    /// Does all jobs of a lane that are due, until none are left or the task is canceled. Returns the kinds of those
    /// that it did. A job that fails is tried again later; the queue lists it. Without `recurring`, a look takes one
    /// query and does not ask whether recurring jobs are due.
    @discardableResult
    package func performJobs(in lane: Job.Lane = .database, recurring: Bool = true) async throws -> [Job.Kind] {
        var done: [Job.Kind] = []
        guard works(in: lane) else { return done }
        while !Task.isCancelled {
            let attempts = try await claimJobs(in: lane, recurring: recurring && lane == .database)
            guard !attempts.isEmpty else { break }
            done += await withTaskGroup(of: Job.Kind?.self) { group in
                for attempt in attempts { group.addTask { await self.perform(attempt) ? attempt.kind : nil } }
                return await group.reduce(into: []) { done, kind in if let kind { done.append(kind) } }
            }
        }
        return done
    }

    /// Enqueues the recurring jobs that are due, and claims jobs. Writes only if there is something to claim.
    private func claimJobs(in lane: Job.Lane, recurring: Bool) async throws -> [JobAttempt] {
        let now = clock.now
        let due: @Sendable (Transaction) throws -> [Job.Kind] = { [rules] tx in
            guard recurring else { return [] }
            return try tx.dueRecurringJobs(
                closing: rules.posting.closing, retention: rules.retention, queueThreshold: rules.queueThreshold,
                now: now)
        }
        let hasWork = try await database.read { tx in
            try tx.hasDueJobs(in: lane, now: now) || !due(tx).isEmpty
        }
        guard hasWork else { return [] }
        return try await database.write { tx in
            for kind in try due(tx) { try tx.enqueue(JobOrder(kind, dueAt: now), now: now) }
            return try tx.claimJobs(in: lane, limit: Self.claimedAtOnce(lane), now: now)
        }
    }

    /// Does a job and removes it from the queue. Everything that changes the database is one transaction. Returns
    /// whether the job is done.
    private func perform(_ attempt: JobAttempt) async -> Bool {
        do {
            let work = try await prepare(attempt)
            let now = clock.now
            let isDone = try await write { tx in
                guard try tx.isCurrent(attempt) else { return false }
                // The work may enqueue the job again.
                try tx.finish(attempt)
                try work(tx, now)
                return true
            }
            if isDone { report(attempt, .done) }
            return isDone
        } catch {
            // If the database is away, the lease ends, and the job is claimed again.
            let failure = (error as? Refusal)?.code.name ?? String("\(error)".inOneLine.prefix(500))
            let now = clock.now
            let isGivenUp = try? await database.write { tx in
                let next = try tx.fail(attempt, failure, now: now, jitter: Double.random(in: 0...1))
                if next == nil { try self.giveUp(attempt, tx) }
                return next == nil
            }
            report(attempt, isGivenUp == true ? .givenUp : .failed, failure)
            return false
        }
    }

    private func report(_ attempt: JobAttempt, _ outcome: JobReport.Outcome, _ failure: String? = nil) {
        watchJobs?(JobReport(id: attempt.id, kind: attempt.kind, outcome: outcome, failure: failure))
    }

    /// Does the part of a job's work that lies outside the database, and returns the rest.
    private func prepare(_ attempt: JobAttempt) async throws -> JobWork {
        switch attempt.kind {
        case .forgetAdmissions: { tx, now in try tx.forgetAdmissions(now: now) }
        case .recordClosings: { tx, now in try tx.recordClosings(self.rules.posting.closing, now: now) }
        case .publishDraft:
            { tx, now in
                if let draft = Draft.ID(path: attempt.subject) { try self.publishScheduled(draft, tx, now: now) }
            }
        case .releaseHeldItem:
            { tx, now in
                if let item = HeldItem.ID(path: attempt.subject) {
                    try tx.release(item, now: now, corrections: self.rules.stories.agencyCorrections)
                }
            }
        case .fetchLinkCard: try await workOnCard(attempt)
        case .deletePictureFiles: try await deletePictureFiles()
        case .removeExpiredPictures: { tx, now in try tx.removeExpiredPictures(now: now) }
        case .indexPictures: { tx, _ in try tx.indexPictures() }
        case .clearUnread: { tx, now in try tx.clearUnread(now: now) }
        case .sendMail: try await workOnMail(attempt)
        case .mailNotifications:
            { tx, now in
                if let person = Person.ID(path: attempt.subject) {
                    try self.mailNotifications(of: person, tx, now: now)
                }
            }
        case .tellFollowers: { tx, now in try tx.tellFollowers(attempt.subject, now: now) }
        case .tellStaff: { tx, now in try tx.tellStaff(queueThreshold: self.rules.queueThreshold, now: now) }
        case .mailDigest: { tx, now in try self.mailDigest(attempt.subject, tx, now: now) }
        case .renameComments: { tx, now in try tx.renameComments(attempt.subject, now: now) }
        case .closeAccount, .makeDownload:
            { tx, now in try self.work(attempt.subject, kind: attempt.kind, tx, now: now) }
        case .deleteExpired: { tx, now in try tx.deleteExpired(self.rules.retention, now: now) }
        }
    }

    /// Records that a job was given up, where its object has a state.
    private func giveUp(_ attempt: JobAttempt, _ tx: Transaction) throws {
        if attempt.kind == .fetchLinkCard, let card = LinkCard.ID(path: attempt.subject) { try tx.markFailed(card) }
    }
}
