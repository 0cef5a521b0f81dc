import Foundation
import TestSupport
import Testing

@testable import Database

@Suite("The write-ahead log", .timeLimit(.minutes(5)))
struct WriteAheadLogTests {
    @Test("The log stays short while writes follow each other, and is deleted on closing")
    func length() async throws {
        let file = URL.temporary("sqlite")
        let log = file.path + "-wal"
        let database = Database(engine: try SQLiteEngine(file: file))
        try await database.write { tx in try tx.script("CREATE TABLE pages (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        }
        // Each write adds 1,000 pages and replaces 1,000, in total more than twice the limit of the log.
        let text = String(repeating: "a page ", count: 4_096_000 / 7)
        for _ in 0..<32 {
            try await database.write { tx in try tx.run("INSERT OR REPLACE INTO pages VALUES (1, $1)", text) }
        }
        #expect(try size(of: log) < WriteAheadLog.longestFile)
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: log))
    }

    @Test("When the database is full, the log is copied into it and then overwritten")
    func noRoom() async throws {
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        let text = String(repeating: "a page ", count: 4_096 * 50 / 7)
        let insert = { @Sendable (tx: Transaction) in try tx.run("INSERT INTO pages (text) VALUES ($1)", text) }
        try await database.write { tx in
            try tx.script("CREATE TABLE pages (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        }
        for _ in 0..<10 { try await database.write(insert) }
        let length = try size(of: file.path + "-wal")
        // SQLite raises the limit to the present size, so the database is full.
        try await database.write { tx in try tx.script("PRAGMA max_page_count = 1") }
        await #expect(throws: DatabaseFault.self) { try await database.write(insert) }
        try await database.write { tx in try tx.script("PRAGMA max_page_count = 1000000") }
        for _ in 0..<5 { try await database.write(insert) }
        #expect(try size(of: file.path + "-wal") == length)
        await database.close()
    }

    private func size(of file: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
    }
}
