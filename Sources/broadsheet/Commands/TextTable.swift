import Newsroom

/// A table of aligned columns, with two spaces between them. The output is the same on a terminal, in a file
/// and in a pipe. Each row is one line, whatever its cells contain.
struct TextTable {
    let heads: [String]
    let rows: [[String]]

    var lines: [String] {
        let all = [heads] + rows.map { $0.map(\.inOneLine) }
        let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let isLast = column == heads.count - 1
                return isLast ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
            }.joined(separator: "  ")
        }
    }
}
