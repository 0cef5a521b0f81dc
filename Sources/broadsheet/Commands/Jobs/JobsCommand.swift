import ArgumentParser
import Newsroom
import Operations

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List the work that is waiting, running or has failed; retry or drop it.",
        discussion: """
            The processes that serve the newspaper do the jobs. A job that fails is tried again, at longer and longer \
            intervals, and is given up in the end. The desk's log records what is retried and dropped.
            """,
        subcommands: [JobsList.self, JobsRetry.self, JobsDrop.self], defaultSubcommand: JobsList.self)
}

/// The jobs that a command concerns.
struct ChosenJobs: ParsableArguments {
    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The numbers of the jobs.") var numbers: [Int64] = []
    @Flag(help: "All failed jobs.") var failed = false

    func validate() throws {
        guard failed || !numbers.isEmpty else { throw ValidationError("Name the numbers of jobs, or use --failed.") }
    }

    /// Calls `body` with each of these jobs, and prints what it returns.
    func forEach(_ verb: String, _ body: (Newspaper, Job.ID) async throws -> Job) async throws {
        try await installation.withNewspaper { newspaper in
            var ids = numbers.map { Job.ID($0) }
            if failed {
                ids += try await newspaper.jobs(as: .system).jobs.filter { $0.state == .failed }.map(\.id)
            }
            for id in ids {
                let job = try await body(newspaper, id)
                print("\(verb) job \(job.id): \(job.title)")
            }
        }
    }
}
