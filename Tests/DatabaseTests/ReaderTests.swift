import TestSupport
import Testing

@testable import Database

@Suite("Readers", .timeLimit(.minutes(5)))
struct ReaderTests {
    @Test("All reads are performed when there are more readers than connections", arguments: TestedEngine.allCases)
    func many(_ engine: TestedEngine) async throws {
        let database = try await engine.open()
        try await database.write { tx in
            try tx.script("CREATE TABLE numbers (n INTEGER NOT NULL)")
            try tx.run("INSERT INTO numbers (n) VALUES (1)")
        }
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<(SQLiteReaders.most * 5) {
                group.addTask { try await database.read { tx in try tx.value("SELECT n FROM numbers") ?? 0 } }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == SQLiteReaders.most * 5)
    }

    @Test("A read of a closed database throws", arguments: TestedEngine.allCases)
    func closed(_ engine: TestedEngine) async throws {
        let database = try await engine.open()
        try await database.read { _ in }
        await database.close()
        await #expect(throws: DatabaseFault.self) { try await database.read { _ in } }
    }
}
