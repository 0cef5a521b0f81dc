import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The queue of jobs", .timeLimit(.minutes(5)))
struct JobQueueTests {
    private struct Stop: Error {}

    static let order = JobOrder(.forgetAdmissions, subject: "one", dueAt: .noon)

    func claims(_ database: Database, at now: Date = .noon, limit: Int = 10) async throws -> [JobAttempt] {
        let isDue = try await database.read { tx in try tx.hasDueJobs(now: now) }
        let claims = try await database.write { tx in try tx.claimJobs(limit: limit, now: now) }
        #expect(isDue == !claims.isEmpty)
        return claims
    }

    func jobs(_ database: Database, at now: Date = .noon) async throws -> [Job] {
        try await database.read { tx in try tx.jobs(limit: 10, now: now) }
    }

    func enqueue(_ orders: JobOrder..., on database: Database) async throws {
        try await database.write { tx in for order in orders { try tx.enqueue(order, now: .noon) } }
    }

    @Test("A job is stored with the change that causes it, or not at all", arguments: TestedEngine.allCases)
    func causes(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        await #expect(throws: Stop.self) {
            try await database.write { tx in
                try tx.enqueue(Self.order, now: .noon)
                throw Stop()
            }
        }
        #expect(try await jobs(database).isEmpty)
        try await enqueue(Self.order, on: database)
        #expect(try await jobs(database).map(\.title) == ["forget admissions one"])
    }

    @Test("A second order with the same key changes nothing", arguments: TestedEngine.allCases)
    func keys(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        let later = JobOrder(.forgetAdmissions, subject: "one", dueAt: .noon.later(60))
        let another = JobOrder(.forgetAdmissions, subject: "two", dueAt: .noon.later(60))
        try await enqueue(Self.order, later, another, on: database)
        #expect(try await jobs(database).map(\.dueAt) == [.noon, .noon.later(60)])
    }

    @Test("A job is not claimed before its time, and earlier ones come first", arguments: TestedEngine.allCases)
    func times(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        for (subject, seconds) in [("late", 60.0), ("second", -1), ("first", -2), ("third", 0)] {
            let order = JobOrder(.recordClosings, subject: subject, dueAt: .noon.later(seconds))
            try await enqueue(order, on: database)
        }
        #expect(try await claims(database, at: .noon.later(-3)).isEmpty)
        #expect(try await claims(database, limit: 2).map(\.subject) == ["first", "second"])
        #expect(try await claims(database).map(\.subject) == ["third"])
        #expect(try await jobs(database).map(\.state) == [.running, .running, .running, .waiting])
    }

    @Test("One of several processes gets a job", arguments: TestedEngine.allCases)
    func claiming(_ engine: TestedEngine) async throws {
        let processes = try await engine.open(programs: 3)
        try await Migrations.run(on: processes[0])
        try await processes[0].write { tx in
            for number in 0..<20 {
                try tx.enqueue(JobOrder(.forgetAdmissions, subject: "\(number)", dueAt: .noon), now: .noon)
            }
        }
        let claimed = try await withThrowingTaskGroup(of: [Job.ID].self) { group in
            for process in processes {
                group.addTask { try await process.write { tx in try tx.claimJobs(limit: 8, now: .noon).map(\.id) } }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.count == 20)
        #expect(Set(claimed).count == 20)
    }

    @Test(
        "When a process is late, another does its job, and the late one has no effect", arguments: TestedEngine.allCases
    )
    func leases(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await enqueue(Self.order, on: database)
        let late = try #require(try await claims(database).first)
        #expect(try await claims(database, at: .noon.later(0.9)).isEmpty)
        let next = try #require(try await claims(database, at: .noon.later(1)).first)
        #expect((late.id, late.count) == (next.id, 1))
        #expect(next.count == 2)
        try await database.write { tx in
            #expect(try tx.isCurrent(late) == false)
            try tx.fail(late, "too late", now: .noon.later(1), jitter: 0)
            try tx.finish(late)
            #expect(try tx.isCurrent(next))
            try tx.finish(next)
        }
        #expect(try await jobs(database).isEmpty)
    }

    @Test("A kind that only a newer release knows stays for that release", arguments: TestedEngine.allCases)
    func newer(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await enqueue(Self.order, on: database)
        try await database.write { tx in try tx.run("UPDATE jobs SET kind = 'brew coffee'") }
        #expect(try await claims(database).isEmpty)
        #expect(try await jobs(database).map(\.kindName) == ["brew coffee"])
        for kind in Job.Kind.allCases {
            try await enqueue(JobOrder(kind, subject: "known", dueAt: .noon), on: database)
        }
        let claimed = try await claims(database, limit: Job.Kind.allCases.count)
        let others = try await database.write { tx in
            try [Job.Lane.network, .mail].flatMap { lane in
                try tx.claimJobs(in: lane, limit: Job.Kind.allCases.count, now: .noon)
            }
        }
        #expect(Set((claimed + others).map(\.kind)) == Set(Job.Kind.allCases))
    }

    @Test("Retrying and dropping are logged; a running job cannot be retried", arguments: TestedEngine.allCases)
    func managing(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await enqueue(Self.order, on: database)
        let attempt = try #require(try await claims(database).first)
        let running = await #expect(throws: Refusal.self) {
            try await database.write { tx in try tx.retryJob(attempt.id, by: "system", now: .noon) }
        }
        #expect(running?.code == .job(.running))
        try await database.write { tx in try tx.fail(attempt, "error", now: .noon.later(7_200), jitter: 0) }
        try await database.write { tx in _ = try tx.retryJob(attempt.id, by: "system", now: .noon.later(9_000)) }
        let again = try #require(try await claims(database, at: .noon.later(9_000)).first)
        #expect(again.count == 1)
        try await database.write { tx in
            _ = try tx.dropJob(attempt.id, by: "system", now: .noon)
            #expect(try tx.isCurrent(again) == false)
        }
        let gone = await #expect(throws: Refusal.self) {
            try await database.write { tx in try tx.dropJob(attempt.id, by: "system", now: .noon) }
        }
        #expect(gone?.code == .missing(.job))
        let entries = try await database.read { tx in try tx.logEntries() }
        #expect(entries.map(\.action) == ["job.drop", "job.retry"])
        #expect(entries.map(\.subject) == ["job 1", "job 1"])
    }
}
