import CCMarkGFM

/// The tables of a story, and its columns made of spaces. Each scrolls sideways in its own frame, which has a
/// name and takes the keyboard's focus.
extension StoryRendering {
    struct TableProgress {
        /// The number of frames so far.
        var frames = 0
        var alignments: [UInt8] = []
        var column = 0
        var isHead = false
        /// Whether the row is left out: the first row of a table without headings.
        var isHidden = false
    }

    mutating func table(_ node: MarkdownNode) -> StaticString {
        progress.alignments = node.alignments
        out.append("<div class=\"table\"\(frame())>\n<table>\n")
        return "</tbody>\n</table>\n</div>\n"
    }

    mutating func row(_ node: MarkdownNode) -> StaticString {
        progress.column = 0
        progress.isHead = node.isHeadRow
        progress.isHidden = progress.isHead && !node.hasFilledCell
        if progress.isHidden { return "<tbody>\n" }
        return progress.isHead ? opened("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n") : opened("<tr>", "</tr>\n")
    }

    mutating func cell(_ node: MarkdownNode) -> StaticString {
        writing.begin(node)
        defer { progress.column += 1 }
        guard !progress.isHidden else { return "" }
        // An empty heading would name its column with nothing.
        let isHeading = progress.isHead && node.hasChildren
        out.write(isHeading ? "<th scope=\"col\"" : "<td")
        switch progress.alignments.indices.contains(progress.column) ? progress.alignments[progress.column] : 0 {
        case UInt8(ascii: "c"): out.write(" class=\"center\">")
        case UInt8(ascii: "r"): out.write(" class=\"end\">")
        default: out.write(">")
        }
        return isHeading ? "</th>" : "</td>"
    }

    /// A code block. On the wire it holds a table whose columns are made of spaces.
    mutating func writeColumns(_ node: MarkdownNode) {
        var lines = node.literalBytes[...]
        while lines.last == UInt8(ascii: "\n") { lines.removeLast() }
        guard !lines.isEmpty else { return }
        out.append("<pre class=\"columns\"\(frame())>\n")
        write(UnsafeBufferPointer(rebasing: lines))
        out.write("</pre>\n")
    }

    private mutating func frame() -> HTML {
        progress.frames += 1
        return " role=\"region\" tabindex=\"0\" aria-label=\"\(words.table(progress.frames))\""
    }
}

extension MarkdownNode {
    /// The alignment of each column of a table: `l`, `c`, `r`, or 0 for none.
    fileprivate var alignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let first = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return Array(UnsafeBufferPointer(start: first, count: count))
    }

    fileprivate var isHeadRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

    fileprivate var hasChildren: Bool { cmark_node_first_child(pointer) != nil }

    fileprivate var hasFilledCell: Bool {
        sequence(first: cmark_node_first_child(pointer)) { cmark_node_next($0) }
            .prefix { $0 != nil }.contains { cmark_node_first_child($0) != nil }
    }
}
