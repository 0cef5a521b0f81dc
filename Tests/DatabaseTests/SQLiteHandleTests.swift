import Foundation
import TestSupport
import Testing

@testable import Database

@Suite("Connections to SQLite", .timeLimit(.minutes(5)))
struct SQLiteHandleTests {
    @Test("A new file can be read before the first write, and after it is opened again")
    func newFile() async throws {
        let file = URL.temporary("sqlite")
        for _ in 0..<2 {
            let database = Database(engine: try SQLiteEngine(file: file))
            #expect(try await database.read { tx in try tx.value("SELECT COUNT(*) FROM sqlite_master") } == 0)
            #expect(try await database.integrityFaults() == [])
            await database.close()
        }
    }

    @Test("A file that is not a database is refused at once")
    func noDatabase() throws {
        let file = URL.temporary("sqlite")
        try Data(repeating: 65, count: 8_192).write(to: file)
        #expect(throws: DatabaseFault.damaged("file is not a database")) { try SQLiteEngine(file: file) }
    }

    @Test("A file that was moved, deleted or replaced takes no writes until it is back", arguments: [false, true])
    func lostFile(isReplaced: Bool) async throws {
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        try await database.write { tx in try tx.script("CREATE TABLE lines (text TEXT)") }
        #expect(database.fileFault == nil)
        let aside = URL.temporary("aside")
        try FileManager.default.moveItem(at: file, to: aside)
        if isReplaced { try FileManager.default.copyItem(at: aside, to: file) }
        let words = isReplaced ? "was replaced" : "was moved or deleted"
        let fault = await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in try tx.run("INSERT INTO lines VALUES ('lost')") }
        }
        guard case .storageFailed(let sentence) = try #require(fault) else { throw try #require(fault) }
        #expect(sentence.contains(words) && database.fileFault == sentence)
        if isReplaced { try FileManager.default.removeItem(at: file) }
        try FileManager.default.moveItem(at: aside, to: file)
        #expect(database.fileFault == nil)
        try await database.write { tx in try tx.run("INSERT INTO lines VALUES ('kept')") }
        #expect(try await database.read { tx in try tx.value("SELECT GROUP_CONCAT(text) FROM lines") } == "kept")
        await database.close()
    }

    @Test("A file that another database was copied over is known to be damaged once a read fails")
    func overwritten() async throws {
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        try await database.write { tx in
            try tx.script("CREATE TABLE lines (text TEXT)")
            let text = String(repeating: "x", count: 500)
            for _ in 0..<2_000 { try tx.run("INSERT INTO lines VALUES ($1)", text) }
        }
        await database.close()
        let other = Database(engine: try SQLiteEngine(file: file))
        let handle = try FileHandle(forWritingTo: file)
        try handle.seek(toOffset: 4_096)
        try handle.write(contentsOf: Data(repeating: 7, count: 900_000))
        try handle.close()
        await #expect(throws: DatabaseFault.self) {
            try await other.read { tx in try tx.all("SELECT text FROM lines") { try $0[0] as String } }
        }
        #expect(other.fileFault?.contains("damaged") == true)
        await other.close()
    }

    @Test("A file in a missing folder cannot be opened")
    func noFolder() {
        let file = URL.temporary("folder").appending(path: "broadsheet.sqlite")
        #expect(throws: DatabaseFault.storageFailed("unable to open database file")) { try SQLiteEngine(file: file) }
    }

    @Test("Commits are synced, foreign keys are enforced, and SQLite does not checkpoint on its own")
    func settings() throws {
        let connection = try SQLiteOpening.writer(of: .temporary("sqlite"))
        func setting(_ name: String) throws -> Int? {
            var value: Int?
            try connection.handle.prepare("PRAGMA \(name)").run { row in value = try row[0] }
            return value
        }
        #expect(try setting("synchronous") == 2)
        #expect(try setting("foreign_keys") == 1)
        #expect(try setting("temp_store") == 2)
        #expect(try setting("wal_autocheckpoint") == 0)
        #expect(try setting("journal_size_limit") == WriteAheadLog.longestFile)
        #expect(try setting("busy_timeout") == 10_000)
    }

    @Test("A read connection refuses to write")
    func readOnly() throws {
        let file = URL.temporary("sqlite")
        try SQLiteOpening.writer(of: file).handle.execute("CREATE TABLE lines (text TEXT)")
        let reader = try SQLiteOpening.reader(of: file, isFirst: true)
        let fault = DatabaseFault.storageFailed("attempt to write a readonly database")
        #expect(throws: fault) { try reader.handle.execute("INSERT INTO lines VALUES ('a')") }
    }

    @Test("A writer that waits too long for another is reported differently from a wrong statement")
    func locked() throws {
        let file = URL.temporary("sqlite")
        let first = try SQLiteOpening.writer(of: file).handle
        try first.execute("BEGIN IMMEDIATE")
        let second = try SQLiteHandle(.file(file))
        #expect(throws: DatabaseFault.tooManyWriters) { try second.execute("BEGIN IMMEDIATE") }
        try first.execute("ROLLBACK")
        try second.execute("BEGIN IMMEDIATE; ROLLBACK")
    }

    @Test(
        "Text that is not exactly one statement is refused",
        arguments: ["", "SELECT 1; SELECT 2", "SELECT", "SELECT \"no column\""])
    func oneStatement(_ sql: String) throws {
        let handle = try SQLiteHandle(.memory)
        #expect(throws: DatabaseFault.self) { try handle.prepare(sql) }
        try handle.prepare("SELECT 1;\n").run()
    }

    @Test("A closed connection refuses every call, while an open statement keeps the file open")
    func closed() throws {
        let file = URL.temporary("sqlite")
        let handle = try SQLiteHandle(.file(file))
        let statement = try handle.prepare("SELECT 1")
        handle.close()
        #expect(throws: DatabaseFault.statement("the database is closed")) { try handle.execute("SELECT 1") }
        #expect(throws: DatabaseFault.statement("the database is closed")) { try handle.prepare("SELECT 1") }
        #expect(!handle.isInTransaction)
        withExtendedLifetime(statement) {}
    }

    @Test("A write to a closed database throws")
    func closedEngine() async throws {
        for engine in [TestedEngine.memory, .file] {
            let database = try await engine.open()
            await database.close()
            await #expect(throws: DatabaseFault.statement("BEGIN IMMEDIATE: the database is closed")) {
                try await database.write { tx in try tx.script("CREATE TABLE lines (text TEXT)") }
            }
        }
    }

    @Test("A backup contains everything, and is refused if the file exists")
    func backUp() async throws {
        for engine in [TestedEngine.memory, .file] {
            let database = try await engine.open()
            try await database.write { tx in try tx.script("CREATE TABLE lines (text TEXT)") }
            let copy = URL.temporary("sqlite")
            try await database.backUp(to: copy.path)
            let copied = Database(engine: try SQLiteEngine(file: copy))
            #expect(try await copied.read { tx in try tx.value("SELECT name FROM sqlite_master") } == "lines")
            await copied.close()
            await #expect(throws: DatabaseFault.self) { try await database.backUp(to: copy.path) }
        }
    }

    @Test("A row with a dangling reference is reported")
    func brokenReference() async throws {
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        try await database.write { tx in
            try tx.script("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id))")
        }
        try SQLiteHandle(.file(file)).execute("PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (1)")
        let sentence = "a row of b refers to a row that does not exist"
        #expect(try await database.integrityFaults() == [sentence])
        await database.close()
    }
}
