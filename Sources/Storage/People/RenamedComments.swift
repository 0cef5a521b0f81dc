package import Database
package import Foundation
import Newsroom

/// A person's comments show the person's present name. They take a new one in batches, so that no transaction is long.
extension Transaction {
    private static let renamedAtOnce = 200

    /// Enqueues the renaming of a person's comments.
    func enqueueRenaming(of person: Person.ID, after key: PageKey? = nil, now: Date) throws {
        let subject = key.map { "\(person) \($0)" } ?? "\(person)"
        try enqueue(JobOrder(.renameComments, subject: subject, dueAt: now), now: now)
    }

    /// Gives the comments of a batch the name of their account, and enqueues the next batch. `subject` is the
    /// number of the person, followed by the key of the last comment of the batch before.
    package func renameComments(_ subject: String, now: Date) throws {
        let parts = subject.split(separator: " ")
        guard let person = parts.first.flatMap({ Person.ID(path: $0) }),
            let name: String = try value("SELECT name FROM people WHERE id = $1 AND removed_at IS NULL", person)
        else { return }
        let key = parts.count > 1 ? PageKey(parts[1]) : nil
        let batch = try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.person_id = $1 AND (c.created_at, c.id) > ($2, $3) ORDER BY c.created_at, c.id LIMIT $4
            """, person, key?.milliseconds ?? 0, key?.number ?? 0, Self.renamedAtOnce)
        let renamed = batch.filter { !$0.isErased && $0.name != name }
        for comment in renamed {
            try run(
                "UPDATE comments SET name = $2, name_key = $3 WHERE id = $1", comment.id, name,
                comment.state == .deleted ? "" : name.foldedName)
        }
        for story in Set(renamed.map(\.story)).sorted() { try note(.commentersRenamed, on: story) }
        if batch.count == Self.renamedAtOnce, let last = batch.last {
            try enqueueRenaming(of: person, after: last.key, now: now)
        }
    }
}
