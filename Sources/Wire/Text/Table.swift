import Markup

/// A table of facts: rows of cells, each of which has one line of text.
struct Table: Hashable {
    static let mostColumns = 30
    static let mostRows = 1_000

    let rows: [[InlineText]]
    /// Whether the first row names the columns.
    let hasHeader: Bool

    /// The table as an extension of CommonMark writes it (GitHub Flavored Markdown, section 4.10).
    var markdown: String {
        let columns = rows.map(\.count).max() ?? 0
        let lines = rows.map { row in
            let cells = row.map { $0.cell } + Array(repeating: "", count: columns - row.count)
            return "| " + cells.joined(separator: " | ") + " |"
        }
        let delimiter = "|" + String(repeating: " --- |", count: columns)
        guard !hasHeader else { return ([lines[0], delimiter] + lines.dropFirst()).joined(separator: "\n") }
        // A table needs a first row that names the columns, which may be empty.
        return (["|" + String(repeating: "  |", count: columns), delimiter] + lines).joined(separator: "\n")
    }
}

extension InlineText {
    fileprivate var cell: String { MarkdownText.cell(markdown.replacing("\\\n", with: " ")) }
}

extension Table {
    /// Reads a `table` element of HTML or NITF. `nil` for a table that only arranges text (one column, one
    /// row, or another table inside) and for one with more than 30 columns or 1,000 rows.
    init?(_ element: XMLElement) {
        let found = Self.rows(of: element)
        let cells = found.map(\.cells)
        guard cells.count > 1, cells.count <= Self.mostRows, let width = cells.map(\.count).max(),
            (2...Self.mostColumns).contains(width), !cells.joined().contains(where: \.hasTable)
        else { return nil }
        rows = Self.filled(found, width: width)
        hasHeader = found[0].isHead || cells[0].allSatisfy { $0.name == "th" }
    }

    private typealias Row = (cells: [XMLElement], isHead: Bool)

    private static func rows(of element: XMLElement, isHead: Bool = false) -> [Row] {
        element.elements.flatMap { child -> [Row] in
            switch child.name {
            case "tr":
                [(child.elements.filter { ["td", "th"].contains($0.name) }, isHead)].filter { !$0.cells.isEmpty }
            case "thead": rows(of: child, isHead: true)
            case "tbody", "tfoot", "nitf-table": rows(of: child)
            default: []
            }
        }
    }

    /// The rows with an empty cell for each place that a wide or high cell covers.
    private static func filled(_ found: [Row], width: Int) -> [[InlineText]] {
        var covered: [Int: Int] = [:]
        return found.map { row in
            var line: [InlineText] = []
            func skipCovered() {
                while let left = covered[line.count], left > 0, line.count < mostColumns {
                    covered[line.count] = left - 1
                    line.append(InlineText())
                }
            }
            for (index, cell) in row.cells.enumerated() {
                skipCovered()
                let height = cell.span("rowspan")
                // A wide cell leaves room for the cells after it.
                let room = max(1, width - line.count - (row.cells.count - index - 1))
                for offset in 0..<min(cell.span("colspan"), room) where line.count < mostColumns {
                    if height > 1 { covered[line.count] = height - 1 }
                    line.append(offset == 0 ? cell.line(isHead: row.isHead) : InlineText())
                }
            }
            skipCovered()
            return line
        }
    }
}

extension XMLElement {
    fileprivate func span(_ name: String) -> Int {
        min(max(self[name].flatMap { Int($0.collapsed) } ?? 1, 1), Table.mostRows)
    }

    /// Whether a cell holds another table.
    fileprivate var hasTable: Bool {
        elements.contains { element in
            switch Tag(element.name) {
            case .table: true
            default: element.hasTable
            }
        }
    }

    /// The text of a cell. The name of a row is strong.
    fileprivate func line(isHead: Bool) -> InlineText {
        let style = InlineText.Style(isStrong: name == "th" && !isHead)
        return BodyReader.blocks(in: self, style).line
    }
}

extension [Block] {
    /// All text on one line, with semicolons between the items of a list.
    fileprivate var line: InlineText {
        reduce(into: InlineText()) { line, block in
            let parts: [InlineText] =
                switch block {
                case .paragraph(let text), .heading(let text, _): [text]
                case .list(let items, _): items.map(\.line)
                case .quotation(let blocks), .head(let blocks): [blocks.line]
                case .columns(let lines): lines.map { InlineText($0) }
                case .gap, .rule, .table: []
                }
            for (index, part) in parts.enumerated() {
                line.add(index > 0 ? "; " : " ", .plain)
                for run in part.runs { line.add(run.text, run.style) }
            }
        }
    }
}
