import Foundation
import TestSupport
import Testing

@testable import Database

@Suite("The write-ahead log")
struct WriteAheadLogTests {
    @Test("Stays short while writers follow each other, and is gone after closing")
    func length() async throws {
        let file = URL.temporary("sqlite")
        let log = file.path + "-wal"
        let database = Database(engine: try SQLiteEngine(file: file))
        try await database.write { tx in try tx.script("CREATE TABLE pages (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        }
        // A thousand pages at a time and a thousand that they replace: twice what the log may hold and more.
        let text = String(repeating: "a page ", count: 4_096_000 / 7)
        for _ in 0..<32 {
            try await database.write { tx in try tx.run("INSERT OR REPLACE INTO pages VALUES (1, $1)", text) }
        }
        let size = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
        let length = try #require(size)
        #expect(length < WriteAheadLog.longestFile)
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: log))
    }
}
