import TestSupport
import Testing

@testable import Database

/// Uses the primary as its own replica, which is up to date as soon as it has reported. `Tests/Cluster` tests
/// real replicas, which fall behind.
@Suite("Replicas", .enabled(if: TestPostgreSQL.isHere), .timeLimit(.minutes(5)))
struct ReplicaTests {
    private func open() async throws -> Database {
        let address = try await TestPostgreSQL.emptySchema()
        let database = Database(engine: PostgreSQLEngine(address, replicas: [address]))
        try await database.write { tx in try tx.script("CREATE TABLE numbers (n BIGINT NOT NULL)") }
        return database
    }

    /// Returns once a replica has served a read.
    private func untilRead(_ database: Database) async throws {
        try await waitUntil(within: 240) { try await database.read(.whatIsKnown) { tx in tx.isOfReplica } }
    }

    @Test("Reads of the known state go to a replica, and all others to the primary")
    func sights() async throws {
        let database = try await open()
        try await untilRead(database)
        #expect(try await !database.read { tx in tx.isOfReplica })
        #expect(try await !database.look { tx in tx.isOfReplica })
    }

    @Test("A read of the known state sees every commit of its own process")
    func ownCommits() async throws {
        let database = try await open()
        for number in 1...50 {
            try await database.write { tx in try tx.run("INSERT INTO numbers (n) VALUES ($1)", number) }
            let latest: Int? = try await database.read(.whatIsKnown) { tx in try tx.value("SELECT MAX(n) FROM numbers")
            }
            #expect(latest == number)
        }
        try await untilRead(database)
    }

    @Test("A read that fails on a replica is repeated on the primary")
    func repeated() async throws {
        struct NotFound: Error {}
        let database = try await open()
        try await untilRead(database)
        let faults: [any Error] = [
            NotFound(), DatabaseFault.tooManyWriters, DatabaseFault.unreachable("away"),
            DatabaseFault.statement("unknown"),
        ]
        for fault in faults {
            let isOfReplica = try await database.read(.whatIsKnown) { tx in
                if tx.isOfReplica { throw fault }
                return tx.isOfReplica
            }
            #expect(!isOfReplica)
        }
        try await untilRead(database)
    }

    @Test("The primary serves all reads while no replica responds")
    func away() async throws {
        let address = try await TestPostgreSQL.emptySchema()
        let nobody = try PostgreSQLAddress("postgres://nobody@127.0.0.1:1/nothing")
        let database = Database(engine: PostgreSQLEngine(address, replicas: [nobody]))
        try await database.write { tx in try tx.script("CREATE TABLE numbers (n BIGINT NOT NULL)") }
        for _ in 0..<20 {
            #expect(try await !database.read(.whatIsKnown) { tx in tx.isOfReplica })
        }
    }
}
