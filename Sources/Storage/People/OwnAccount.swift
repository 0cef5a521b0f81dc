package import Database
package import Foundation
package import Newsroom

/// What a person sees and changes of their own account.
extension Transaction {
    /// The account behind `/account`; `nil` if it was closed.
    package func ownAccount(_ person: Person.ID, now: Date) throws -> OwnAccount? {
        try first(
            """
            SELECT id, email, name, role, created_at, named_at, password_hash <> '', language, is_private,
                leaves_at, leaves_with, EXISTS (SELECT 1 FROM mail_refusals r WHERE r.address = LOWER(email)) FROM people
            WHERE id = $1 AND removed_at IS NULL
            """, person
        ) { row in
            OwnAccount(
                actor: try self.person(row), since: try row[4], namedAt: try row[5], hasPassword: try row[6],
                language: (try row[7] as String?).flatMap { Language(tag: $0) }, isMailRefused: try row[11],
                isPrivate: try row[8],
                sessions: try openSessions(of: person, now: now), leaving: Leaving(at: try row[9], with: try row[10]))
        }
    }

    /// Gives an account another password, or none, and ends its other sessions.
    package func setPassword(hash: String?, of person: Person.ID, keeping session: String) throws {
        try run("UPDATE people SET password_hash = $2 WHERE id = $1", person, hash ?? "")
        try endSessions(of: person, except: session)
    }

    /// The language in which a person wants mails; `nil` for that of the newspaper.
    package func language(of person: Person.ID) throws -> Language? {
        let tag: String? = try value("SELECT language FROM people WHERE id = $1", person)
        return tag.flatMap { Language(tag: $0) }
    }

    /// Where and in which language a person gets mails; `nil` for an account that was closed.
    package func mailAddress(of person: Person.ID) throws -> (email: String, language: Language?)? {
        try first("SELECT email, language FROM people WHERE id = $1 AND removed_at IS NULL", person) { row in
            (try row[0], (try row[1] as String?).flatMap { Language(tag: $0) })
        }
    }

    package func setLanguage(_ language: Language, of person: Person.ID) throws {
        try run("UPDATE people SET language = $2 WHERE id = $1", person, language.tag)
    }

    /// A person's comments, newest first, after a key.
    package func comments(of person: Person.ID, before key: PageKey?, limit: Int) throws -> [Comment] {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.person_id = $1 AND (c.created_at, c.id) < ($2, $3)
            ORDER BY c.created_at DESC, c.id DESC LIMIT $4
            """, person, key?.milliseconds ?? Int64.max, key?.number ?? Int64.max, limit)
    }

    /// How many comments a browser has posted without an account; at most 1,000.
    package func countGuestComments(of browser: String) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM comments
            WHERE writer = $1 AND person_id IS NULL AND writer IS NOT NULL LIMIT 1000) AS guest_comments
            """, browser) ?? 0
    }

    /// Gives the comments that a browser has posted without an account to a reader, under the reader's name.
    /// Pages show the change.
    package func claimComments(of browser: String, for reader: Reader) throws {
        let claimed = try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.writer = $1 AND c.person_id IS NULL AND c.writer IS NOT NULL LIMIT 1000
            """, browser)
        for comment in claimed {
            try run(
                """
                UPDATE comments SET person_id = $2, writer = $3, name = $4, name_key = $5, source = '' WHERE id = $1
                """, comment.id, reader.id, Commenter.person(reader.id).key,
                comment.isErased ? "" : reader.name, comment.state == .deleted ? "" : reader.name.foldedName)
            if comment.state == .published {
                try note(.commentEdited, of: comment.place, on: comment.story, published: 0)
            }
        }
    }
}
