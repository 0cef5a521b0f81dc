import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Background jobs", .timeLimit(.minutes(5)))
struct DutyTests {
    private struct Stop: Error {}

    private func programs(_ engine: TestedEngine, count: Int = 3) async throws -> [Database] {
        let programs = try await engine.open(programs: count)
        try await Migrations.run(on: programs[0])
        return programs
    }

    /// How many of the processes perform a background job that all of them try simultaneously.
    private func doers(among programs: some Sequence<Database>, at now: Date) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for program in programs {
                group.addTask {
                    try await program.write { tx in try tx.perform(.forgetAdmissions, closing: .never, now: now) }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
    }

    private func isDue(_ program: Database, at now: Date) async throws -> Bool {
        try await program.read { tx in try tx.isDue(.forgetAdmissions, closing: .never, now: now) }
    }

    @Test("One process performs the job in each period", arguments: TestedEngine.allCases)
    func once(_ engine: TestedEngine) async throws {
        let programs = try await programs(engine)
        for period in 0..<4 {
            let now = Date.noon.later(Double(period) * 3_600)
            #expect(try await isDue(programs[1], at: now))
            #expect(try await doers(among: programs, at: now) == 1)
            #expect(try await isDue(programs[2], at: now.later(3_599)) == false)
            #expect(try await doers(among: programs, at: now.later(3_599)) == 0)
        }
    }

    @Test(
        "Another process takes over when the one that ran the job is gone",
        arguments: TestedEngine.allCases.filter { $0 != .memory })
    func takingOver(_ engine: TestedEngine) async throws {
        var programs = try await programs(engine)
        var now = Date.noon
        while let first = programs.first {
            #expect(try await doers(among: [first], at: now) == 1)
            await first.close()
            programs.removeFirst()
            #expect(try await doers(among: programs, at: now) == 0)
            now = now.later(3_600)
        }
    }

    @Test("The job deletes expired rows and no others", arguments: TestedEngine.allCases)
    func forgetting(_ engine: TestedEngine) async throws {
        let programs = try await programs(engine, count: 2)
        try await programs[0].write { tx in
            for seconds in [-7_201, -7_199, 0] {
                try tx.admit(
                    .comment, source: "s", limits: [Admission.Limit(9, per: 60)], now: .noon.later(Double(seconds)))
            }
        }
        #expect(try await doers(among: programs, at: .noon) == 1)
        let left: Int? = try await programs[1].read { tx in try tx.value("SELECT COUNT(*) FROM admissions") }
        #expect(left == 2)
    }

    @Test("A job that failed is due again", arguments: TestedEngine.allCases)
    func failing(_ engine: TestedEngine) async throws {
        let programs = try await programs(engine, count: 2)
        await #expect(throws: Stop.self) {
            try await programs[0].write { tx in
                try tx.perform(.forgetAdmissions, closing: .never, now: .noon)
                throw Stop()
            }
        }
        #expect(try await isDue(programs[1], at: .noon))
        #expect(try await doers(among: programs, at: .noon) == 1)
    }

    @Test("A clock that was far ahead does not delay the job", arguments: TestedEngine.allCases)
    func wrongClock(_ engine: TestedEngine) async throws {
        let programs = try await programs(engine, count: 2)
        #expect(try await doers(among: [programs[0]], at: .noon.later(86_400)) == 1)
        #expect(try await doers(among: programs, at: .noon) == 1)
        #expect(try await doers(among: programs, at: .noon.later(60)) == 0)
    }
}
