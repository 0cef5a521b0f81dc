import ArgumentParser
import Newsroom
import Operations

struct JobsDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Remove jobs without doing them.")

    @OptionGroup var chosen: ChosenJobs

    func run() async throws { try await chosen.forEach("Dropped") { try await $0.dropJob($1, as: .system) } }
}
