package import Foundation

extension AccountName {
    /// How long a name stays before it can change again, in seconds: 14 days.
    package static let restsFor: TimeInterval = 14 * 86_400
    /// How long the name before is reserved after a change, in seconds: 90 days.
    package static let reservedFor: TimeInterval = 90 * 86_400
}
