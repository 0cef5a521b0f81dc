import Database
import Foundation
import Newsroom

/// The erasure of a reader. The data that stays cannot be traced to the person: the number of the account,
/// comments without a name if the reader keeps them, and the name's key, which stays reserved for a while.
extension Transaction {
    /// Takes an address out of comments and reports that were sent without the account. Returns whether some
    /// are left.
    func eraseAddress(_ email: String, limit: Int) throws -> Bool {
        try run(
            """
            UPDATE comments SET email = NULL WHERE id IN (
                SELECT id FROM comments WHERE email IS NOT NULL AND LOWER(email) = $1 LIMIT $2)
            """, email, limit)
        try run(
            """
            UPDATE reports SET email = NULL WHERE id IN (
                SELECT id FROM reports WHERE email IS NOT NULL AND LOWER(email) = $1 LIMIT $2)
            """, email, limit)
        return try exists(
            "SELECT 1 FROM comments WHERE email IS NOT NULL AND LOWER(email) = $1 LIMIT 1", email)
            || exists("SELECT 1 FROM reports WHERE email IS NOT NULL AND LOWER(email) = $1 LIMIT 1", email)
    }

    /// Erases everything about a reader except the comments.
    func erase(_ reader: Reader, choosing comments: Leaving.Comments, now: Date) throws {
        let id = reader.id
        try reserveNames(of: id, now: now)
        try run("DELETE FROM open_sessions WHERE person_id = $1", id)
        try run("DELETE FROM sign_ins WHERE person_id = $1", id)
        try run("DELETE FROM address_changes WHERE person_id = $1", id)
        try run("DELETE FROM follows WHERE person_id = $1", id)
        try run("DELETE FROM mutes WHERE person_id = $1", id)
        try run("DELETE FROM mutes WHERE muted_id = $1", id)
        try run("DELETE FROM notifications WHERE person_id = $1", id)
        try run("DELETE FROM notification_choices WHERE person_id = $1", id)
        try run("UPDATE reports SET person_id = NULL WHERE person_id = $1", id)
        try run(
            """
            UPDATE suggestions SET person_id = NULL, name = NULL, may_be_thanked = 0
            WHERE person_id = $1 AND person_id IS NOT NULL
            """, id)
        try dropMails(to: reader.email)
        try forgetMailRefusal(of: reader.email)
        try run("DELETE FROM sign_in_links WHERE email = $1", reader.email)
        try run("DELETE FROM desk_notes WHERE name_key = $1", reader.name.foldedName)
        try deleteDownload(of: id)
        // The text is unique, and neither an address nor a name of anybody.
        let nobody = "erased \(id)"
        try run(
            """
            UPDATE people SET email = $2, name = $2, name_key = NULL, password_hash = '', removed_at = $3, named_at = NULL,
                language = NULL, is_private = 0, mail_token = NULL WHERE id = $1
            """, id, nobody, now)
        try notePersonChanged(id)
        try log(
            "account.erase", on: "person \(id)", detail: "comments: \(comments.rawValue)", by: LogEntry.system, now: now
        )
    }

    /// Reserves the name and the earlier names. From now on, they belong to nobody.
    private func reserveNames(of person: Person.ID, now: Date) throws {
        try run("UPDATE former_names SET person_id = NULL WHERE person_id = $1", person)
        let key: String? =
            try first("SELECT name_key FROM people WHERE id = $1", person) { try $0[0] as String? } ?? nil
        guard let key else { return }
        try run("DELETE FROM former_names WHERE name_key = $1", key)
        try run(
            "INSERT INTO former_names (name_key, reserved_until) VALUES ($1, $2)", key,
            now.addingTimeInterval(AccountName.reservedFor))
    }

    /// Takes the name from some comments of a person, or deletes them as the person would. Returns whether
    /// some are left.
    func eraseComments(of person: Person.ID, _ choice: Leaving.Comments, limit: Int, now: Date) throws -> Bool {
        let next = try comments(
            """
            SELECT \(Comment.columns) FROM comments c WHERE c.person_id = $1 ORDER BY c.created_at, c.id LIMIT $2
            """, person, limit)
        for comment in next { try eraseCommenter(of: comment, choice, now: now) }
        return next.count == limit
    }

    /// The desk keeps a comment that it has removed, and one that a reader has reported.
    private func eraseCommenter(of comment: Comment, _ choice: Leaving.Comments, now: Date) throws {
        let isOpen = comment.state == .published || comment.state == .held
        if choice == .delete, isOpen { try delete(comment, now: now) }
        try run(
            """
            UPDATE comments SET name = '', name_key = '', email = NULL, source = '', writer = NULL, person_id = NULL,
                mark = NULL WHERE id = $1
            """, comment.id)
        // Everybody who sees the comment sees its name.
        if choice == .keep, comment.state == .published {
            try note(.commentEdited, of: comment.place, on: comment.story, published: 0)
        }
    }
}
