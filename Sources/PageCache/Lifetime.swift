package import Foundation

/// How long a page may be cached: until a change invalidates one of its subjects, or until it expires.
package struct Lifetime<Subject: Hashable & Sendable>: Sendable {
    package let subjects: Set<Subject>
    /// When the page changes by itself; `nil` for never.
    package let expiresAt: Date?

    package init(subjects: Set<Subject> = [], expiresAt: Date? = nil) {
        self.subjects = subjects
        self.expiresAt = expiresAt
    }
}
