package import Database
import Newsroom

/// Brings a database to the current schema. Each step is a separate transaction, so that an interruption
/// between two steps loses nothing. Processes that start at the same moment wait for one another, because
/// only one transaction writes at a time.
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
        (SQLiteSchema.revisions, PostgreSQLSchema.revisions),
        (SQLiteSchema.invitations, PostgreSQLSchema.invitations),
        (SQLiteSchema.jobs, PostgreSQLSchema.jobs),
        (SQLiteSchema.drafts, PostgreSQLSchema.drafts),
        (SQLiteSchema.heldItems, PostgreSQLSchema.heldItems),
        (SQLiteSchema.draftNotes, PostgreSQLSchema.draftNotes),
        (SQLiteSchema.autosaves, PostgreSQLSchema.autosaves),
        (SQLiteSchema.linkCards, PostgreSQLSchema.linkCards),
        (SQLiteSchema.library, PostgreSQLSchema.library),
        (SQLiteSchema.queue, PostgreSQLSchema.queue),
        (SQLiteSchema.removedUses, PostgreSQLSchema.removedUses),
        (SQLiteSchema.queueIndexes, PostgreSQLSchema.queueIndexes),
        (SQLiteSchema.savedViews, PostgreSQLSchema.savedViews),
        (SQLiteSchema.topicCounts, PostgreSQLSchema.topicCounts),
        (SQLiteSchema.ownRemovals, PostgreSQLSchema.ownRemovals),
        (SQLiteSchema.accounts, PostgreSQLSchema.accounts),
        (SQLiteSchema.mails, PostgreSQLSchema.mails),
        (SQLiteSchema.following, PostgreSQLSchema.following),
        (SQLiteSchema.notifications, PostgreSQLSchema.notifications),
        (SQLiteSchema.privacy, PostgreSQLSchema.privacy),
        (SQLiteSchema.acts, PostgreSQLSchema.acts),
        (SQLiteSchema.withdrawals, PostgreSQLSchema.withdrawals),
        (SQLiteSchema.versionPictures, PostgreSQLSchema.versionPictures),
        (SQLiteSchema.live, PostgreSQLSchema.live),
        (SQLiteSchema.suggestions, PostgreSQLSchema.suggestions),
    ]

    /// The number of the last step.
    package static var latest: Int { steps.count }

    /// Runs the steps that have not run yet. Refuses with `conflict` if the database belongs to a newer
    /// release or to another program.
    package static func run(on database: Database) async throws { try await run(on: database, upTo: latest) }

    /// The same up to an earlier step, as an earlier release did it. Only tests stop there.
    package static func run(on database: Database, upTo last: Int) async throws {
        let done = try await own { try await patiently { try await database.write { tx in try tx.lastStep() } } }
        guard done <= latest else {
            throw Refusal(.database(.newer), [.schema: .number(done), .known: .number(latest)])
        }
        for number in done..<max(done, last) {
            try await own { try await patiently { try await database.write { tx in try tx.take(step: number) } } }
        }
        if last == latest { try await database.write { tx in try tx.keyStaffNames() } }
    }

    /// Refuses with `conflict` if a statement on Broadsheet's own tables fails, because other tables must
    /// have taken their names.
    private static func own<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch DatabaseFault.statement(let message) {
            throw Refusal(.database(.foreign), [.reason: .text(message)])
        }
    }

    fileprivate static func script(of number: Int, in dialect: Dialect) -> StaticString {
        dialect == .sqlite ? steps[number].sqlite : steps[number].postgreSQL
    }

    private static let tries = 60

    /// Retries while others hold a lock, for example for another process's step or for a backup of a table.
    /// Each try waits only briefly, because on PostgreSQL all reads and writes of a table queue behind a
    /// transaction that waits to lock the table. Refuses with `unavailable` after some minutes.
    static func patiently<T>(rest: Duration = .seconds(1), _ body: () async throws -> T) async throws -> T {
        for _ in 0..<tries {
            do { return try await body() } catch DatabaseFault.tooManyWriters {} catch DatabaseFault.heldUp {}
            try await Task.sleep(for: rest)
        }
        throw Refusal(.database(.locked))
    }
}

extension Transaction {
    /// The number of the last completed step; 0 in an empty database. Creates the table of completed steps if
    /// it does not exist.
    fileprivate func lastStep() throws -> Int {
        switch dialect {
        case .sqlite: try script("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT")
        case .postgreSQL: try script("CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY)")
        }
        return try value("SELECT COALESCE(MAX(number), 0) FROM migrations") ?? 0
    }

    /// Runs a step, unless another process that started at the same moment has run it.
    func take(step number: Int) throws {
        guard try !exists("SELECT 1 FROM migrations WHERE number = $1", number + 1) else { return }
        try script(Migrations.script(of: number, in: dialect))
        try run("INSERT INTO migrations (number) VALUES ($1)", number + 1)
    }
}
