package import Foundation

/// How long personal data is kept that the newspaper needs only for a while.
package struct Retention: Sendable, Hashable {
    /// How long keyed digests of network addresses are kept, and records of sign-ins, in seconds.
    package let digests: TimeInterval

    package init(digestDays: Int = standardDays) { digests = Double(digestDays) * 86_400 }

    package static let standardDays = 30
    /// How long a mailed link is kept after its end, in seconds.
    package static let links: TimeInterval = 86_400
    /// How long notifications and refusals by the relay are kept, in seconds: half a year.
    package static let notifications: TimeInterval = 180 * 86_400

    /// A digest from this time, or from before, is erased.
    package func oldestDigest(at now: Date) -> Date { now.addingTimeInterval(-digests) }
}
