package import Foundation

/// A member of the staff as the operator sees them, also one who was removed.
package struct Employment: Sendable, Hashable {
    package let staff: Staff
    package let addedAt: Date
    /// `nil` for whoever may sign in.
    package let removedAt: Date?
    package let openSessions: Int

    package init(staff: Staff, addedAt: Date, removedAt: Date?, openSessions: Int) {
        self.staff = staff
        self.addedAt = addedAt
        self.removedAt = removedAt
        self.openSessions = openSessions
    }
}

/// When a session began, and when it ends by itself.
package struct OpenSession: Sendable, Hashable {
    package let beganAt: Date
    package let expiresAt: Date

    package init(beganAt: Date, expiresAt: Date) {
        self.beganAt = beganAt
        self.expiresAt = expiresAt
    }
}
