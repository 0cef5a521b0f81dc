package import Database
package import Foundation
package import Newsroom

/// An operator's changes to the staff. Each change is logged in the same transaction, and takes effect at the
/// next request in every process.
extension Transaction {
    /// Adds a member of staff, reinstates a former one, or takes a reader onto the staff. Refuses a present member's
    /// address with `conflict`.
    package func addStaff(
        email: String, name: String, role: Role, passwordHash: String, now: Date
    ) throws -> Staff {
        let email = email.lowercased()
        if let entry = try entry(of: email) {
            guard entry.isFormer || entry.staff.role == .reader else { throw Refusal.addressTaken(by: entry.staff) }
            return try take(entry.staff, name: name, role: role, passwordHash: passwordHash, now: now)
        }
        let id = try insert(
            """
            INSERT INTO people (email, name, role, password_hash, created_at, name_key) VALUES ($1, $2, $3, $4, $5, $6)
            RETURNING id
            """, email, name, role.rawValue, passwordHash, now, name.lookalikeKey)
        let staff = Staff(id: Staff.ID(id), email: email, name: name, role: role)
        try log("staff.add", on: staff, detail: role.rawValue, now: now)
        return staff
    }

    /// Whether the address belongs to a former member; `false` if it belongs to nobody. Refuses the address
    /// of a present member with `conflict`.
    package func isFormerStaff(email: String) throws -> Bool {
        guard let entry = try entry(of: email), entry.staff.role != .reader else { return false }
        guard entry.isFormer else { throw Refusal.addressTaken(by: entry.staff) }
        return true
    }

    /// Takes a former member or a reader onto the staff, under their number. Also ends their sessions: those
    /// of readers last longer, and an older release may have begun some for a former member.
    private func take(
        _ former: Staff, name: String, role: Role, passwordHash: String, now: Date
    ) throws -> Staff {
        try endSessions(of: former.id)
        try run(
            """
            UPDATE people SET name = $2, role = $3, password_hash = $4, name_key = $5, removed_at = NULL,
                leaves_at = NULL, leaves_with = NULL WHERE id = $1
            """, former.id, name, role.rawValue, passwordHash, name.lookalikeKey)
        let staff = Staff(id: former.id, email: former.email, name: name, role: role)
        try log(
            "staff.add", on: staff,
            detail: "\(role.rawValue), \(former.role == .reader ? "had an account" : "reinstated")", now: now)
        return staff
    }

    /// A present member of staff. Refuses an unknown address, and the address of a former member, with
    /// `notFound`.
    package func member(email: String) throws -> Staff {
        let email = email.trimmed.lowercased()
        guard let entry = try entry(of: email), entry.staff.role != .reader else {
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
        try run("UPDATE people SET role = $2 WHERE id = $1", staff.id, role.rawValue)
        try log("staff.role", on: staff, detail: "\(staff.role.rawValue) to \(role.rawValue)", now: now)
        return true
    }

    /// Gives a member another password and ends the member's sessions.
    package func setPassword(hash: String, of staff: Staff, now: Date) throws {
        try run("UPDATE people SET password_hash = $2 WHERE id = $1", staff.id, hash)
        try endSessions(of: staff.id)
        try log("staff.password", on: staff, detail: "", now: now)
    }

    /// Removes a member. The row stays, because rulings refer to it. `unusableHash`, which matches no
    /// password, replaces the hash, because an older release checks only the hash. Refuses with `conflict` to
    /// remove the last admin.
    package func remove(_ staff: Staff, unusableHash: String, now: Date) throws {
        try requireAnotherAdmin(than: staff)
        try run(
            "UPDATE people SET removed_at = $2, password_hash = $3 WHERE id = $1", staff.id, now, unusableHash)
        try endSessions(of: staff.id)
        try log("staff.remove", on: staff, detail: staff.role.rawValue, now: now)
    }

    /// Ends all sessions of a member. Returns how many were open.
    package func endSessions(of staff: Staff, now: Date) throws -> Int {
        let open = try openSessions(of: staff.id, now: now).count
        guard open > 0 else { return 0 }
        try endSessions(of: staff.id)
        try log("staff.sessions", on: staff, detail: "\(open) ended", now: now)
        return open
    }

    /// A present or former member of staff, or a reader.
    private func entry(of email: String) throws -> Entry? {
        try first(
            "SELECT id, email, name, role, removed_at FROM people WHERE email = $1", email.lowercased()
        ) { row in
            let role = Role(rawValue: try row[3]) ?? .visitor
            return Entry(
                staff: Staff(id: try row[0], email: try row[1], name: try row[2], role: role), removedAt: try row[4])
        }
    }

    /// A newspaper that has an admin keeps at least one. A newspaper that never had one needs none.
    private func requireAnotherAdmin(than staff: Staff) throws {
        guard staff.role == .admin else { return }
        let isAnother = try exists(
            "SELECT 1 FROM people WHERE role = 'admin' AND removed_at IS NULL AND id <> $1", staff.id)
        guard isAnother else {
            throw Refusal.lastAdmin(staff)
        }
    }

    private func log(_ action: String, on staff: Staff, detail: String, now: Date) throws {
        let detail = detail.isEmpty ? staff.email : "\(staff.email): \(detail)"
        try log(action, on: "staff \(staff.id)", detail: detail, by: LogEntry.system, now: now)
    }
}

private struct Entry {
    let staff: Staff
    let removedAt: Date?

    var isFormer: Bool { removedAt != nil }
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
