import ArgumentParser
import Newsroom
import Operations

struct JobsRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Make jobs due now, as if they were new.")

    @OptionGroup var chosen: ChosenJobs

    func run() async throws { try await chosen.forEach("Retrying") { try await $0.retryJob($1, as: .system) } }
}
