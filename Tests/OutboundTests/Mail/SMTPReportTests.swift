import Foundation
import Newsroom
import Testing

@testable import Outbound

@Suite("Replies of mail relays", .timeLimit(.minutes(5)))
struct SMTPReportTests {
    private func fate(_ report: SMTPReport) throws -> MailFate { try report.fate(hiding: ["me@example.org", "me@"]) }

    @Test(
        "A refused recipient is refused for good",
        arguments: [
            "550 5.1.1 <me@example.org>: no such user", "550 no such user here", "551 User not local",
            "553 5.1.3 Bad address",
            "556 5.1.10 Null MX", "550 5.2.1 Mailbox disabled", "550-5.1.1 Two lines 5.1.1 of it",
        ])
    func refused(reply: String) throws {
        let code = try #require(Int(reply.prefix(3)))
        guard case .refused(let refusal) = try fate(SMTPReport(stage: .recipient, code: code, reply: reply)) else {
            Issue.record("\(reply)")
            return
        }
        #expect(refusal.code == code && !refusal.reason.contains("me@example.org"))
    }

    @Test(
        "The relay's own rules and passing states say nothing about the address",
        arguments: [
            (SMTPReport.Stage.recipient, "451 4.7.1 Greylisted"), (.recipient, "452 4.2.2 Mailbox full"),
            (.recipient, "550 5.7.1 Relaying denied"), (.recipient, "554 5.7.1 <me@example.org>: Relay access denied"),
            (.recipient, "550 relay not permitted"), (.recipient, "530 5.7.0 Must issue a STARTTLS command first"),
            (.recipient, "552 5.2.2 Mailbox full"), (.recipient, "554 Blocked"), (.recipient, "550 5.1.8 Bad sender"),
            (.sender, "550 5.1.0 Sender unknown"), (.authentication, "535 5.7.8 Wrong password"),
            (.connection, "554 No SMTP service here"), (.message, "554 5.6.0 Spam"), (.message, "421 Shutting down"),
        ])
    func later(stage: SMTPReport.Stage, reply: String) throws {
        let report = SMTPReport(stage: stage, code: try #require(Int(reply.prefix(3))), reply: reply)
        let fault = #expect(throws: MailFault.self) { _ = try fate(report) }
        #expect(fault?.description.contains("the relay says") == true)
        #expect(fault?.description.contains("me@example.org") == false)
    }

    @Test("Without a reply, the library says what happened, in one short line")
    func silent() throws {
        let report = SMTPReport(stage: .connection, error: "Failed to connect\r\n" + String(repeating: "x", count: 900))
        let fault = #expect(throws: MailFault.self) { _ = try fate(report) }
        #expect(fault?.description.hasPrefix("no connection to the relay: Failed to connect x") == true)
        #expect((fault?.description.count ?? 999) < 400)
    }

    @Test("A relay without SMTPUTF8 refuses an address that needs it")
    func international() throws {
        let report = SMTPReport(stage: .message, code: 354, reply: "354 go", lacksUTF8: true)
        guard case .refused(let refusal) = try fate(report) else { throw CancellationError() }
        #expect(refusal.reason.contains("SMTPUTF8"))
        #expect(throws: MailFault.self) { _ = try fate(SMTPReport(stage: .greeting, code: 421, lacksUTF8: true)) }
    }

    @Test("A mail without a relay becomes a file that only its owner can read, with the same name each time")
    func outbox() throws {
        let folder = URL.temporaryDirectory.appending(path: "outbox-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let outbox = Outbox(folder: folder)
        let date = Date(timeIntervalSince1970: 1_767_268_805.25)
        for text in ["first", "second"] {
            #expect(
                try outbox.write(Array(text.utf8), date: date, identifier: "0123456789abcdef")
                    == "2026-01-01T120005.250Z-0123456789ab.eml")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["2026-01-01T120005.250Z-0123456789ab.eml"])
        let file = folder.appending(path: names[0])
        #expect(try String(contentsOf: file, encoding: .utf8) == "second")
        for (path, mode) in [(file.path, 0o600), (folder.path, 0o700)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
        }
        let elsewhere = Outbox(folder: file)
        let fault = #expect(throws: MailFault.self) { try elsewhere.write([], date: date, identifier: "0") }
        #expect(fault?.description.contains(file.path) == true)
    }
}
