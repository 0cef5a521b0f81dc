import CMailTransfer
import Foundation
package import Newsroom

/// The relay that takes all mails (RFC 5321). The operator chooses its address.
///
/// With a password, or with `smtps://`, nothing is sent without TLS and a valid certificate, except to this machine.
/// Without a password, TLS is used if the relay offers it. Its certificate is then not checked, because somebody who
/// can replace it could also remove the offer.
package struct SMTPRelay: Sendable {
    /// The time to connect, and the time for everything, in seconds. It is shorter than the lease of the job.
    private static let connectSeconds = 10
    private static let seconds = 60

    private let address: RelayAddress
    private let greeting: String
    private let authorities: String?
    private let seconds: Int

    /// `greeting` is the name of this machine for the relay, in ASCII. `authorities` is a file of certificates to
    /// trust; `nil` for those of the system.
    package init(_ address: RelayAddress, greeting: String, authorities: String?, seconds: Int = Self.seconds) {
        self.address = address
        self.greeting = greeting
        self.authorities = authorities
        self.seconds = seconds
    }

    /// Hands a message over. Throws a `MailFault` if a later try may succeed. The work blocks a thread of its own.
    ///
    /// If the task is canceled, the transfer ends, but waits for the reply to a message that the relay has completely.
    package func send(_ message: [UInt8], from sender: Mailbox, to recipient: Mailbox) async throws -> MailFate {
        guard let transfer = transfer(from: sender, to: recipient) else { throw MailFault("no memory for a transfer") }
        let report = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread { continuation.resume(returning: transfer.send(message)) }
                thread.name = "mail"
                thread.start()
            }
        } onCancel: {
            transfer.stop()
        }
        return try report.fate(hiding: [recipient.text, "\(recipient.local)@"])
    }

    private func transfer(from sender: Mailbox, to recipient: Mailbox) -> SMTPTransfer? {
        let url = "\(address)/\(greeting)"
        guard let transfer = SMTPTransfer(url, connectSeconds: min(Self.connectSeconds, seconds), seconds: seconds)
        else { return nil }
        transfer.encrypt(isRequired: address.requiresTLS, authorities: authorities)
        if let user = address.user, let password = address.password { transfer.authenticate(user, password) }
        transfer.address(from: sender.text, to: recipient.text, needsUTF8: recipient.needsUTF8)
        return transfer
    }
}

/// One transfer with libcurl. A single thread prepares it and then sends.
///
// Safe: other threads call only `stop`, which sets an atomic number.
private final class SMTPTransfer: @unchecked Sendable {
    private let handle: OpaquePointer
    private var needsUTF8 = false

    init?(_ url: String, connectSeconds: Int, seconds: Int) {
        guard let handle = mail_begin(url, connectSeconds, seconds) else { return nil }
        self.handle = handle
    }

    deinit { mail_end(handle) }

    func authenticate(_ user: String, _ password: String) { mail_authenticate(handle, user, password) }

    func encrypt(isRequired: Bool, authorities: String?) { mail_encrypt(handle, isRequired ? 1 : 0, authorities) }

    func address(from sender: String, to recipient: String, needsUTF8: Bool) {
        self.needsUTF8 = needsUTF8
        mail_address(handle, sender, recipient, needsUTF8 ? 1 : 0)
    }

    func send(_ message: [UInt8]) -> SMTPReport {
        let outcome = message.withUnsafeBufferPointer { mail_send(handle, $0.baseAddress, $0.count) }
        return SMTPReport(
            isAccepted: outcome == 0,
            stage: SMTPReport.Stage(rawValue: Int32(mail_last_stage(handle).rawValue)) ?? .connection,
            code: Int(mail_last_code(handle)), reply: String(cString: mail_last_reply(handle)),
            error: String(cString: mail_error(handle)), lacksUTF8: needsUTF8 && mail_has_utf8(handle) == 0)
    }

    func stop() { mail_stop(handle) }
}
