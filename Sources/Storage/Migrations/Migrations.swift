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
    ]

    /// The step that this program ends at.
    package static var latest: Int { steps.count }

    /// Runs what has not run yet. Refuses with `conflict` a database that a newer program has made.
    package static func run(on database: Database) async throws {
        let done = try await database.write { tx in
            switch tx.dialect {
            case .sqlite: try tx.script("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT")
            case .postgreSQL: try tx.script("CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY)")
            }
            return try tx.value("SELECT COALESCE(MAX(number), 0) FROM migrations") ?? 0
        }
        guard done <= latest else {
            throw Refusal.conflict(
                "This database was made by a newer Broadsheet (schema \(done), this one knows \(latest)).")
        }
        for number in done..<latest {
            let step = steps[number]
            try await database.write { tx in
                // Two programs that start at the same moment must not both run a step.
                guard try !tx.exists("SELECT 1 FROM migrations WHERE number = $1", number + 1) else { return }
                try tx.script(tx.dialect == .sqlite ? step.sqlite : step.postgreSQL)
                try tx.run("INSERT INTO migrations (number) VALUES ($1)", number + 1)
            }
        }
    }
}
