import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The work that waits", .timeLimit(.minutes(5)))
struct WaitingWorkTests {
    @Test(
        "Jobs are counted by kind and state; kinds of a newer release are counted together",
        arguments: TestedEngine.allCases)
    func jobs(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        let work = try await database.write { tx in
            for subject in ["one", "two", "three"] {
                try tx.enqueue(JobOrder(.forgetAdmissions, subject: subject, dueAt: .noon), now: .noon)
            }
            let attempts = try tx.claimJobs(limit: 2, now: .noon)
            _ = try tx.fail(attempts[0], "no", now: .noon.later(7_200), jitter: 0)
            try tx.enqueue(JobOrder(.publishDraft, subject: "1", dueAt: .noon.later(60)), now: .noon)
            try tx.run("UPDATE jobs SET kind = 'brew coffee' WHERE key LIKE '%three'")
            return try tx.waitingWork(now: .noon)
        }
        #expect(
            work.jobs == [
                .init(.forgetAdmissions, .failed): 1, .init(.forgetAdmissions, .running): 1,
                .init(.publishDraft, .waiting): 1, .init(nil, .waiting): 1,
            ])
        #expect(work.cases == .init(count: 0, oldest: nil) && work.escalated == .init(count: 0, oldest: nil))
    }

    @Test("Open cases are counted by desk, with the oldest", arguments: TestedEngine.allCases)
    func cases(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        for (number, text) in ["one", "two", "three"].enumerated() {
            let comment = try await newsroom.post(text)
            try await newsroom.report(comment, source: "a reader", at: .noon.later(Double(number)))
        }
        let cases = try await newsroom.cases()
        let first = try #require(cases.first { $0.comment.text == "one" })
        _ = try await newsroom.rule(.dismiss, try #require(cases.first { $0.comment.text == "three" }).id, clause: nil)
        try await newsroom.database.write { tx in
            try tx.run("UPDATE cases SET escalated_at = $2 WHERE id = $1", first.id, Date.noon.later(60))
        }
        let work = try await newsroom.database.read { tx in try tx.waitingWork(now: .noon) }
        #expect(work.cases == .init(count: 1, oldest: .noon.later(1)))
        #expect(work.escalated == .init(count: 1, oldest: .noon))
    }
}
