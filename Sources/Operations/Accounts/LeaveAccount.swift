import Database
import Foundation
package import Newsroom
import Storage

/// The end of an account.
extension Newspaper {
    /// Sets the end of a reader's account to a time in 14 days, and ends all other sessions. Until then, the
    /// reader can change their mind. A mail tells the reader. The choice about the comments can be made
    /// again; the day stays. Refuses anybody who is not a reader with `forbidden`.
    package func leave(choosing comments: Leaving.Comments, as actor: Actor, keeping session: String) async throws {
        let (reader, now) = (try actor.requireReader(), clock.now)
        let leaving = Leaving(at: now.addingTimeInterval(Leaving.seconds), comments: comments)
        try await write { tx in
            let isNew = try tx.leaving(of: reader.id) == nil
            try tx.leave(reader.id, leaving, now: now)
            try tx.endSessions(of: reader.id, except: Keys.hash(session))
            guard isNew else { return }
            let letter = Letter.leaving(name: reader.name, at: leaving.at)
            try self.send(letter, to: reader.email, in: try tx.language(of: reader.id), tx, now: now)
        }
    }

    /// Keeps an account whose end was set. Does nothing for any other.
    package func stay(as actor: Actor) async throws {
        let reader = try actor.requireReader()
        try await write { tx in try tx.stay(reader.id) }
    }

    /// Erases a reader at once, for an operator. Refuses with `notFound` an address without an account, and
    /// with `forbidden` a member of staff. If it is interrupted, a job does the rest.
    package func erase(_ email: String, choosing comments: Leaving.Comments, as actor: Actor) async throws {
        try actor.require(.administer)
        let (now, email) = (clock.now, EmailAddress.lookedUp(email)?.lowercased() ?? email)
        let person = try await write { tx in
            let reader = try tx.reader(email: email)
            try tx.stay(reader.id)
            try tx.leave(reader.id, Leaving(at: now, comments: comments), now: now)
            return reader.id
        }
        while try await write({ tx in try tx.closeAccount(person, now: now) }) {}
        try await write { tx in try tx.cancelJob(key: JobOrder(.closeAccount, Person.Errand(person), dueAt: now).key) }
    }

    /// The reader with this address. Refuses like `erase`.
    package func reader(_ email: String, as actor: Actor) async throws -> Reader {
        try actor.require(.administer)
        let email = EmailAddress.lookedUp(email)?.lowercased() ?? email
        return try await database.read { tx in try tx.reader(email: email) }
    }

    /// Readers with accounts, by number, after a number.
    package func registrations(after number: Int64, as actor: Actor) async throws -> [Registration] {
        try actor.require(.administer)
        return try await database.read { tx in try tx.registrations(after: number) }
    }

    /// Does a step of a job that concerns one person. If a further step is needed, another job does it.
    func work(_ errand: String, kind: Job.Kind, _ tx: Transaction, now: Date) throws {
        guard let errand = Person.Errand(subject: errand) else { return }
        let isMore =
            kind == .closeAccount
            ? try tx.closeAccount(errand.person, now: now) : try tx.collectDownload(of: errand.person, now: now)
        if isMore { try tx.enqueue(JobOrder(kind, errand.next, dueAt: now), now: now) }
    }
}
