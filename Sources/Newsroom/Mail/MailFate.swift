package import Foundation

/// What became of a mail at the relay.
package enum MailFate: Sendable, Hashable {
    /// The relay has accepted it. `reply` is its last line.
    case sent(reply: String)
    /// There is no relay. The mail is a file with this name in the folder `outbox`.
    case written(file: String)
    /// The relay will never take mail for this address.
    case refused(MailRefusal)
}

/// The reason why a relay takes no mail for an address.
package struct MailRefusal: Sendable, Hashable {
    /// The reply code of SMTP (RFC 5321, section 4.2); 0 if the relay was not asked.
    package let code: Int
    /// The relay's words: one line, without the address.
    package let reason: String

    private static let longest = 300

    package init(code: Int, reason: String) {
        self.code = code
        self.reason = String(reason.inOneLine.prefix(Self.longest))
    }
}

/// A refusal that stops all mail to an address.
package struct StoredMailRefusal: Sendable, Hashable {
    package let refusal: MailRefusal
    package let at: Date

    package init(refusal: MailRefusal, at: Date) {
        self.refusal = refusal
        self.at = at
    }
}

/// A mail that waits in the database.
package struct StoredMail: Sendable, Hashable {
    package let id: Mail.ID
    package let mail: Mail
    /// Names the message for mail programs, also if it is sent twice: 128 random bits in hexadecimal.
    package let identifier: String
    package let createdAt: Date

    package init(id: Mail.ID, mail: Mail, identifier: String, createdAt: Date) {
        self.id = id
        self.mail = mail
        self.identifier = identifier
        self.createdAt = createdAt
    }

    package static func newIdentifier() -> String {
        (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
    }
}
