import Foundation
import TestSupport
import Testing

@testable import Database

@Suite("Connections to SQLite", .timeLimit(.minutes(5)))
struct SQLiteHandleTests {
    @Test("A new file can be read before anything is written to it, and again when it is opened anew")
    func newFile() async throws {
        let file = URL.temporary("sqlite")
        for _ in 0..<2 {
            let database = Database(engine: try SQLiteEngine(file: file))
            #expect(try await database.read { tx in try tx.value("SELECT COUNT(*) FROM sqlite_master") } == 0)
            #expect(try await database.integrityFaults() == [])
            await database.close()
        }
    }

    @Test("A file that is no database is refused at once")
    func noDatabase() throws {
        let file = URL.temporary("sqlite")
        try Data(repeating: 65, count: 8_192).write(to: file)
        #expect(throws: DatabaseFault.statement("file is not a database")) { try SQLiteEngine(file: file) }
    }

    @Test("A file in a folder that is not there cannot be opened")
    func noFolder() {
        let file = URL.temporary("folder").appending(path: "broadsheet.sqlite")
        #expect(throws: DatabaseFault.storageFailed("unable to open database file")) { try SQLiteEngine(file: file) }
    }

    @Test("A commit is synced, foreign keys are enforced, and the log is left to its keeper")
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

    @Test("A connection that reads writes nothing")
    func readOnly() throws {
        let file = URL.temporary("sqlite")
        try SQLiteOpening.writer(of: file).handle.execute("CREATE TABLE lines (text TEXT)")
        let reader = try SQLiteOpening.reader(of: file, isFirst: true)
        let fault = DatabaseFault.storageFailed("attempt to write a readonly database")
        #expect(throws: fault) { try reader.handle.execute("INSERT INTO lines VALUES ('a')") }
    }

    @Test("A writer that another one keeps waiting too long is told from one whose statement is wrong")
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
        "What is no single statement is refused",
        arguments: ["", "SELECT 1; SELECT 2", "SELECT", "SELECT \"no column\""])
    func oneStatement(_ sql: String) throws {
        let handle = try SQLiteHandle(.memory)
        #expect(throws: DatabaseFault.self) { try handle.prepare(sql) }
        try handle.prepare("SELECT 1;\n").run()
    }

    @Test("A closed connection refuses everything, and a statement that is left holds it open until its own end")
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

    @Test("Nobody writes to a database that is closed, and whoever tries learns it")
    func closedEngine() async throws {
        for engine in [TestedEngine.memory, .file] {
            let database = try await engine.open()
            await database.close()
            await #expect(throws: DatabaseFault.statement("BEGIN IMMEDIATE: the database is closed")) {
                try await database.write { tx in try tx.script("CREATE TABLE lines (text TEXT)") }
            }
        }
    }

    @Test("A copy holds everything, and is refused where there is a file")
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

    @Test("A row that refers to one that is not there is told")
    func brokenReference() async throws {
        let file = URL.temporary("sqlite")
        let database = Database(engine: try SQLiteEngine(file: file))
        try await database.write { tx in
            try tx.script("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id))")
        }
        try SQLiteHandle(.file(file)).execute("PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (1)")
        let sentence = "a row of b refers to one that is not there"
        #expect(try await database.integrityFaults() == [sentence])
        await database.close()
    }
}
