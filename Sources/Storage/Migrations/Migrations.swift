package import Database
import Newsroom

/// Brings a database to the schema of this program: each step in a transaction of its own, so that a stop between two loses nothing.
/// Programs that start at the same moment wait for one another, because whoever writes does.
package enum Migrations {
    private static let steps: [(sqlite: StaticString, postgreSQL: StaticString)] = [
        (SQLiteSchema.stories, PostgreSQLSchema.stories),
        (SQLiteSchema.people, PostgreSQLSchema.people),
        (SQLiteSchema.discussion, PostgreSQLSchema.discussion),
        (SQLiteSchema.moderation, PostgreSQLSchema.moderation),
        (SQLiteSchema.changes, PostgreSQLSchema.changes),
        (SQLiteSchema.writers, PostgreSQLSchema.writers),
        (SQLiteSchema.secrets, PostgreSQLSchema.secrets),
        (SQLiteSchema.record, PostgreSQLSchema.record),
        (SQLiteSchema.duties, PostgreSQLSchema.duties),
        (SQLiteSchema.openings, PostgreSQLSchema.openings),
        (SQLiteSchema.reporters, PostgreSQLSchema.reporters),
        (SQLiteSchema.topicNames, PostgreSQLSchema.topicNames),
        (SQLiteSchema.removals, PostgreSQLSchema.removals),
    ]

    /// The step that this program ends at.
    package static var latest: Int { steps.count }

    /// Runs what has not run yet. Refuses with `conflict` a database that a newer program has made, or another one than Broadsheet.
    package static func run(on database: Database) async throws {
        let done = try await own { try await patiently { try await database.write { tx in try tx.lastStep() } } }
        guard done <= latest else {
            throw Refusal(.database(.newer), [.schema: .number(done), .known: .number(latest)])
        }
        for number in done..<latest {
            try await own { try await patiently { try await database.write { tx in try tx.take(step: number) } } }
        }
    }

    /// What a database refuses of this program's own tables has to do with others that are there.
    private static func own<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch DatabaseFault.statement(let message) {
            throw Refusal(.database(.foreign), [.reason: .text(message)])
        }
    }

    fileprivate static func script(of number: Int, in dialect: Dialect) -> StaticString {
        dialect == .sqlite ? steps[number].sqlite : steps[number].postgreSQL
    }

    private static let tries = 60

    /// Waits for what others hold, another program's step or a table that is being backed up, in pieces: on PostgreSQL those who
    /// read and write queue up behind whoever waits for a table. Refuses with `unavailable` after some minutes.
    static func patiently<T>(rest: Duration = .seconds(1), _ body: () async throws -> T) async throws -> T {
        for _ in 0..<tries {
            do { return try await body() } catch DatabaseFault.tooManyWriters {} catch DatabaseFault.heldUp {}
            try await Task.sleep(for: rest)
        }
        throw Refusal(.database(.locked))
    }
}

extension Transaction {
    /// The number of the last step that was carried out; 0 in a database in which nothing is yet.
    fileprivate func lastStep() throws -> Int {
        switch dialect {
        case .sqlite: try script("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT")
        case .postgreSQL: try script("CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY)")
        }
        return try value("SELECT COALESCE(MAX(number), 0) FROM migrations") ?? 0
    }

    /// Two programs that start at the same moment must not both run a step.
    fileprivate func take(step number: Int) throws {
        guard try !exists("SELECT 1 FROM migrations WHERE number = $1", number + 1) else { return }
        try script(Migrations.script(of: number, in: dialect))
        try run("INSERT INTO migrations (number) VALUES ($1)", number + 1)
    }
}
