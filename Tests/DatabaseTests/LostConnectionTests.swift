import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Database

/// How a process handles a lost connection, and its row in the `commits` table.
@Suite("Lost connections", .enabled(if: TestPostgreSQL.isHere), .timeLimit(.minutes(5)))
struct LostConnectionTests {
    private func open(replicated: Bool = false) async throws -> (Database, PostgreSQLAddress) {
        let address = try await TestPostgreSQL.emptySchema()
        let database = Database(engine: PostgreSQLEngine(address, replicas: replicated ? [address] : []))
        try await database.write { tx in try tx.script("CREATE TABLE numbers (n BIGINT NOT NULL)") }
        return (database, address)
    }

    private func count(_ database: Database) async throws -> Int? {
        try await database.read { tx in try tx.value("SELECT COUNT(*) FROM numbers") }
    }

    @Test(
        "A process that has been idle for a long time writes its row again, and its commit is performed once",
        arguments: [false, true])
    func record(replicated: Bool) async throws {
        let (database, address) = try await open(replicated: replicated)
        let other = Database(engine: PostgreSQLEngine(address))
        try await other.write { tx in try tx.run("DELETE FROM commits WHERE writer <> 'timeline'") }
        try await database.write { tx in try tx.run("INSERT INTO numbers (n) VALUES (1)") }
        #expect(try await count(database) == 1)
        try await other.write { tx in try tx.run("UPDATE commits SET since = now() - INTERVAL '1 year'") }
        try await database.write { tx in try tx.run("INSERT INTO numbers (n) VALUES (2)") }
        #expect(try await count(database) == 2)
        let lines: Int? = try await database.read { tx in
            try tx.value(
                "SELECT COUNT(*) FROM commits WHERE since > now() - INTERVAL '1 day' AND writer <> 'timeline'")
        }
        #expect(lines == 2)
    }

    @Test(
        "A write whose connection is lost before the commit is repeated",
        arguments: [false, true])
    func again(whileWatched: Bool) async throws {
        let (database, _) = try await open()
        let isLost = Mutex(false)
        let lose = { @Sendable (tx: Transaction) in
            guard
                isLost.withLock({ isLost in
                    defer { isLost = true }; return !isLost
                })
            else { return }
            _ = try? tx.exists("SELECT pg_terminate_backend(pg_backend_pid())")
        }
        if whileWatched {
            database.watchCommits { tx in
                lose(tx)
                return nil
            }
        }
        try await database.write { tx in
            try tx.run("INSERT INTO numbers (n) VALUES (1)")
            if !whileWatched { lose(tx) }
        }
        #expect(isLost.withLock { $0 })
        #expect(try await count(database) == 1)
    }

    @Test(
        "A transaction that fails on the server ends at once, not at its time limit",
        arguments: ["53100", "57014", "40001"])
    func refused(state: String) async throws {
        let (database, address) = try await open()
        let other = Database(engine: PostgreSQLEngine(address))
        try await database.write { tx in
            try tx.script(
                """
                CREATE FUNCTION raise(state TEXT) RETURNS BOOLEAN LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = state; END $$
                """)
        }
        let session = Mutex<Int64?>(nil)
        await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in
                let number: Int64? = try tx.value("SELECT pg_backend_pid()::bigint")
                session.withLock { $0 = number }
                try tx.run("INSERT INTO numbers (n) VALUES (1)")
                _ = try tx.exists("SELECT raise($1)", state)
            }
        }
        let rests = try await other.read { tx in
            try tx.exists(
                "SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'idle'", session.withLock { $0 })
        }
        #expect(rests)
        #expect(try await count(database) == 0)
    }

    @Test("A database whose connection is lost every time is unavailable")
    func away() async throws {
        let (database, _) = try await open()
        let fault = await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in
                try tx.run("INSERT INTO numbers (n) VALUES (1)")
                _ = try? tx.exists("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        guard case .unreachable? = fault else { return #expect(Bool(false), "\(fault as Any)") }
        #expect(try await count(database) == 0)
    }

    @Test(
        "A server that refuses writes is unavailable until it accepts them again")
    func readOnly() async throws {
        let (database, _) = try await open()
        let insert = { @Sendable (tx: Transaction) in try tx.run("INSERT INTO numbers (n) VALUES (1)") }
        #expect(!database.isCutOff)
        let fault = await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in
                try tx.run("SET LOCAL transaction_read_only = on")
                try insert(tx)
            }
        }
        guard case .unreachable? = fault else { return #expect(Bool(false), "\(fault as Any)") }
        #expect(database.isCutOff)
        try await database.write { _ in }
        #expect(!database.isCutOff)
        try await database.write(insert)
        #expect(try await count(database) == 1)
        await database.close()
    }

    @Test("A query on a server that has been replaced stops waiting")
    func superseded() async throws {
        let address = try await TestPostgreSQL.emptySchema()
        let isSuperseded = Mutex(false)
        let connection = try PostgreSQLConnection(address) { isSuperseded.withLock { $0 } }
        try connection.query(Query("SELECT pg_sleep(1)", [], name: "sleep")) { _ in true }
        isSuperseded.withLock { $0 = true }
        #expect(throws: DatabaseFault.self) {
            try connection.query(Query("SELECT pg_sleep(14)", [], name: "long sleep")) { _ in true }
        }
        #expect(!connection.isAlive)
    }

    @Test("The process opens its listening connection only when a caller asks for news", arguments: [false, true])
    func listening(replicated: Bool) async throws {
        let (name, schema) = (UUID().uuidString, try await TestPostgreSQL.emptySchema())
        let address = try PostgreSQLAddress("\(schema.text)&application_name=\(name)")
        let database = Database(engine: PostgreSQLEngine(address, replicas: replicated ? [address] : []))
        let onlooker = Database(engine: PostgreSQLEngine(schema))
        let sessions = { @Sendable () async throws -> Int? in
            try await onlooker.read { tx in
                try tx.value("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = $1", name)
            }
        }
        try await database.write { tx in try tx.script("CREATE TABLE numbers (n BIGINT NOT NULL)") }
        #expect(try await sessions() == 1, "only the writer's connection")
        #expect(database.mayHaveNews)
        try await waitUntil(within: 240) { try await sessions() == (replicated ? 3 : 2) }
        await onlooker.close()
        await database.close()
    }
}
