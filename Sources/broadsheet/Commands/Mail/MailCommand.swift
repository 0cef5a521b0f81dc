import ArgumentParser
import Foundation
import Markup
import Newsroom
import Operations
import Outbound
import Pages
import Web

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Try the mail relay, and let refused addresses get mail again.",
        subcommands: [MailTest.self, MailAllow.self])
}

struct MailTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send a test mail, and print what the relay says.",
        discussion: "Without a relay, the mail becomes a file in the folder outbox of the data folder.")

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The address to send it to.") var address: String

    func run() async throws {
        let plan = try installation.plan()
        let settings = try plan.sources.settings()
        let address = try EmailAddress.accept(address)
        guard plan.folder.isOurs else { throw FolderFault.noNewspaper(path: plan.folder.path) }
        guard let base = settings.publicURL ?? SafeURL("http://127.0.0.1:\(settings.port)") else {
            throw CommandFault.wrongHost(settings.host)
        }
        let room = MailRoom(settings, base: base, folder: plan.folder)
        try report(try await deliver(mail(to: address, settings), by: room), settings, room)
    }

    private func mail(to address: String, _ settings: Settings) -> Mail {
        let words = MailWords.of(settings.house.language)
        return Mail(
            to: address, language: settings.house.language, kind: .test,
            content: Mail.Content(
                subject: words.testSubject(settings.house.name), parts: [.paragraph(words.testText)]))
    }

    private func deliver(_ mail: Mail, by room: MailRoom) async throws -> MailFate {
        let stored = StoredMail(
            id: Mail.ID(0), mail: mail, identifier: StoredMail.newIdentifier(), createdAt: Clock.system.now)
        do { return try await room.deliver(stored) } catch let fault as MailFault {
            throw CommandFault.mailNotSent("\(fault)")
        }
    }

    private func report(_ fate: MailFate, _ settings: Settings, _ room: MailRoom) throws {
        switch fate {
        case .sent(let reply): print("\(settings.mail.relay.map { "\($0)" } ?? "The relay") took the mail: \(reply)")
        case .written(let file):
            print("No mail relay is set, so the mail is in \(room.outboxFolder.appending(path: file).path)")
        case .refused(let refusal):
            throw CommandFault.mailNotSent("the relay takes no mail for this address: \(refusal.reason)")
        }
    }
}

struct MailAllow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allow", abstract: "Let addresses get mail again that the relay refused.")

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The addresses.") var addresses: [String] = []
    @Flag(help: "All addresses.") var all = false

    func validate() throws {
        guard all || !addresses.isEmpty else { throw ValidationError("Name addresses, or use --all.") }
    }

    func run() async throws {
        let count = try await installation.withNewspaper { newspaper in
            try await newspaper.allowMail(to: all ? nil : addresses)
        }
        print(count == 1 ? "1 address gets mail again." : "\(count) addresses get mail again.")
    }
}
