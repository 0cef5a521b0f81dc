import Synchronization
import TestSupport
import Testing

@testable import Database

@Suite("The database contract", .timeLimit(.minutes(5)))
struct DatabaseContractTests {
    private func prepared(_ engine: TestedEngine) async throws -> Database {
        let database = try await engine.open()
        try await database.write { tx in
            try tx.script("CREATE TABLE words (word TEXT PRIMARY KEY, note TEXT)")
        }
        return database
    }

    @Test("Parameters are matched by number, in any order and more than once", arguments: TestedEngine.allCases)
    func parameters(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        let row = try await database.read { tx in
            try tx.first("SELECT $2, $1, $2, $3", "one", "two", nil as String?) { row in
                [
                    try row[0] as String, try row[1] as String, try row[2] as String,
                    (try row[3] as String?) ?? "nothing",
                ]
            }
        }
        #expect(row == ["two", "one", "two", "nothing"])
    }

    @Test(
        "A write that throws is rolled back, and other writes in the same commit are kept",
        arguments: TestedEngine.allCases)
    func savepoints(_ engine: TestedEngine) async throws {
        struct Stop: Error {}
        let database = try await prepared(engine)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                group.addTask {
                    do {
                        try await database.write { tx in
                            try tx.run("INSERT INTO words (word) VALUES ($1)", "word \(number)")
                            if number.isMultiple(of: 3) { throw Stop() }
                        }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let kept: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM words") }
        #expect(outcomes == 66)
        #expect(kept == 66)
    }

    @Test("A script that fails is rolled back as a whole", arguments: TestedEngine.allCases)
    func schema(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in try tx.script("CREATE TABLE half (id INTEGER); DROP TABLE nothing") }
        }
        try await database.write { tx in try tx.script("CREATE TABLE half (id INTEGER PRIMARY KEY)") }
    }

    @Test(
        "A commit watcher reads the state of each commit and is notified after it",
        arguments: TestedEngine.allCases)
    func watching(_ engine: TestedEngine) async throws {
        struct Stop: Error {}
        let database = try await prepared(engine)
        let seen = Mutex<[Int]>([])
        database.watchCommits { tx in
            let count: Int = (try? tx.value("SELECT COUNT(*) FROM words")) ?? 0
            return { seen.withLock { $0.append(count) } }
        }
        let before: Int = try await database.read { try $0.value("SELECT COUNT(*) FROM words") } ?? 0
        for number in 1...3 {
            try await database.write { tx in try tx.run("INSERT INTO words (word) VALUES ($1)", "seen \(number)") }
            #expect(seen.withLock { $0.last } == before + number)
        }
        _ = try? await database.write { tx in
            try tx.run("INSERT INTO words (word) VALUES ('lost')")
            throw Stop()
        }
        #expect(seen.withLock { $0.last } == before + 3)
    }

    @Test("Commits are spaced while there are many readers", arguments: TestedEngine.allCases)
    func pace(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        let readers = Mutex(0)
        database.giveWay {
            readers.withLock { count in
                count += CommitPace.crowd + 1
                return count
            }
        }
        let beginning = ContinuousClock.now
        for number in 1...3 {
            try await database.write { tx in try tx.run("INSERT INTO words (word) VALUES ($1)", "apart \(number)") }
        }
        #expect(ContinuousClock.now - beginning >= CommitPace.distance * 2)
    }

    @Test(
        "A commit waits for the rest of the interval, and only while there are many readers",
        arguments: [
            (0, 0, 0), (0, CommitPace.crowd, 0), (0, CommitPace.crowd + 1, 24), (6, 1_000, 18), (24, 1_000, 0),
            (500, 1_000, 0),
        ])
    func rest(since: Int, readers: Int, rest: Int) {
        #expect(CommitPace.rest(since: .milliseconds(since), readers: readers) == .milliseconds(rest))
    }

    @Test(
        "A failed statement throws, and earlier statements in the same write are rolled back",
        arguments: TestedEngine.allCases)
    func constraints(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        try await database.write { tx in try tx.run("INSERT INTO words (word) VALUES ('a')") }
        await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in
                try tx.run("INSERT INTO words (word) VALUES ('b')")
                try tx.run("INSERT INTO words (word) VALUES ('a')")
            }
        }
        let kept: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM words") }
        #expect(kept == 1)
    }

    @Test("Every commit is synced before it is acknowledged", arguments: TestedEngine.allCases)
    func synchronous(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        let isSynced = try await database.write { tx in
            switch tx.dialect {
            case .sqlite: try tx.exists("SELECT 1 FROM pragma_synchronous WHERE synchronous = 2")
            case .postgreSQL: try tx.exists("SELECT 1 WHERE current_setting('synchronous_commit') = 'on'")
            }
        }
        #expect(isSynced)
    }

    @Test("Foreign keys are enforced", arguments: TestedEngine.allCases)
    func foreignKeys(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        try await database.write { tx in
            try tx.script("CREATE TABLE notes (word TEXT NOT NULL REFERENCES words (word))")
        }
        await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in try tx.run("INSERT INTO notes (word) VALUES ($1)", "missing") }
        }
    }

    @Test("A read transaction refuses to write", arguments: TestedEngine.allCases)
    func readOnly(_ engine: TestedEngine) async throws {
        let database = try await prepared(engine)
        await #expect(throws: (any Error).self) {
            try await database.read { tx in try tx.run("INSERT INTO words (word) VALUES ('a')") }
        }
    }
}
