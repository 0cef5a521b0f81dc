import Database
import Newsroom
import TestSupport
import Testing

@testable import Storage

/// Checks that the schemas, which are written separately for each engine, agree.
@Suite(
    "Database schemas", .enabled(if: TestPostgreSQL.isHere, "needs PostgreSQL: apt-get install postgresql"),
    .timeLimit(.minutes(5)))
struct SchemaTests {
    private typealias Reading = @Sendable (Transaction) throws -> [String]

    private func both(_ sqlite: @escaping Reading, _ postgreSQL: @escaping Reading) async throws -> [Set<String>] {
        var found: [Set<String>] = []
        for (engine, reading) in [(TestedEngine.memory, sqlite), (.postgreSQL, postgreSQL)] {
            let database = try await engine.open()
            try await Migrations.run(on: database)
            found.append(Set(try await database.read { tx in try reading(tx) }))
        }
        return found
    }

    @Test("Both schemas have the same columns, with the same types and nullability")
    func columns() async throws {
        let found = try await both {
            try $0.all(
                """
                SELECT t.name || '.' || c.name || ' ' || LOWER(c.type) || ' '
                    || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN 'NO' ELSE 'YES' END
                FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
                """
            ) { try $0[0] }
        } _: {
            // `commits` belongs to the engine, not to the schema.
            try $0.all(
                """
                SELECT table_name || '.' || column_name || ' ' || REPLACE(data_type, 'bigint', 'integer') \
                || ' ' || is_nullable
                FROM information_schema.columns WHERE table_schema = current_schema()
                    AND table_name NOT IN ('commits', 'staff', 'sessions')
                """
            ) { try $0[0] }
        }
        #expect(found[0].count > 100)
        #expect(found[0] == found[1], "\(found[0].symmetricDifference(found[1]).sorted())")
    }

    @Test("Both schemas have the same indexes")
    func indexes() async throws {
        let found = try await both {
            try $0.all(
                "SELECT tbl_name || '.' || name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'"
            ) { try $0[0] }
        } _: {
            try $0.all(
                """
                SELECT tablename || '.' || indexname FROM pg_indexes
                WHERE schemaname = current_schema() AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key'
                """
            ) { try $0[0] }
        }
        #expect(found[0].count > 10)
        #expect(found[0] == found[1], "\(found[0].symmetricDifference(found[1]).sorted())")
    }

    @Test("Both schemas have the same foreign keys")
    func references() async throws {
        let found = try await both {
            try $0.all(
                """
                SELECT t.name || '.' || f."from" || ' ' || f."table"
                FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
                """
            ) { try $0[0] }
        } _: {
            try $0.all(
                """
                SELECT one.relname || '.' || a.attname || ' ' || other.relname
                FROM pg_constraint c
                JOIN pg_class one ON one.oid = c.conrelid JOIN pg_class other ON other.oid = c.confrelid
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
                """
            ) { try $0[0] }
        }
        #expect(found[0].count > 10)
        #expect(found[0] == found[1], "\(found[0].symmetricDifference(found[1]).sorted())")
    }

    @Test("PostgreSQL compares text by its bytes, whatever the server's collation")
    func collation() async throws {
        let database = try await TestedEngine.postgreSQL.open()
        try await Migrations.run(on: database)
        let others: [String] = try await database.read { tx in
            try tx.all(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND data_type = 'text' AND table_name <> 'commits'
                    AND collation_name IS DISTINCT FROM 'C'
                """
            ) { try $0[0] }
        }
        #expect(others.isEmpty, "\(others)")
    }

    @Test("10 processes can start at once, and a newer database is refused")
    func starts() async throws {
        let address = try await TestPostgreSQL.emptySchema()
        let databases = (0..<10).map { _ in Database(engine: PostgreSQLEngine(address)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in databases { group.addTask { try await Migrations.run(on: database) } }
            try await group.waitForAll()
        }
        let steps: Int? = try await databases[0].read { tx in try tx.value("SELECT COUNT(*) FROM migrations") }
        #expect(steps == Migrations.latest)
        try await databases[0].write { tx in
            try tx.run("INSERT INTO migrations (number) VALUES ($1)", Migrations.latest + 1)
        }
        let refusal = await #expect(throws: Refusal.self) { try await Migrations.run(on: databases[1]) }
        #expect(refusal?.kind == .conflict)
    }
}
