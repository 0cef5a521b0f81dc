import ArgumentParser
import Foundation

@main
struct Broadsheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadsheet",
        abstract: "A news server: stories, the readers' discussion below them, and the editors' desk.",
        subcommands: [Serve.self, Demo.self, Import.self, StaffCommand.self, Check.self, Backup.self, MoveCommand.self])

    /// Says what went wrong as a sentence, without "Error:" and without a type's name.
    static func main() async {
        OwnerOnly.begin()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            // The parser's own: help, and what was typed wrongly. It gives 1 to whatever it does not know.
            if error is ExitCode || exitCode(for: error) != .failure { exit(withError: error) }
            say(OperatorSentence.of(error))
        }
    }

    private static func say(_ sentence: String) -> Never {
        FileHandle.standardError.write(Data("broadsheet: \(sentence)\n".utf8))
        exit(withError: ExitCode(1))
    }
}
