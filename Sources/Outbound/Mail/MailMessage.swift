package import Foundation
import Newsroom

/// A message as it goes to a relay or into a file (RFC 5322, RFC 2045 to 2049): a plain text and the same as HTML.
/// All of it is ASCII, except an address that needs SMTPUTF8.
package struct MailMessage: Sendable {
    package let from: Mailbox
    package let fromName: String
    package let to: Mailbox
    package let subject: String
    package let plain: String
    package let html: String
    /// The language of the texts, as a BCP 47 tag.
    package let language: String
    /// Visible ASCII without spaces.
    package let unsubscribe: String?
    package let date: Date
    /// Hexadecimal digits that no other message has.
    package let identifier: String
    /// The domain of the site, in ASCII.
    package let domain: String

    package init(
        from: Mailbox, fromName: String, to: Mailbox, subject: String, plain: String, html: String, language: String,
        unsubscribe: String?, date: Date, identifier: String, domain: String
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.subject = subject
        self.plain = plain
        self.html = html
        self.language = language
        self.unsubscribe = unsubscribe
        self.date = date
        self.identifier = identifier
        self.domain = domain
    }

    package var bytes: [UInt8] { Array((headers + body).utf8) }

    private var headers: String {
        var fields = [
            ("Date", HeaderText.date(date)),
            ("From", "\(HeaderText.phrase(fromName, after: "From"))\r\n <\(from.text)>"),
            ("To", "<\(to.text)>"),
            ("Subject", HeaderText.words(subject, after: "Subject")),
            ("Message-ID", "<\(identifier)@\(domain)>"),
            ("Auto-Submitted", "auto-generated"),
        ]
        if let unsubscribe {
            fields += [
                ("List-Unsubscribe", "<\(unsubscribe)>"),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ]
        }
        fields += [
            ("Content-Language", language), ("MIME-Version", "1.0"),
            ("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\""),
        ]
        return fields.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
    }

    /// Neither encoding writes an equals sign before an underscore, so no text can contain it.
    private var boundary: String { "=_\(identifier)" }

    private var body: String {
        part("text/plain", plain) + part("text/html", html) + "--\(boundary)--\r\n"
    }

    private func part(_ type: String, _ text: String) -> String {
        let encoding = TransferEncoding(text)
        return """
            --\(boundary)\r
            Content-Type: \(type); charset=utf-8\r
            Content-Transfer-Encoding: \(encoding.name)\r
            \r
            \(encoding.body)
            """
    }
}
