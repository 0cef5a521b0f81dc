package import Database
package import Foundation
package import Newsroom

/// The people whose comments are folded for a person. Only that person learns of it.
extension Transaction {
    /// Refuses with `notFound` a person without a published comment, so that nobody learns who else has an account; with
    /// `invalid` oneself, with `forbidden` the staff, and with `closed` one more than the limit.
    package func mute(_ other: Person.ID, by person: Person.ID, now: Date) throws {
        guard other != person else { throw Refusal(.account(.muteOfOneself)) }
        let isReader: Bool? = try value(
            "SELECT role = 'reader' FROM people WHERE id = $1 AND removed_at IS NULL", other)
        let hasComment = try exists(
            "SELECT 1 FROM comments c WHERE c.person_id = $1 AND c.state = 'published' LIMIT 1", other)
        guard let isReader, hasComment else { throw Refusal(.missing(.person)) }
        guard isReader else { throw Refusal(.account(.muteOfStaff)) }
        guard try muted(by: person).count < MutedPerson.most else {
            throw Refusal(.account(.mutesTooMany), [.limit: .number(MutedPerson.most)])
        }
        try run(
            """
            INSERT INTO mutes (person_id, muted_id, since) VALUES ($1, $2, $3)
            ON CONFLICT (person_id, muted_id) DO NOTHING
            """, person, other, now)
    }

    package func endMute(of other: Person.ID, by person: Person.ID) throws {
        try run("DELETE FROM mutes WHERE person_id = $1 AND muted_id = $2", person, other)
    }

    /// The people whom a person mutes, the latest first.
    package func muted(by person: Person.ID) throws -> [MutedPerson] {
        try all(
            """
            SELECT p.id, p.name, m.since FROM mutes m JOIN people p ON p.id = m.muted_id AND p.removed_at IS NULL
            WHERE m.person_id = $1
            """, person
        ) { row in MutedPerson(id: try row[0], name: try row[1], since: try row[2]) }
        .sorted { $0.since > $1.since }
    }
}
