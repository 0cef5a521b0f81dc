import Database
import Foundation
import Newsroom
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("Two versions on one database", .timeLimit(.minutes(5)))
struct SideBySideTests {
    private static let shared = TestedEngine.allCases.filter { $0 != .memory }

    /// Extends the schema, as a newer version does when it starts.
    private func expand(_ database: Database) async throws {
        try await database.write { tx in
            try tx.script(
                """
                ALTER TABLE stories ADD COLUMN mood TEXT;
                ALTER TABLE comments ADD COLUMN mood INTEGER NOT NULL DEFAULT 0;
                CREATE TABLE moods (name TEXT PRIMARY KEY);
                CREATE INDEX comments_mood ON comments (mood)
                """)
            try tx.run("INSERT INTO migrations (number) VALUES ($1)", Migrations.latest + 1)
        }
    }

    @Test("The old process continues, but cannot be started again", arguments: shared)
    func sideBySide(_ engine: TestedEngine) async throws {
        let programs = try await engine.open(programs: 3)
        let newsroom = try await TestedEngine.newsroom(on: programs[0])
        for round in 0..<2 {
            // The second round runs statements that were prepared before the tables grew.
            let comment = try await newsroom.post("Round \(round).", at: .noon.later(Double(round) * 60))
            try await newsroom.database.write { tx in
                try tx.edit(comment.id, to: "Edited.", writer: "writer", now: .noon.later(Double(round) * 60 + 1))
            }
            try await newsroom.report(comment, source: "one")
            let open = try #require(try await newsroom.cases().first)
            try await newsroom.undo(try await newsroom.rule(.uphold, open.id))
            #expect(try await newsroom.threads().elements.count == round + 1)
            _ = try await newsroom.rule(.dismiss, open.id)
            if round == 0 { try await expand(programs[1]) }
        }
        try await newsroom.expectSound()
        let refusal = await #expect(throws: Refusal.self) { try await Migrations.run(on: programs[2]) }
        #expect(refusal?.code == .database(.newer))
        #expect(Set(refusal?.values.keys.map(\.rawValue) ?? []) == ["schema", "known"])
    }

    /// The statements of the version before, which knew the staff and their sessions under other names.
    @Test("A process from before there were accounts goes on working on PostgreSQL")
    func beforeAccounts() async throws {
        let newsroom = try await TestedEngine.postgreSQL.newsroom()
        try await newsroom.database.write { tx in
            _ = try tx.addReader(email: "reader@example.org", name: AccountName.accept("Reader One"), now: .noon)
            let id = try tx.insert(
                """
                INSERT INTO staff (email, name, role, password_hash, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id
                """, "new@example.org", "New", "editor", "-", Date.noon)
            try tx.run(
                "INSERT INTO sessions (token_hash, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4)", "old",
                id,
                Date.noon, Date.noon.later(60))
            try tx.run("UPDATE staff SET role = $2 WHERE id = $1", id, "moderator")
            let role: String? = try tx.value(
                """
                SELECT s.role FROM sessions x JOIN staff s ON s.id = x.staff_id
                WHERE x.token_hash = $1 AND x.expires_at > $2 AND s.removed_at IS NULL
                """, "old", Date.noon)
            #expect(role == "moderator")
            #expect(try tx.session(tokenHash: "old", now: .noon)?.actor.isStaff == true)
            #expect(try !tx.exists("SELECT 1 FROM staff WHERE role = 'reader'"))
            try tx.run("DELETE FROM sessions WHERE staff_id = $1", id)
            #expect(try tx.session(tokenHash: "old", now: .noon) == nil)
        }
    }

    @Test("A database of another program is refused with a reason", arguments: TestedEngine.allCases)
    func foreign(_ engine: TestedEngine) async throws {
        let tables: [StaticString] = [
            "CREATE TABLE migrations (version TEXT PRIMARY KEY)", "CREATE TABLE stories (title TEXT PRIMARY KEY)",
        ]
        for table in tables {
            let database = try await engine.open()
            try await database.write { tx in try tx.script(table) }
            let refusal = await #expect(throws: Refusal.self) { try await Migrations.run(on: database) }
            #expect(refusal?.code == .database(.foreign) && refusal?.values[.reason] != nil)
        }
    }

    @Test("A migration that waits for a locked table retries, so that others are served in the meantime")
    func patience() async throws {
        let database = try await TestedEngine.memory.open()
        let tries = Mutex(0)
        try await Migrations.patiently(rest: .zero) {
            try await database.write { _ in
                tries.withLock { $0 += 1 }
                guard tries.withLock({ $0 }) == 3 else { throw DatabaseFault.tooManyWriters }
            }
        }
        #expect(tries.withLock { $0 } == 3)
        let refusal = await #expect(throws: Refusal.self) {
            try await Migrations.patiently(rest: .zero) { () throws -> Void in throw DatabaseFault.heldUp("locked") }
        }
        #expect(refusal?.code == .database(.locked))
    }
}
