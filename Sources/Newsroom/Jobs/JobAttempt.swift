package import Foundation

/// A process's claim on a job, for one attempt. It lapses when another process claims the job.
package struct JobAttempt: Sendable, Hashable {
    package let id: Job.ID
    package let kind: Job.Kind
    package let subject: String
    /// The number of the claim. A higher one takes its place.
    package let claim: Int64
    /// How many attempts there are, with this one.
    package let count: Int
    /// When the job is given up.
    package let givenUpAt: Date

    package init(id: Job.ID, kind: Job.Kind, subject: String, claim: Int64, count: Int, givenUpAt: Date) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.claim = claim
        self.count = count
        self.givenUpAt = givenUpAt
    }

    private static let firstRest = 1.0
    private static let longestRest = 900.0

    /// When a job whose attempt failed is tried again; `nil` if it is given up instead. The rest doubles with
    /// each attempt, from one second to 15 minutes. `jitter`, from 0 to 1, takes off up to half of it, so that
    /// jobs that failed together are not tried together.
    package func nextTry(after now: Date, jitter: Double) -> Date? {
        let doubled = Self.firstRest * pow(2, Double(min(count, 20) - 1))
        let next = now.addingTimeInterval(min(doubled, Self.longestRest) * (1 - jitter / 2))
        return next < givenUpAt ? next : nil
    }
}
