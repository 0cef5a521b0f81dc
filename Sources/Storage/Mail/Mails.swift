import Database
package import Foundation
package import Newsroom

/// Mails that wait until they are sent. Each has a job.
extension Transaction {
    /// Stores a mail and enqueues the job that sends it, in the transaction of the change that causes it.
    @discardableResult
    package func send(_ mail: Mail, now: Date) throws -> Mail.ID {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let id = Mail.ID(
            try insert(
                """
                INSERT INTO mails (recipient, kind, language, content, identifier, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
                """, mail.to, mail.kind.rawValue, mail.language.tag,
                String(decoding: try encoder.encode(mail.content), as: UTF8.self), StoredMail.newIdentifier(), now,
                mail.expiresAt))
        try enqueue(JobOrder(.sendMail, subject: id.description, dueAt: now), now: now)
        return id
    }

    /// A mail that waits; `nil` if it was sent, has been refused or was dropped.
    package func storedMail(_ id: Mail.ID) throws -> StoredMail? {
        try first(
            """
            SELECT recipient, language, kind, content, expires_at, identifier, created_at FROM mails WHERE id = $1
            """, id
        ) { row in
            let mail = Mail(
                to: try row[0], language: Language(tag: try row[1]) ?? .english,
                kind: Mail.Kind(rawValue: try row[2]) ?? .notification,
                content: try JSONDecoder().decode(Mail.Content.self, from: Data((try row[3] as String).utf8)),
                expiresAt: try row[4])
            return StoredMail(id: id, mail: mail, identifier: try row[5], createdAt: try row[6])
        }
    }

    /// Removes a mail that was sent, or that nobody needs anymore. Its job then does nothing.
    package func dropMail(_ id: Mail.ID) throws { try run("DELETE FROM mails WHERE id = $1", id) }

    /// Removes all mails that wait for an address, as it is stored.
    package func dropMails(to address: String) throws { try run("DELETE FROM mails WHERE recipient = $1", address) }
}

/// Addresses for which the relay takes no mail. Capitals do not matter.
extension Transaction {
    /// Records that the relay takes no mail for an address. All later mails to it are dropped.
    package func refuseMail(to address: String, _ refusal: MailRefusal, now: Date) throws {
        try run(
            """
            INSERT INTO mail_refusals (address, code, reason, refused_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (address) DO UPDATE SET code = $2, reason = $3, refused_at = $4
            """, address.lowercased(), refusal.code, refusal.reason, now)
    }

    /// Why an address gets no mail; `nil` if it does.
    package func mailRefusal(of address: String) throws -> StoredMailRefusal? {
        try first("SELECT code, reason, refused_at FROM mail_refusals WHERE address = $1", address.lowercased()) {
            row in
            StoredMailRefusal(refusal: MailRefusal(code: try row[0], reason: try row[1]), at: try row[2])
        }
    }

    /// Lets an address get mail again.
    package func forgetMailRefusal(of address: String) throws {
        try run("DELETE FROM mail_refusals WHERE address = $1", address.lowercased())
    }

    /// Lets all addresses get mail again. Returns how many the relay had refused.
    package func forgetAllMailRefusals() throws -> Int {
        let count: Int? = try value("SELECT COUNT(*) FROM mail_refusals")
        try run("DELETE FROM mail_refusals")
        return count ?? 0
    }
}
