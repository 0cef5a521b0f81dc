import Database
import Foundation

/// How PostgreSQL carries out a statement that it plans once for all parameters, as it does for the program
/// (postgresql.org/docs/15/sql-explain.html).
struct PostgreSQLPlan {
    /// Steps that go through a table or an index from one end.
    let scans: [String]
    /// Steps that put rows in order, or find the different ones, before the first can be given.
    let sorts: [String]

    private struct Explained: Decodable {
        let plan: Step

        enum CodingKeys: String, CodingKey { case plan = "Plan" }
    }

    private struct Step: Decodable {
        let kind: String
        let table: String?
        let index: String?
        let condition: String?
        let order: [String]?
        let steps: [Step]?

        enum CodingKeys: String, CodingKey {
            case kind = "Node Type"
            case table = "Relation Name"
            case index = "Index Name"
            case condition = "Index Cond"
            case order = "Sort Key"
            case steps = "Plans"
        }

        var all: [Step] { [self] + (steps ?? []).flatMap(\.all) }
        var isScan: Bool { kind == "Seq Scan" || kind.contains("Index") && condition == nil }
        /// An incremental one puts those in order that an index gives as equals.
        var isSort: Bool { kind == "Sort" }
        var text: String { ([kind, table, index].compactMap(\.self) + (order ?? [])).joined(separator: " ") }
    }

    /// The plans of statements, in their order, as the program's own connections have them made.
    static func explain(_ queries: [CollectedQueries.Entry], in database: Database) async throws -> [PostgreSQLPlan] {
        try await database.write { tx in try tx.script(look) }
        return try await database.read { tx in
            try queries.map { query in
                let types = query.parameters.map { $0 == "i" ? "BIGINT" : "TEXT" }.joined(separator: ", ")
                let nothing = query.parameters.map { _ in "NULL" }.joined(separator: ", ")
                let json: String? = try tx.value(
                    "SELECT plan_of($1, $2, $3)", query.sql, types.isEmpty ? "" : "(\(types))",
                    nothing.isEmpty ? "" : "(\(nothing))")
                let explained = try JSONDecoder().decode([Explained].self, from: Data((json ?? "").utf8))
                let steps = explained.flatMap(\.plan.all)
                return PostgreSQLPlan(
                    scans: steps.filter(\.isScan).map(\.text), sorts: steps.filter(\.isSort).map(\.text))
            }
        }
    }

    /// A statement whose text is known at run time only has to be put together there.
    private static let look: StaticString = """
        ANALYZE;
        CREATE FUNCTION plan_of(statement TEXT, types TEXT, nothings TEXT) RETURNS TEXT LANGUAGE plpgsql AS $$
        DECLARE
            plan JSON;
        BEGIN
            EXECUTE 'PREPARE explained ' || types || ' AS ' || statement;
            EXECUTE 'EXPLAIN (FORMAT JSON) EXECUTE explained ' || nothings INTO plan;
            DEALLOCATE explained;
            RETURN plan::text;
        END $$
        """
}
