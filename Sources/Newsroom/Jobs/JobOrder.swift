package import Foundation

/// A job to enqueue.
package struct JobOrder: Sendable, Hashable {
    package let kind: Job.Kind
    package let subject: String
    /// The idempotency key. An order with the key of a job that is not done changes nothing.
    package let key: String
    /// When the job is due. Earlier than now means at once.
    package let dueAt: Date

    package init(_ kind: Job.Kind, subject: String = "", dueAt: Date) {
        self.kind = kind
        self.subject = subject
        key = subject.isEmpty ? kind.rawValue : "\(kind.rawValue) \(subject)"
        self.dueAt = dueAt
    }

    /// A job for one person.
    package init(_ kind: Job.Kind, _ errand: Person.Errand, dueAt: Date) {
        self.init(kind, subject: errand.subject, dueAt: dueAt)
    }
}
