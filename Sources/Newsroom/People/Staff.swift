package import Foundation

/// Somebody who works at the desk.
package struct Staff: Sendable, Hashable {
    package typealias ID = Identifier<Staff>

    package let id: ID
    package let email: String
    package let name: String
    package let role: Role

    package init(id: ID, email: String, name: String, role: Role) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
    }
}

/// What somebody may do; each role may do what the one before it may.
package enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    case visitor, reader, moderator, editor, admin

    package static func < (one: Role, other: Role) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int { Role.allCases.firstIndex(of: self) ?? 0 }

    /// The roles that staff can have.
    package static let ofStaff: [Role] = [.moderator, .editor, .admin]

    /// Takes the name of a role of the staff. Refuses everything else with `invalid`.
    package static func accept(_ typed: String) throws(Refusal) -> Role {
        guard let role = Role(rawValue: typed.trimmed.lowercased()), ofStaff.contains(role) else {
            throw Refusal(.staff(.unknownRole), field: "role")
        }
        return role
    }
}

/// A signed-in time at the desk. The token itself is only in the browser; here is its hash.
package struct Session: Sendable, Hashable {
    package let staff: Staff
    package let expiresAt: Date

    package init(staff: Staff, expiresAt: Date) {
        self.staff = staff
        self.expiresAt = expiresAt
    }
}

extension Refusal {
    /// The one answer to a wrong password, an unknown address and somebody who was removed.
    package static let wrongPassword = Refusal(.signIn(.wrongPassword), field: "password")
}
