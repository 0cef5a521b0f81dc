package import Foundation

/// A present or former member of staff, as the operator sees them.
package struct Employment: Sendable, Hashable {
    package let staff: Staff
    package let addedAt: Date
    /// `nil` for a present member.
    package let removedAt: Date?
    package let openSessions: Int

    package init(staff: Staff, addedAt: Date, removedAt: Date?, openSessions: Int) {
        self.staff = staff
        self.addedAt = addedAt
        self.removedAt = removedAt
        self.openSessions = openSessions
    }
}
