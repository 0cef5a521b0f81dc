import ArgumentParser
import Foundation
import Newsroom
import Operations
import Pages

struct JobsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the jobs that are not done, the failed ones first. Times are in UTC.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let (jobs, counts) = try await installation.withNewspaper { try await $0.jobs(as: .system) }
        guard !jobs.isEmpty else { return print("No job is waiting, running or has failed.") }
        let table = TextTable(
            heads: ["number", "job", "state", "failed or due", "attempts", "last error"],
            rows: jobs.map { job in
                [
                    "\(job.id)", job.title, job.state.rawValue, job.dueAt.ISO8601Format(), "\(job.attempts)",
                    job.failure.map(Words.english.refusals.failure) ?? "-",
                ]
            })
        for line in table.lines { print(line) }
        let hidden = counts.failed + counts.open - jobs.count
        let isExact = max(counts.failed, counts.open) < JobCounts.most
        if hidden > 0 { print("\(isExact ? "" : "At least ")\(hidden) more jobs are not listed.") }
    }
}
