import ArgumentParser
import Foundation
import Newsroom
import Operations

struct PeopleErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase a reader at once: the account, the address and the name.",
        discussion: """
            The comments stay without the name, or they are removed as if the reader had deleted them. Comments that \
            somebody has reported, and those that the desk has removed, stay at the desk without the name. Nobody can \
            undo this. The command asks first.
            """)

    enum Comments: String, ExpressibleByArgument, CaseIterable { case keep, delete }

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The e-mail address of the account.") var email: String
    @Option(help: "What becomes of the comments: keep or delete.") var comments = Comments.keep
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        let choice: Leaving.Comments = comments == .keep ? .keep : .delete
        let reader = try await installation.withNewspaper { newspaper in
            let reader = try await newspaper.reader(email, as: .system)
            try confirm(reader)
            try await newspaper.erase(reader.email, choosing: choice, as: .system)
            return reader
        }
        let outcome = choice == .keep ? "stay without the name" : "are removed"
        print("Person \(reader.id) is erased. The comments \(outcome).")
    }

    private func confirm(_ reader: Reader) throws {
        guard !yes else { return }
        let question = "Erase \(reader.name) (\(reader.email)) for good? Type \"yes\":\n"
        FileHandle.standardError.write(Data(question.utf8))
        guard readLine()?.trimmed.lowercased() == "yes" else { throw CommandFault.notConfirmed }
    }
}
