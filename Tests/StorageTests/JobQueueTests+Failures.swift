import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

/// Jobs that fail.
extension JobQueueTests {
    @Test(
        "A job that fails is tried again at growing intervals, and given up in the end",
        arguments: TestedEngine.allCases)
    func failing(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await enqueue(Self.order, on: database)
        var (now, rests) = (Date.noon, [Double]())
        while let attempt = try await claims(database, at: now).first {
            let failed = now
            guard
                let next = try await database.write({ tx in
                    try tx.fail(attempt, "the \(attempt.count). error", now: failed, jitter: 0)
                })
            else { break }
            #expect(try await claims(database, at: next.later(-0.001)).isEmpty)
            rests.append(next.timeIntervalSince(now))
            now = next
        }
        #expect(rests.prefix(4) == [1, 2, 4, 8])
        #expect(rests.last == 900)
        #expect((3_600 - 900...3_600).contains(now.timeIntervalSince(.noon)))
        let job = try #require(try await jobs(database, at: now).first)
        #expect(job.state == .failed)
        #expect(job.failure == "the \(rests.count + 1). error")
        #expect(try await claims(database, at: now.later(86_400)).isEmpty)
        #expect(try await database.read { tx in try tx.jobCounts() } == JobCounts(failed: 1, open: 0))
    }

    @Test("A failed job begins again with the next order of its key", arguments: TestedEngine.allCases)
    func beginningAgain(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await enqueue(Self.order, on: database)
        let attempt = try #require(try await claims(database).first)
        try await database.write { tx in try tx.fail(attempt, "error", now: .noon.later(7_200), jitter: 0) }
        #expect(try await jobs(database).map(\.state) == [.failed])
        for (seconds, isListed) in [(-1.0, true), (0, false)] {
            let time = Date.noon.later(7_200 + seconds)
            #expect(
                try await database.read { tx in try tx.hasJob(key: Self.order.key, orFailedAfter: time) } == isListed)
        }
        try await enqueue(Self.order, on: database)
        #expect(try await jobs(database).map(\.state) == [.waiting])
        #expect(try await claims(database).map(\.count) == [1])
    }

    @Test(
        "A job that waited while no process ran is not given up after its first error", arguments: TestedEngine.allCases
    )
    func absence(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await enqueue(Self.order, on: database)
        let back = Date.noon.later(86_400)
        for (seconds, isTriedAgain) in [(0.0, true), (1, true), (3_600, false)] {
            let attempt = try #require(try await claims(database, at: back.later(seconds)).first)
            let next = try await database.write { tx in
                try tx.fail(attempt, "error", now: back.later(seconds), jitter: 0)
            }
            #expect((next != nil) == isTriedAgain)
        }
    }
}
