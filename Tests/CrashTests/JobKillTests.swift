import Database
import Foundation
import Newsroom
import Storage
import TestSupport
import Testing

@Suite(
    "Jobs of a process that is killed", .enabled(if: Program.isBuilt, "the program is not built"),
    .timeLimit(.minutes(5)))
struct JobKillTests {
    private static let count = 6_000

    @Test("After a kill in the middle of many jobs, the next process does the rest, and each has its effect once")
    func killed() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await data.open { try await Self.fill($0) }
        for kill in 1...3 {
            let program = try data.serve()
            try await Self.waitFor(data) { effects, _ in effects >= kill * Self.count / 10 }
            program.kill()
            #expect(try await Self.state(data).listed > 0, "the kill came after the last job")
        }
        try await data.open { try await $0.write { tx in try tx.run("DROP TRIGGER gate") } }
        let program = try data.serve()
        try await Self.waitFor(data) { _, listed in listed == 0 }
        program.askToStop()
        #expect(program.end().status == 0)
        #expect(try await Self.state(data).effects == Self.count)
        #expect(try data.faults() == [])
    }

    /// Enqueues the jobs. A trigger counts their effects.
    private static func fill(_ database: Database) async throws {
        try await database.write { tx in
            let now = Clock.system.now
            // The hourly job of the same kind is not due.
            try tx.forgetAdmissions(now: now)
            try tx.run("CREATE TABLE effects (number INTEGER PRIMARY KEY)")
            try tx.run(
                """
                CREATE TRIGGER effect AFTER UPDATE ON duties WHEN NEW.name = 'forget admissions'
                BEGIN INSERT INTO effects VALUES (NULL); END
                """)
            // The last jobs fail until the gate opens, so that every kill comes before the end of the work.
            try tx.run(
                """
                CREATE TRIGGER gate BEFORE UPDATE ON duties
                WHEN NEW.name = 'forget admissions' AND (SELECT MAX(number) FROM effects) >= 5400
                BEGIN SELECT RAISE(ABORT, 'the gate is closed'); END
                """)
            for number in 1...count {
                try tx.enqueue(JobOrder(.forgetAdmissions, subject: "\(number)", dueAt: now), now: now)
            }
        }
    }

    private static func state(_ data: DataFolder) async throws -> (effects: Int, listed: Int) {
        try await data.open { try await state($0) }
    }

    private static func state(_ database: Database) async throws -> (effects: Int, listed: Int) {
        try await database.read { tx in
            (
                try tx.value("SELECT COUNT(*) FROM effects") ?? 0,
                try tx.value("SELECT COUNT(*) FROM jobs WHERE kind = 'forget admissions'") ?? 0
            )
        }
    }

    /// Waits until the number of effects, and that of jobs that are not done, meet a condition.
    private static func waitFor(_ data: DataFolder, _ condition: (Int, Int) -> Bool) async throws {
        try await data.open { database in
            try await waitUntil {
                let (effects, listed) = try await state(database)
                return condition(effects, listed)
            }
        }
    }
}
