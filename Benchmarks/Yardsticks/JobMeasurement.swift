import Database
import Foundation
import Newsroom
import Operations
import Storage

/// Measures how many jobs a process does per second. Each job deletes the expired counts of a limit, of which
/// there are none, so that the queue itself is measured.
enum JobMeasurement {
    static func run(in folder: String, count: Int) async throws {
        let file = URL(filePath: folder).appending(path: "jobs.sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        try await Migrations.run(on: database)
        let now = Clock.system.now
        try await database.write { tx in
            try tx.forgetAdmissions(now: now)
            for number in 0..<count {
                try tx.enqueue(JobOrder(.forgetAdmissions, subject: "\(number)", dueAt: now), now: now)
            }
        }
        let start = ContinuousClock.now
        let done = try await newspaper(on: database).performJobs().count
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        guard done == count else { throw Incomplete(done: done) }
        print(Int(Double(count) / seconds))
        await database.close()
    }

    struct Incomplete: Error { let done: Int }

    private static func newspaper(on database: Database) -> Newspaper {
        let rules = NewspaperRules(
            policy: .standard,
            posting: PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: []),
            reportLimits: [],
            signIn: SignInRules(limits: [], limitsOfAccount: [], limitsOfAll: [], sessionSeconds: 60))
        return Newspaper(database, rules: rules, clock: .system)
    }
}
