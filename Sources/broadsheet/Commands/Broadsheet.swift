import ArgumentParser
import Foundation

@main
struct Broadsheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadsheet",
        abstract: "A news server with stories, readers' comments and a desk for editors and moderators.",
        version: Version.line,
        subcommands: [
            Serve.self, Demo.self, Import.self, StaffCommand.self, PeopleCommand.self, JobsCommand.self,
            MailCommand.self, ConfigCommand.self, Check.self, KeyCommand.self, Backup.self, Restore.self,
            MoveCommand.self, ErrorPages.self,
        ])

    /// Runs the command. Prints an error as a sentence, without "Error:" and without the name of a type.
    static func main() async {
        OpenFiles.openStandardStreams()
        OwnerOnly.begin()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            // Help texts and errors in the arguments come from the parser. It assigns exit code 1 to every
            // other error.
            if error is ExitCode || exitCode(for: error) == .success { exit(withError: error) }
            if exitCode(for: error) == .validationFailure {
                say(fullMessage(for: error), status: ExitStatus.wrongUsage)
            }
            say("broadsheet: " + OperatorSentence.of(error), status: ExitStatus.of(error))
        }
    }

    /// Prints a message on standard error and ends the program.
    private static func say(_ text: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
        exit(withError: ExitCode(status))
    }
}
