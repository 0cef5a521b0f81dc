package import Database
package import Foundation
package import Newsroom

/// The accounts of readers and staff, by address and by name.
extension Transaction {
    /// The person with this address and the hash of their password, which is empty for an account without
    /// one. `nil` for an account that was closed.
    package func account(email: String) throws -> (actor: Actor, passwordHash: String)? {
        try first(
            """
            SELECT id, email, name, role, password_hash FROM people WHERE email = $1 AND removed_at IS NULL
            """, email.lowercased()
        ) { row in (try person(row), try row[4]) }
    }

    /// Makes an account for a reader whose address is confirmed. A former member of staff becomes a reader under their
    /// number. Refuses a name that is taken with `invalid`.
    package func addReader(email: String, name: AccountName, now: Date) throws -> Reader {
        try requireFree(name, for: nil, now: now)
        let former: Person.ID? = try value("SELECT id FROM people WHERE email = $1", email)
        guard let former else {
            let id = try insert(
                """
                INSERT INTO people (email, name, role, password_hash, created_at, name_key) VALUES ($1, $2, 'reader', '', $3, $4)
                RETURNING id
                """, email, name.text, now, name.key)
            return Reader(id: Person.ID(id), name: name.text, email: email)
        }
        try run(
            """
            UPDATE people SET name = $2, name_key = $3, role = 'reader', password_hash = '', removed_at = NULL WHERE id = $1
            """, former, name.text, name.key)
        return Reader(id: former, name: name.text, email: email)
    }

    /// Gives a reader another name, and reserves the old one. A job gives it to the comments too. Refuses with `invalid` a name that is taken, and with
    /// `closed` a change too soon after the last one.
    package func rename(_ reader: Reader, to name: AccountName, now: Date) throws {
        guard name.text != reader.name else { return }
        let before = try first("SELECT name_key, named_at FROM people WHERE id = $1", reader.id) { row in
            (key: try row[0] as String?, namedAt: try row[1] as Date?)
        }
        if let next = before?.namedAt?.addingTimeInterval(AccountName.restsFor), now < next {
            throw Refusal(.account(.namedRecently), [.time: .time(next)], field: "name")
        }
        try requireFree(name, for: reader.id, now: now)
        if let key = before?.key, key != name.key {
            for taken in [key, name.key] { try run("DELETE FROM former_names WHERE name_key = $1", taken) }
            try run(
                "INSERT INTO former_names (name_key, person_id, reserved_until) VALUES ($1, $2, $3)", key, reader.id,
                now.addingTimeInterval(AccountName.reservedFor))
        }
        try run(
            "UPDATE people SET name = $2, name_key = $3, named_at = $4 WHERE id = $1", reader.id, name.text, name.key,
            now)
        try notePersonChanged(reader.id)
        try enqueueRenaming(of: reader.id, now: now)
    }

    /// Whether a name, or one that readers could take for it, belongs to an account of somebody else, or did so until
    /// recently.
    package func isTaken(_ key: String, except person: Person.ID? = nil, now: Date) throws -> Bool {
        try exists(
            "SELECT 1 FROM people WHERE name_key = $1 AND removed_at IS NULL AND id <> $2 LIMIT 1", key,
            person?.number ?? 0)
            || exists(
                """
                SELECT 1 FROM former_names
                WHERE name_key = $1 AND reserved_until > $2 AND (person_id IS NULL OR person_id <> $3)
                """, key, now, person?.number ?? 0)
    }

    private func requireFree(_ name: AccountName, for person: Person.ID?, now: Date) throws {
        guard try !isTaken(name.key, except: person, now: now) else {
            throw Refusal(.name(.taken), field: "name")
        }
    }

    /// Gives members of staff from before names had keys their keys.
    func keyStaffNames() throws {
        let unkeyed = try all(
            "SELECT id, name FROM people WHERE name_key IS NULL AND removed_at IS NULL AND role <> 'reader'"
        ) { row in
            (id: try row[0] as Person.ID, name: try row[1] as String)
        }
        for (id, name) in unkeyed {
            try run("UPDATE people SET name_key = $2 WHERE id = $1", id, name.lookalikeKey)
        }
    }

    /// Reads an actor from the first four columns: number, address, name, role.
    func person(_ row: Row) throws -> Actor {
        guard try row[3] as String != Role.reader.rawValue else {
            return .reader(Reader(id: try row[0], name: try row[2], email: try row[1]))
        }
        return .staff(try staff(row))
    }
}
