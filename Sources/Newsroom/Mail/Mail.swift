package import Foundation

/// A mail to one address, in words that are ready to be sent.
///
/// The words may quote what readers wrote. Nothing in them becomes a header, a link or markup: only `action` and
/// `unsubscribe` become links, and both lead to this site.
package struct Mail: Sendable, Hashable {
    package typealias ID = Identifier<Mail>

    /// The reason for a mail. Its last lines and the metrics name it.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An operator tries the relay.
        case test
        /// Somebody entered the address to sign up, to sign in or to change an address.
        case signIn = "sign-in"
        /// The owner of the address asked to be told.
        case notification
        /// The address belongs to a member of staff, whom the desk tells something.
        case desk
        /// The newspaper invites somebody.
        case invitation
    }

    /// The address, as `EmailAddress` accepts it.
    package let to: String
    package let language: Language
    package let kind: Kind
    package let content: Content
    /// When the mail is of no use anymore, such as a link to sign in. It is then not sent.
    package let expiresAt: Date?

    package init(to: String, language: Language, kind: Kind, content: Content, expiresAt: Date? = nil) {
        self.to = to
        self.language = language
        self.kind = kind
        self.content = content
        self.expiresAt = expiresAt
    }

    package func isExpired(at now: Date) -> Bool { expiresAt.map { $0 <= now } ?? false }
}

extension Mail {
    /// The words of a mail. All of them are cleaned, shortened and defused; see `MailText`.
    package struct Content: Sendable, Hashable, Codable {
        package let subject: String
        package let parts: [Part]
        /// The one thing that the reader may want to do.
        package let action: Action?
        package let code: Code?
        /// Where one request, without signing in, ends mails like this one (RFC 8058).
        package let unsubscribe: SitePath?

        private static let longestSubject = 140
        private static let longestParagraph = 2_000
        private static let mostParts = 60

        package init(
            subject: String, parts: [Part], action: Action? = nil, code: Code? = nil, unsubscribe: SitePath? = nil
        ) {
            self.subject = MailText.line(subject, most: Self.longestSubject)
            self.parts = parts.prefix(Self.mostParts).map { part in
                switch part {
                case .paragraph(let text): .paragraph(MailText.line(text, most: Self.longestParagraph))
                case .quotation(let text): .quotation(MailText.quotation(text))
                }
            }
            self.action = action
            self.code = code
            self.unsubscribe = unsubscribe
        }
    }

    package enum Part: Sendable, Hashable, Codable {
        /// A sentence or more of ours. It may contain a name or a headline.
        case paragraph(String)
        /// What a reader wrote. It is shown as a quotation, with each line marked.
        case quotation(String)
    }

    /// A link to this site, with what it does.
    package struct Action: Sendable, Hashable, Codable {
        package let label: String
        package let path: SitePath

        package init(label: String, path: SitePath) {
            self.label = MailText.line(label, most: 100)
            self.path = path
        }
    }

    /// Six digits that the reader types on the page that waits for them.
    package struct Code: Sendable, Hashable, Codable {
        package let digits: String

        package init?(_ digits: String) {
            guard digits.utf8.count == 6, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
            self.digits = digits
        }
    }
}

/// The path of a page of this site, with its query: `/account/links/3f2a`. It never leads to another site.
package struct SitePath: Sendable, Hashable, Codable {
    package let text: String

    private static let longest = 1_000

    /// Accepts visible ASCII without quotes, backslashes and angle brackets, that begins with one slash.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"\\<>".utf8.contains($0) })
        else { return nil }
        self.text = text
    }
}
