import Database
import Foundation

/// The generic plan of a prepared statement on PostgreSQL, the kind that the server uses
/// (postgresql.org/docs/15/sql-explain.html).
struct PostgreSQLPlan {
    /// Steps that read a whole table or index.
    let scans: [String]
    /// Steps that sort or deduplicate rows before they return the first one.
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
        /// An incremental sort only orders rows that have equal keys in the index.
        var isSort: Bool { kind == "Sort" }
        var text: String { ([kind, table, index].compactMap(\.self) + (order ?? [])).joined(separator: " ") }
    }

    /// The plans of statements, in order, made on the same kind of connection as in production.
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

    /// PostgreSQL must build the statement, because its text is known only at run time.
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
