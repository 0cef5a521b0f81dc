import TestSupport
import Testing

@testable import Database

/// A server that is named as its own replica is always far enough, as soon as it has been asked; what a real one lacks at times is
/// tried in `Tests/Cluster`.
@Suite("Replicas", .enabled(if: TestPostgreSQL.isHere), .timeLimit(.minutes(5)))
struct ReplicaTests {
    private func open() async throws -> Database {
        let address = try await TestPostgreSQL.emptySchema()
        let database = Database(engine: PostgreSQLEngine(address, replicas: [address]))
        try await database.write { tx in try tx.script("CREATE TABLE numbers (n BIGINT NOT NULL)") }
        return database
    }

    /// Returns once a read came to the replica.
    private func untilRead(_ database: Database) async throws {
        try await waitUntil(within: 240) { try await database.read(.whatIsKnown) { tx in tx.isOfReplica } }
    }

    @Test("What is known is read from a replica, everything from the primary")
    func sights() async throws {
        let database = try await open()
        try await untilRead(database)
        #expect(try await !database.read { tx in tx.isOfReplica })
        #expect(try await !database.look { tx in tx.isOfReplica })
    }

    @Test("Whoever reads what is known sees every commit of this program")
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

    @Test("What a replica does not carry out, the primary does")
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

    @Test("Without a replica that answers, the primary does it all")
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
