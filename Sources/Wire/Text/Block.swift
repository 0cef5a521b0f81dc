/// A part of a body as the markup contains it, before the body is interpreted as a news story.
indirect enum Block: Hashable {
    case paragraph(InlineText)
    /// An empty paragraph, which agencies use to separate sections.
    case gap
    case rule
    case heading(InlineText, level: Int)
    case list([[Block]], isOrdered: Bool)
    case quotation([Block])

    var paragraph: InlineText? {
        if case .paragraph(let text) = self { text } else { nil }
    }
}

extension [Block] {
    /// The blocks as CommonMark, separated by empty lines.
    var markdown: String {
        map(\.markdown).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension Block {
    var markdown: String {
        switch self {
        case .paragraph(let text): text.markdown
        case .gap: ""
        case .rule: "---"
        case .heading(let text, let level): Self.heading(text, level)
        case .list(let items, let isOrdered): Self.list(items, isOrdered)
        case .quotation(let blocks): blocks.markdown.indented(first: "> ", others: "> ", empty: ">")
        }
    }

    private static func heading(_ text: InlineText, _ level: Int) -> String {
        var line = text.markdown.replacing("\\\n", with: " ")
        // CommonMark would drop number signs at the end of a heading.
        if line.hasSuffix("#") { line.insert("\\", at: line.index(before: line.endIndex)) }
        return line.isEmpty ? "" : String(repeating: "#", count: level) + " " + line
    }

    private static func list(_ items: [[Block]], _ isOrdered: Bool) -> String {
        let texts = items.map(\.markdown).filter { !$0.isEmpty }
        let isTight = !texts.contains { $0.contains("\n\n") }
        return texts.enumerated().map { index, text in
            let marker = isOrdered ? "\(index + 1). " : "- "
            return text.indented(first: marker, others: String(repeating: " ", count: marker.count), empty: "")
        }.joined(separator: isTight ? "\n" : "\n\n")
    }
}

extension String {
    fileprivate func indented(first: String, others: String, empty: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            index == 0 ? first + line : line.isEmpty ? empty : others + line
        }.joined(separator: "\n")
    }
}
