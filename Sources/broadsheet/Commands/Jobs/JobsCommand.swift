import ArgumentParser
import Foundation
import Newsroom
import Operations

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List the work that is waiting, running or has failed; retry or drop it.",
        discussion: """
            The processes that serve the newspaper do the jobs. A job that fails is tried again at growing \
            intervals, and finally given up. The desk's log records what is retried and dropped.
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

    /// Calls `body` with each of these jobs, and prints what it returns. A refusal does not stop the others; the
    /// command then fails at the end.
    func forEach(_ verb: String, _ body: (Newspaper, Job.ID) async throws -> Job) async throws {
        try await installation.withNewspaper { newspaper in
            var isRefused = false
            for number in Set(numbers).sorted() {
                do {
                    say(verb, try await body(newspaper, Job.ID(number)))
                } catch let refusal as Refusal {
                    isRefused = true
                    let line = "broadsheet: Job \(number): \(OperatorSentence.of(refusal))\n"
                    FileHandle.standardError.write(Data(line.utf8))
                }
            }
            if failed { try await forEachFailed(verb, newspaper, body) }
            if isRefused { throw ExitCode.failure }
        }
    }

    private func forEachFailed(
        _ verb: String, _ newspaper: Newspaper, _ body: (Newspaper, Job.ID) async throws -> Job
    ) async throws {
        var isFirst = true
        while true {
            // A list is limited. The jobs of the last one are not listed as failed anymore.
            let jobs = try await newspaper.jobs(as: .system).jobs.filter { $0.state == .failed }
            if jobs.isEmpty { return isFirst ? print("No job has failed.") : () }
            isFirst = false
            for job in jobs {
                // A refusal means that somebody else has retried or dropped the job meanwhile.
                do { say(verb, try await body(newspaper, job.id)) } catch is Refusal {}
            }
        }
    }

    private func say(_ verb: String, _ job: Job) { print("\(verb) job \(job.id): \(job.title.inOneLine)") }
}
