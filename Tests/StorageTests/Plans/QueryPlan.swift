import Foundation

@testable import Database

/// The plan of a statement on SQLite (sqlite.org/eqp.html), one step per line. A step's substeps follow it,
/// indented.
struct QueryPlan {
    let lines: [String]

    /// The plans of statements on a database file, in order.
    static func explain(_ statements: [String], in file: URL) throws -> [QueryPlan] {
        let handle = try SQLiteHandle(.file(file))
        return try statements.map { sql in
            let numbered = sql.replacingOccurrences(of: "$", with: "?")
            var (lines, depths): ([String], [Int: Int]) = ([], [:])
            // Parameters are NULL. No plan depends on them.
            try handle.prepare("EXPLAIN QUERY PLAN \(numbered)").rows { row in
                let depth = depths[try row[1], default: -1] + 1
                depths[try row[0]] = depth
                lines.append(String(repeating: "  ", count: depth) + (try row[3] as String))
                return true
            }
            return QueryPlan(lines: lines)
        }
    }

    /// Steps that read a whole table or index. A list that the query itself brings along is none.
    var scans: [String] {
        lines.map { String($0.trimmingPrefix { $0 == " " }) }.filter {
            $0.hasPrefix("SCAN ") && $0 != "SCAN CONSTANT ROW" && !$0.hasPrefix("SCAN json_each ")
        }
    }

    /// Steps that sort or deduplicate rows before they return the first one.
    var sorts: [String] { lines.filter { $0.contains("USE TEMP B-TREE") } }
}
