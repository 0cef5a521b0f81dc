import Foundation
import Markup
import Newsroom
import Outbound
import Pages
import Synchronization
import Web

/// Writes mails as messages and hands them to the relay, or to the outbox if there is none. Follows the settings.
final class MailRoom: Sendable {
    private let outbox: Outbox
    private let base: SafeURL
    private let settings: Mutex<Settings>

    /// `base` is the public address of the site.
    init(_ settings: Settings, base: SafeURL, folder: NewspaperFolder) {
        self.settings = Mutex(settings)
        self.base = Self.ascii(base)
        outbox = Outbox(folder: folder.outbox)
    }

    /// The folder for mails without a relay.
    var outboxFolder: URL { outbox.folder }

    /// Takes over settings that were read again while the server runs.
    func adopt(_ settings: Settings) { self.settings.withLock { $0 = settings } }

    /// Hands a mail over. Throws a `MailFault` if a later try may succeed.
    func deliver(_ stored: StoredMail) async throws -> MailFate {
        let settings = settings.withLock { $0 }
        guard let recipient = Mailbox(stored.mail.to) else {
            return .refused(MailRefusal(code: 0, reason: "This is not an e-mail address."))
        }
        let sender = settings.mail.sender ?? MailSender(name: nil, address: "broadsheet@\(domain)")
        guard let from = Mailbox(sender.address) else {
            throw CommandFault.mailNotSent("mail.from has no valid domain")
        }
        let house = settings.house.name
        let letter = MailLetter(stored.mail, house: house, base: base)
        let message = MailMessage(
            from: from, fromName: sender.name ?? house, to: recipient, subject: letter.subject, plain: letter.plain,
            html: letter.html, language: stored.mail.language.tag, unsubscribe: letter.unsubscribe?.text,
            date: stored.createdAt, identifier: stored.identifier, domain: domain)
        guard let address = settings.mail.relay else {
            return .written(
                file: try outbox.write(message.bytes, date: stored.createdAt, identifier: stored.identifier))
        }
        let relay = SMTPRelay(
            address, greeting: domain, authorities: ProcessInfo.processInfo.environment["SSL_CERT_FILE"])
        return try await relay.send(message.bytes, from: from, to: recipient)
    }

    /// The address with its domain in ASCII, for headers.
    private static func ascii(_ base: SafeURL) -> SafeURL {
        guard var parts = URLComponents(string: base.text),
            let domain = parts.host.flatMap({ Mailbox.ascii(domain: $0) })
        else { return base }
        parts.encodedHost = domain
        return parts.string.flatMap { SafeURL($0) } ?? base
    }

    /// The domain of the site in ASCII; `localhost` if its address has only a number.
    private var domain: String {
        let host = URLComponents(string: base.text)?.host ?? ""
        guard NetworkAddress(host) == nil, !host.contains(":") else { return "localhost" }
        return Mailbox.ascii(domain: host) ?? "localhost"
    }
}
