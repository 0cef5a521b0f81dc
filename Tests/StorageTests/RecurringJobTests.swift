import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Recurring jobs", .timeLimit(.minutes(5)))
struct RecurringJobTests {
    private func due(_ database: Database, at now: Date) async throws -> [Job.Kind] {
        try await database.read { tx in try tx.dueRecurringJobs(closing: .never, now: now) }
    }

    private func forget(_ database: Database, at now: Date) async throws {
        try await database.write { tx in try tx.forgetAdmissions(now: now) }
    }

    @Test("A job is due once an hour, and not while it is in the queue", arguments: TestedEngine.allCases)
    func hourly(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        #expect(try await due(database, at: .noon) == [.forgetAdmissions])
        try await database.write { tx in try tx.enqueue(JobOrder(.forgetAdmissions, dueAt: .noon), now: .noon) }
        #expect(try await due(database, at: .noon) == [])
        try await database.write { tx in
            for attempt in try tx.claimJobs(limit: 1, now: .noon) { try tx.finish(attempt) }
        }
        #expect(try await due(database, at: .noon) == [.forgetAdmissions])
        try await forget(database, at: .noon)
        #expect(try await due(database, at: .noon.later(3_599)) == [])
        #expect(try await due(database, at: .noon.later(3_600)) == [.forgetAdmissions])
    }

    @Test(
        "A job that has failed is listed as failed for an hour before it begins again", arguments: TestedEngine.allCases
    )
    func failed(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        let failedAt = Date.noon.later(7_200)
        try await database.write { tx in
            try tx.enqueue(JobOrder(.forgetAdmissions, dueAt: .noon), now: .noon)
            for attempt in try tx.claimJobs(limit: 1, now: .noon) {
                try tx.fail(attempt, "error", now: failedAt, jitter: 0)
            }
        }
        #expect(try await due(database, at: failedAt) == [.tellStaff])
        try await database.write { tx in try tx.tellStaff(queueThreshold: 0, now: failedAt) }
        #expect(try await due(database, at: failedAt.later(3_599)) == [])
        #expect(try await due(database, at: failedAt.later(3_600)) == [.forgetAdmissions])
    }

    @Test("The job deletes expired rows and no others", arguments: TestedEngine.allCases)
    func forgetting(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await database.write { tx in
            for seconds in [-7_201, -7_199, 0] {
                try tx.admit(
                    .comment, source: "s", limits: [Admission.Limit(9, per: 60)], now: .noon.later(Double(seconds)))
            }
        }
        try await forget(database, at: .noon)
        let left: Int? = try await database.read { tx in try tx.value("SELECT COUNT(*) FROM admissions") }
        #expect(left == 2)
    }

    @Test("A clock that was far ahead does not delay the job", arguments: TestedEngine.allCases)
    func wrongClock(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await forget(database, at: .noon.later(86_400))
        #expect(try await due(database, at: .noon) == [.forgetAdmissions])
        try await forget(database, at: .noon)
        #expect(try await due(database, at: .noon.later(60)) == [])
    }
}
