package import Foundation

/// How long a page may be cached: until one of its subjects changes, or until it expires.
package struct Lifetime<Subject: Hashable & Sendable>: Sendable {
    package let subjects: Set<Subject>
    /// The time at which the page expires; `nil` for never.
    package let expiresAt: Date?

    package init(subjects: Set<Subject> = [], expiresAt: Date? = nil) {
        self.subjects = subjects
        self.expiresAt = expiresAt
    }
}
