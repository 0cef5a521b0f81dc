package import Database
import Foundation

/// A PostgreSQL server that the tests may fill: `.ci/postgresql` starts one.
package enum TestPostgreSQL {
    private static let address = ProcessInfo.processInfo.environment["BROADSHEET_TEST_POSTGRESQL"]
    private static let server: Database? = address.flatMap { try? PostgreSQLAddress($0) }
        .map { Database(engine: PostgreSQLEngine($0)) }

    package static var isHere: Bool { address != nil }

    private struct Absent: Error {}

    /// An address of its own for each database: a schema in which nothing is yet.
    package static func emptySchema() async throws -> PostgreSQLAddress {
        guard let server, let address else { throw Absent() }
        let name = "test_\(UUID().uuidString.replacing("-", with: "").lowercased())"
        try await server.write { tx in
            // A name cannot be a parameter of CREATE SCHEMA.
            try tx.script(
                """
                CREATE OR REPLACE FUNCTION make_schema(name TEXT) RETURNS BIGINT LANGUAGE plpgsql AS
                    $$ BEGIN EXECUTE format('CREATE SCHEMA %I', name); RETURN 1; END $$
                """)
            let _: Int? = try tx.value("SELECT make_schema($1)", name)
        }
        return try PostgreSQLAddress("\(address)\(address.contains("?") ? "&" : "?")options=-csearch_path%3D\(name)")
    }
}
