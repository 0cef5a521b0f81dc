import Foundation
import GRDB

/// How SQLite carries out a statement (sqlite.org/eqp.html), a line a step, what belongs to a step indented below it.
struct QueryPlan {
    let lines: [String]

    /// Plans of the file's database, in the order of the statements.
    static func explain(_ statements: [String], in file: URL) throws -> [QueryPlan] {
        try DatabaseQueue(path: file.path).read { connection in
            try statements.map { sql in
                let numbered = sql.replacingOccurrences(of: "$", with: "?")
                let statement = try connection.makeStatement(sql: "EXPLAIN QUERY PLAN \(numbered)")
                statement.setUncheckedArguments(StatementArguments())
                var depths: [Int: Int] = [:]
                return QueryPlan(
                    lines: try Row.fetchAll(statement).map { row in
                        let depth = depths[row[1], default: -1] + 1
                        depths[row[0]] = depth
                        return String(repeating: "  ", count: depth) + (row[3] as String)
                    })
            }
        }
    }

    /// Steps that go through a table or an index from one end.
    var scans: [String] {
        lines.map { String($0.trimmingPrefix { $0 == " " }) }.filter {
            $0.hasPrefix("SCAN ") && $0 != "SCAN CONSTANT ROW"
        }
    }

    /// Steps that put rows in order, or find the different ones, before the first can be given.
    var sorts: [String] { lines.filter { $0.contains("USE TEMP B-TREE") } }
}
