package import Newsroom

/// The outcome of an attempt at a job.
package struct JobReport: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case done
        /// It is tried again later.
        case failed
        case givenUp = "given up"
    }

    package let id: Job.ID
    package let kind: Job.Kind
    package let outcome: Outcome
    /// The error of an attempt that failed.
    package let failure: String?
}

/// Learns the outcome of each attempt at a job.
package typealias JobWatch = @Sendable (JobReport) -> Void
