/// A change that makes pages stale. Changes are numbered in the order in which they were stored.
package struct Invalidation<Subject: Hashable & Sendable>: Sendable {
    package let number: Int64
    /// The subjects that it changes; `nil` for all of them.
    package let subjects: [Subject]?
    /// Whether an older page may still be shown while nothing newer can be had. It may not where the change took
    /// something back.
    package let allowsStale: Bool

    package init(number: Int64, subjects: [Subject]?, allowsStale: Bool) {
        self.number = number
        self.subjects = subjects
        self.allowsStale = allowsStale
    }
}
