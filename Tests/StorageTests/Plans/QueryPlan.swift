import Foundation

@testable import Database

/// How SQLite carries out a statement (sqlite.org/eqp.html), a line a step, what belongs to a step indented below it.
struct QueryPlan {
    let lines: [String]

    /// Plans of the file's database, in the order of the statements.
    static func explain(_ statements: [String], in file: URL) throws -> [QueryPlan] {
        let handle = try SQLiteHandle(.file(file))
        return try statements.map { sql in
            let numbered = sql.replacingOccurrences(of: "$", with: "?")
            var (lines, depths): ([String], [Int: Int]) = ([], [:])
            // Parameters without values are NULL, which no plan depends on.
            try handle.prepare("EXPLAIN QUERY PLAN \(numbered)").rows { row in
                let depth = depths[try row[1], default: -1] + 1
                depths[try row[0]] = depth
                lines.append(String(repeating: "  ", count: depth) + (try row[3] as String))
                return true
            }
            return QueryPlan(lines: lines)
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
