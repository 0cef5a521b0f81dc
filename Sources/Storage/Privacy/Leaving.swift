package import Database
package import Foundation
package import Newsroom

/// Accounts that end. The owner chooses the end, and a job closes the account when the owner can no longer
/// change their mind.
extension Transaction {
    /// The reader with this address. Refuses with `notFound` if nobody has the address, and with `forbidden`
    /// a member of staff.
    package func reader(email: String) throws -> Reader {
        switch try account(email: email)?.actor {
        case .reader(let reader): return reader
        case .staff: throw Refusal(.account(.ofStaff), [.address: .text(email)])
        default: throw Refusal(.account(.unknown), [.address: .text(email)])
        }
    }

    /// Ends a reader's account at a time. If its end is set already, only the choice about the comments
    /// changes.
    package func leave(_ person: Person.ID, _ leaving: Leaving, now: Date) throws {
        let found = try first("SELECT role, removed_at, leaves_at FROM people WHERE id = $1", person) { row in
            (isReader: try row[0] as String == Role.reader.rawValue && row.isNull(at: 1), at: try row[2] as Date?)
        }
        guard let found, found.isReader else { return }
        let at = found.at ?? leaving.at
        try run(
            "UPDATE people SET leaves_at = $2, leaves_with = $3 WHERE id = $1", person, at, leaving.comments.rawValue)
        try enqueue(JobOrder(.closeAccount, Person.Errand(person), dueAt: at), now: now)
    }

    /// Keeps an account whose end was set.
    package func stay(_ person: Person.ID) throws {
        try run(
            "UPDATE people SET leaves_at = NULL, leaves_with = NULL WHERE id = $1 AND removed_at IS NULL", person)
        try cancelJob(key: JobOrder(.closeAccount, Person.Errand(person), dueAt: .distantPast).key)
    }

    /// The end of an account that is open; `nil` if none is set.
    package func leaving(of person: Person.ID) throws -> Leaving? {
        try first(
            "SELECT leaves_at, leaves_with FROM people WHERE id = $1 AND removed_at IS NULL", person
        ) { row in Leaving(at: try row[0], with: try row[1]) } ?? nil
    }

    /// The next step in closing an account, once its time has come. Returns whether a further step is needed.
    /// Each step changes a limited number of rows, so that others can write between two steps.
    package func closeAccount(_ person: Person.ID, limit: Int = 500, now: Date) throws -> Bool {
        let found = try first(
            "SELECT email, name, leaves_at, leaves_with, removed_at FROM people WHERE id = $1 AND role = 'reader'",
            person
        ) { row in
            (
                reader: Reader(id: person, name: try row[1], email: try row[0]),
                leaving: Leaving(at: try row[2], with: try row[3]), isErased: !row.isNull(at: 4)
            )
        }
        guard let found, let leaving = found.leaving, leaving.at <= now else { return false }
        if !found.isErased {
            if try eraseAddress(found.reader.email, limit: limit) { return true }
            try erase(found.reader, choosing: leaving.comments, now: now)
        }
        if try eraseComments(of: person, leaving.comments, limit: limit, now: now) { return true }
        try run("UPDATE people SET leaves_at = NULL, leaves_with = NULL WHERE id = $1", person)
        return false
    }

    /// Readers with accounts, in the order of their numbers, after a number.
    package func registrations(after number: Int64 = 0, limit: Int = 500) throws -> [Registration] {
        try all(
            """
            SELECT id, name, email, created_at, leaves_at, leaves_with FROM people
            WHERE id > $1 AND role = 'reader' AND removed_at IS NULL ORDER BY id LIMIT $2
            """, number, limit
        ) { row in
            Registration(
                reader: Reader(id: try row[0], name: try row[1], email: try row[2]), since: try row[3],
                leaving: Leaving(at: try row[4], with: try row[5]))
        }
    }
}

extension Leaving {
    /// The end of an account as it is stored; `nil` if none is set.
    init?(at: Date?, with choice: String?) {
        guard let at, let comments = choice.flatMap(Comments.init) else { return nil }
        self.init(at: at, comments: comments)
    }
}
