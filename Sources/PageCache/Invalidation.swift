/// A change that makes pages stale. Changes are numbered in the order in which they were stored.
package struct Invalidation<Subject: Hashable & Sendable>: Sendable {
    package let number: Int64
    /// The subjects that changed; `nil` for all.
    package let subjects: [Subject]?
    /// Whether an older page may still be shown while its source is unavailable; `false` if the change
    /// removed something.
    package let allowsStale: Bool

    package init(number: Int64, subjects: [Subject]?, allowsStale: Bool) {
        self.number = number
        self.subjects = subjects
        self.allowsStale = allowsStale
    }
}
