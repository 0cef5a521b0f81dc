package import Database
import Foundation

/// A PostgreSQL server that tests may fill. `.ci/postgresql` starts one.
package enum TestPostgreSQL {
    private static let address = ProcessInfo.processInfo.environment["BROADSHEET_TEST_POSTGRESQL"]
    private static let server: Database? = address.flatMap { try? PostgreSQLAddress($0) }
        .map { Database(engine: PostgreSQLEngine($0)) }

    package static var isHere: Bool { address != nil }

    private struct Absent: Error {}

    /// The address of a new, empty schema, so that each database has its own.
    package static func emptySchema() async throws -> PostgreSQLAddress { try address(of: try await makeSchema()) }

    static func makeSchema() async throws -> String {
        let name = "test_\(UUID().uuidString.replacing("-", with: "").lowercased())"
        try await ask { tx in try tx.run("SELECT make_schema($1)", name) }
        return name
    }

    static func address(of schema: String) throws -> PostgreSQLAddress {
        guard let address else { throw Absent() }
        return try PostgreSQLAddress("\(address)\(address.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)")
    }

    /// Deletes all rows of a schema. Returns the names of everything else in it, which show whether a test
    /// has changed the schema.
    static func empty(_ schema: String) async throws -> String? {
        // A statement that begins with SELECT would count as a read, and nothing would be committed.
        try await ask { tx in try tx.value("VALUES (empty_schema($1))", schema) }
    }

    private static func ask<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await functions.value
        guard let server else { throw Absent() }
        return try await server.write(body)
    }

    /// Functions for statements that must be built at run time, because a name cannot be a parameter.
    private static let functions = Task {
        try await server?.write { tx in
            try tx.script(
                """
                CREATE OR REPLACE FUNCTION make_schema(name TEXT) RETURNS BIGINT LANGUAGE plpgsql AS
                    $$ BEGIN EXECUTE format('CREATE SCHEMA %I', name); RETURN 1; END $$;
                CREATE OR REPLACE FUNCTION empty_schema(name TEXT) RETURNS TEXT LANGUAGE plpgsql AS $$
                    DECLARE item TEXT;
                    BEGIN
                        -- Neither references nor the log's own refusal.
                        SET LOCAL session_replication_role = replica;
                        FOR item IN SELECT tablename FROM pg_tables
                            WHERE schemaname = name AND tablename NOT IN ('migrations', 'commits')
                        LOOP EXECUTE format('DELETE FROM %I.%I', name, item); END LOOP;
                        FOR item IN SELECT sequencename FROM pg_sequences WHERE schemaname = name
                        LOOP PERFORM setval(format('%I.%I', name, item)::regclass, 1, false); END LOOP;
                        RETURN (
                            SELECT string_agg(thing, ' ' ORDER BY thing) FROM (
                                SELECT relname::text FROM pg_class WHERE relnamespace = name::regnamespace
                                UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = name::regnamespace
                            ) things (thing));
                    END $$;
                """)
        }
    }
}
