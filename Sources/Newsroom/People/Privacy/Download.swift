package import Foundation

/// An archive of everything that is stored about a person, which that person has ordered.
package struct Download: Sendable, Hashable {
    package let orderedAt: Date
    /// When it became ready; `nil` while it is being made.
    package let madeAt: Date?
    /// When it is deleted. A deletion is due even if it never becomes ready.
    package let expiresAt: Date

    package init(orderedAt: Date, madeAt: Date?, expiresAt: Date) {
        self.orderedAt = orderedAt
        self.madeAt = madeAt
        self.expiresAt = expiresAt
    }

    /// For how long a person can fetch an archive, in seconds.
    package static let keptFor: TimeInterval = 7 * 86_400
    /// How long a person waits before ordering another one, in seconds.
    package static let restsFor: TimeInterval = 3_600

    /// When another one can be ordered; `nil` if it can be now.
    package func againAt(_ now: Date) -> Date? {
        let next = orderedAt.addingTimeInterval(Self.restsFor)
        return now < next ? next : nil
    }
}
