import Database
import Foundation
package import Newsroom
import Storage

/// Operations on the staff. Each change is logged in the same transaction, and takes effect at the next
/// request in every process.
extension Newspaper {
    /// Whether the address is that of a former member of staff. Refuses the address of a present member with
    /// `conflict`.
    package func isFormerStaff(_ email: String) async throws -> Bool {
        try await database.read { tx in try tx.isFormerStaff(email: email) }
    }

    /// Adds a member of staff, or reinstates a former one. Refuses the address of a present member with
    /// `conflict`, and an invalid name or password with `invalid`.
    package func addStaff(
        email: String, name: String, role: Role, password: String, as actor: Actor
    ) async throws -> (staff: Staff, isBack: Bool) {
        try actor.require(.administer)
        let name = try Staff.nameRule.accept(name)
        let (hash, now) = (try Password.hash(password, of: email), clock.now)
        return try await write { tx in
            let isBack = try tx.isFormerStaff(email: email)
            let staff = try tx.addStaff(email: email, name: name, role: role, passwordHash: hash, now: now)
            return (staff, isBack)
        }
    }

    /// Returns a present member of staff. Refuses the address of anybody else with `notFound`.
    package func member(_ email: String) async throws -> Staff {
        try await database.read { tx in try tx.member(email: email) }
    }

    /// All present and former members of staff, sorted by address.
    package func employments() async throws -> [Employment] {
        let now = clock.now
        return try await database.read { tx in try tx.employments(now: now) }
    }

    /// The open sessions of a member.
    package func openSessions(of email: String) async throws -> (staff: Staff, sessions: [OpenSession]) {
        let now = clock.now
        return try await database.read { tx in
            let staff = try tx.member(email: email)
            return (staff, try tx.openSessions(of: staff.id, now: now))
        }
    }

    /// Gives a member another role. `isChanged` is false if the member already has it. Refuses with
    /// `conflict` to change the role of the last admin.
    package func setRole(
        _ role: Role, of email: String, as actor: Actor
    ) async throws -> (staff: Staff, isChanged: Bool) {
        try actor.require(.administer)
        return try await change(email) { tx, staff, now in (staff, try tx.setRole(role, of: staff, now: now)) }
    }

    /// Gives a member another password and ends the member's sessions.
    package func setPassword(_ password: String, of email: String, as actor: Actor) async throws -> Staff {
        try actor.require(.administer)
        let hash = try Password.hash(password, of: email)
        return try await change(email) { tx, staff, now in
            try tx.setPassword(hash: hash, of: staff, now: now)
            return staff
        }
    }

    /// Removes a member and ends the member's sessions. Refuses with `conflict` to remove the last admin.
    package func removeStaff(_ email: String, as actor: Actor) async throws -> Staff {
        try actor.require(.administer)
        return try await change(email) { tx, staff, now in
            try tx.remove(staff, unusableHash: Password.ofNobody, now: now)
            return staff
        }
    }

    /// Ends the sessions of a member. `count` is how many were open.
    package func endSessions(of email: String, as actor: Actor) async throws -> (staff: Staff, count: Int) {
        try actor.require(.administer)
        return try await change(email) { tx, staff, now in (staff, try tx.endSessions(of: staff, now: now)) }
    }

    private func change<T: Sendable>(
        _ email: String, _ body: @escaping @Sendable (Transaction, Staff, Date) throws -> T
    ) async throws -> T {
        let now = clock.now
        return try await write { tx in try body(tx, try tx.member(email: email), now) }
    }
}
