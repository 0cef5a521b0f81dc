import Database
import Foundation
import Newsroom
import Storage
import TestSupport
import Testing

@Suite(
    "The commands about jobs", .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(5)))
struct JobCommandTests {
    private typealias Ending = (status: Int32, output: String)

    private func jobs(_ arguments: String..., on data: DataFolder) throws -> Ending {
        try Program(["jobs"] + arguments + ["--data", data.folder.path], shell: "exec 2>&1").endOnDatabase()
    }

    /// Enqueues jobs that nobody does meanwhile, and gives up those before `waiting`.
    private func fill(_ data: DataFolder, failed: Int, waiting: Int = 0, error: String = "error") async throws {
        try await data.open { database in
            try await database.write { tx in
                let now = Clock.system.now
                for number in 1...failed + waiting {
                    try tx.enqueue(JobOrder(.forgetAdmissions, subject: "\(number)", dueAt: now), now: now)
                }
                for attempt in try tx.claimJobs(limit: failed, now: now) {
                    try tx.fail(attempt, error, now: now.addingTimeInterval(7_200), jitter: 0)
                }
            }
        }
    }

    private func counts(_ data: DataFolder) async throws -> JobCounts {
        try await data.open { try await $0.read { tx in try tx.jobCounts() } }
    }

    @Test("An empty list, and --failed without failed jobs, say so")
    func empty() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        #expect(try jobs(on: data) == (0, "No job is waiting, running or has failed.\n"))
        #expect(try jobs("retry", "--failed", on: data) == (0, "No job has failed.\n"))
        #expect(try jobs("drop", "--failed", on: data) == (0, "No job has failed.\n"))
    }

    @Test("Each job of the list is one line, whatever its error contains")
    func lines() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await fill(data, failed: 1, waiting: 1, error: "a\u{1B}[31mb\r\nc\u{7}\u{202E}d\u{9B}e\tf")
        let lines = try jobs("list", on: data).output.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.count == 4 && lines[3].isEmpty)
        let time = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"
        #expect(lines[0].wholeMatch(of: /number  job +state +failed or due +attempts  last error/) != nil)
        #expect(
            try lines[1].wholeMatch(of: Regex("1 +forget admissions 1  failed +\(time)  1 +a \\[31mb c d e f"))
                != nil, "\(lines[1].debugDescription)")
        #expect(try lines[2].wholeMatch(of: Regex("2 +forget admissions 2  waiting +\(time)  0 +-")) != nil)
    }

    @Test("--failed stands for all failed jobs, also for those beyond the list", arguments: ["retry", "drop"])
    func allFailed(command: String) async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await fill(data, failed: 450, waiting: 1)
        #expect(try jobs(on: data).output.hasSuffix("\n250 more jobs are not listed.\n"))
        let done = try jobs(command, "--failed", on: data)
        #expect(done.status == 0)
        #expect(done.output.split(separator: "\n").count == 450)
        #expect(try await counts(data) == JobCounts(failed: 0, open: command == "drop" ? 1 : 451))
        #expect(try await data.logLength() == 450)
        #expect(try data.faults() == [])
    }

    @Test("A number without a job is named, fails the command, and does not stop the others")
    func unknown() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await fill(data, failed: 3)
        let done = try jobs("drop", "1", "9", "3", "3", on: data)
        #expect(done.status == 1)
        #expect(
            Set(done.output.split(separator: "\n")) == [
                "Dropped job 1: forget admissions 1", "Dropped job 3: forget admissions 3",
                "broadsheet: Job 9: This job is done, or somebody has dropped it.",
            ])
        #expect(try await counts(data) == JobCounts(failed: 1, open: 0))
        for arguments in [["retry"], ["drop"], ["retry", "x"], ["drop", "99999999999999999999"], ["mend"]] {
            #expect(try Program(["jobs"] + arguments + ["--data", data.folder.path]).end().status == 2)
        }
    }

    @Test("While the newspaper is served, a job that fails is listed, and is done once it is retried after the repair")
    func serving() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await data.open { try await $0.write { tx in try tx.run("ALTER TABLE admissions RENAME TO elsewhere") } }
        try await fill(data, failed: 1, waiting: 1)
        let program = try data.serve()
        try await waitFor(data) { $0.contains { $0.failure?.hasSuffix("no such table: admissions") ?? false } }
        #expect(try jobs(on: data).output.contains("no such table: admissions\n"))
        try await data.open { try await $0.write { tx in try tx.run("ALTER TABLE elsewhere RENAME TO admissions") } }
        #expect(try jobs("retry", "--failed", on: data) == (0, "Retrying job 1: forget admissions 1\n"))
        try await waitFor(data) { $0.isEmpty }
        #expect(try jobs("retry", "1", on: data).status == 1)
        program.askToStop()
        #expect(program.end().status == 0)
        #expect(try data.faults() == [])
    }

    private func waitFor(_ data: DataFolder, _ condition: ([Job]) -> Bool) async throws {
        try await data.open { database in
            try await waitUntil {
                condition(try await database.read { tx in try tx.jobs(limit: 200, now: Clock.system.now) })
            }
        }
    }
}
