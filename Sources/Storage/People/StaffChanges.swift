package import Database
package import Foundation
package import Newsroom

/// An operator's changes to the staff. Each change is logged in the same transaction, and takes effect at the
/// next request in every process.
extension Transaction {
    /// Adds a member of staff, or reinstates a former one. Refuses a present member's address with
    /// `conflict`.
    package func addStaff(
        email: String, name: String, role: Role, passwordHash: String, now: Date
    ) throws -> Staff {
        let email = email.lowercased()
        if try isFormerStaff(email: email), let former = try entry(of: email) {
            return try bringBack(former.staff, name: name, role: role, passwordHash: passwordHash, now: now)
        }
        let id = try insert(
            """
            INSERT INTO staff (email, name, role, password_hash, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id
            """, email, name, role.rawValue, passwordHash, now)
        let staff = Staff(id: Staff.ID(id), email: email, name: name, role: role)
        try log("staff.add", on: staff, detail: role.rawValue, now: now)
        return staff
    }

    /// Whether the address belongs to a former member; `false` if it belongs to nobody. Refuses the address
    /// of a present member with `conflict`.
    package func isFormerStaff(email: String) throws -> Bool {
        guard let entry = try entry(of: email) else { return false }
        guard entry.removedAt != nil else {
            throw Refusal.addressTaken(by: entry.staff)
        }
        return true
    }

    /// Reinstates a former member. Also ends sessions that an older release may have begun meanwhile, because
    /// that release does not know that members can be removed.
    private func bringBack(
        _ former: Staff, name: String, role: Role, passwordHash: String, now: Date
    ) throws -> Staff {
        try endSessions(of: former.id)
        try run(
            "UPDATE staff SET name = $2, role = $3, password_hash = $4, removed_at = NULL WHERE id = $1", former.id,
            name, role.rawValue, passwordHash)
        let staff = Staff(id: former.id, email: former.email, name: name, role: role)
        try log("staff.add", on: staff, detail: "\(role.rawValue), reinstated", now: now)
        return staff
    }

    /// A present member of staff. Refuses an unknown address, and the address of a former member, with
    /// `notFound`.
    package func member(email: String) throws -> Staff {
        let email = email.trimmed.lowercased()
        guard let entry = try entry(of: email) else {
            throw Refusal.unknownStaff(address: email)
        }
        guard let removedAt = entry.removedAt else { return entry.staff }
        throw Refusal.removed(entry.staff, at: removedAt)
    }

    /// Gives a member another role. Returns whether the role changed. Refuses with `conflict` to change the
    /// role of the last admin.
    package func setRole(_ role: Role, of staff: Staff, now: Date) throws -> Bool {
        guard role != staff.role else { return false }
        try requireAnotherAdmin(than: staff)
        try run("UPDATE staff SET role = $2 WHERE id = $1", staff.id, role.rawValue)
        try log("staff.role", on: staff, detail: "\(staff.role.rawValue) to \(role.rawValue)", now: now)
        return true
    }

    /// Gives a member another password and ends the member's sessions.
    package func setPassword(hash: String, of staff: Staff, now: Date) throws {
        try run("UPDATE staff SET password_hash = $2 WHERE id = $1", staff.id, hash)
        try endSessions(of: staff.id)
        try log("staff.password", on: staff, detail: "", now: now)
    }

    /// Removes a member. The row stays, because rulings refer to it. `unusableHash`, which matches no
    /// password, replaces the hash, because an older release checks only the hash. Refuses with `conflict` to
    /// remove the last admin.
    package func remove(_ staff: Staff, unusableHash: String, now: Date) throws {
        try requireAnotherAdmin(than: staff)
        try run(
            "UPDATE staff SET removed_at = $2, password_hash = $3 WHERE id = $1", staff.id, now, unusableHash)
        try endSessions(of: staff.id)
        try log("staff.remove", on: staff, detail: staff.role.rawValue, now: now)
    }

    /// Ends all sessions of a member. Returns how many were open.
    package func endSessions(of staff: Staff, now: Date) throws -> Int {
        let open = try openSessions(of: staff, now: now).count
        guard open > 0 else { return 0 }
        try endSessions(of: staff.id)
        try log("staff.sessions", on: staff, detail: "\(open) ended", now: now)
        return open
    }

    private func endSessions(of id: Staff.ID) throws { try run("DELETE FROM sessions WHERE staff_id = $1", id) }

    private func entry(of email: String) throws -> (staff: Staff, removedAt: Date?)? {
        try first(
            "SELECT id, email, name, role, removed_at FROM staff WHERE email = $1", email.lowercased()
        ) { row in
            let role = Role(rawValue: try row[3]) ?? .visitor
            return (Staff(id: try row[0], email: try row[1], name: try row[2], role: role), try row[4])
        }
    }

    /// A newspaper that has an admin keeps at least one. A newspaper that never had one needs none.
    private func requireAnotherAdmin(than staff: Staff) throws {
        guard staff.role == .admin else { return }
        let isAnother = try exists(
            "SELECT 1 FROM staff WHERE role = 'admin' AND removed_at IS NULL AND id <> $1", staff.id)
        guard isAnother else {
            throw Refusal.lastAdmin(staff)
        }
    }

    private func log(_ action: String, on staff: Staff, detail: String, now: Date) throws {
        let detail = detail.isEmpty ? staff.email : "\(staff.email): \(detail)"
        try log(action, on: "staff \(staff.id)", detail: detail, by: LogEntry.system, now: now)
    }
}

extension Refusal {
    fileprivate static func addressTaken(by staff: Staff) -> Refusal {
        Refusal(.staff(.addressTaken), [.address: .text(staff.email)])
    }

    fileprivate static func unknownStaff(address: String) -> Refusal {
        Refusal(.staff(.unknown), [.address: .text(address)])
    }

    fileprivate static func removed(_ staff: Staff, at time: Date) -> Refusal {
        Refusal(
            .staff(.removed), [.name: .text(staff.name), .address: .text(staff.email), .time: .time(time)])
    }

    fileprivate static func lastAdmin(_ staff: Staff) -> Refusal {
        Refusal(.staff(.lastAdmin), [.name: .text(staff.name), .address: .text(staff.email)])
    }
}
