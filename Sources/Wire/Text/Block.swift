/// A part of a body as the markup contains it, before the body is interpreted as a news story.
indirect enum Block: Hashable {
    case paragraph(InlineText)
    /// An empty paragraph, which agencies use to separate sections.
    case gap
    case rule
    case heading(InlineText, level: Int)
    /// `first` is the number of the first item, or `nil` for a list with bullets.
    case list([[Block]], first: Int?)
    case quotation([Block])
    case table(Table)
    /// Lines whose spaces align columns.
    case columns([String])
    /// Text above the story, which may repeat the head of the item.
    case head([Block])

    var paragraph: InlineText? {
        if case .paragraph(let text) = self { text } else { nil }
    }

    /// The text of a paragraph or heading on one line.
    var words: String? {
        switch self {
        case .paragraph(let text), .heading(let text, _): text.plain
        default: nil
        }
    }
}

extension [Block] {
    /// The blocks as CommonMark with tables, separated by empty lines. Of two lists in a row, the second one has
    /// another marker, because CommonMark would otherwise join them (CommonMark 0.31, section 5.3).
    var markdown: String {
        var texts: [String] = []
        var previous: (isOrdered: Bool, isOther: Bool)?
        for block in self {
            var list: (isOrdered: Bool, isOther: Bool)?
            if case .list(_, let first) = block {
                let isOrdered = first != nil
                list = (isOrdered, previous.map { $0.isOrdered == isOrdered && !$0.isOther } ?? false)
            }
            let text = block.markdown(withOtherMarker: list?.isOther ?? false)
            guard !text.isEmpty else { continue }
            texts.append(text)
            previous = list
        }
        return texts.joined(separator: "\n\n")
    }
}

extension Block {
    fileprivate func markdown(withOtherMarker isOther: Bool) -> String {
        switch self {
        case .paragraph(let text): text.markdown
        case .gap: ""
        case .rule: "---"
        case .heading(let text, let level): Self.heading(text, level)
        case .list(let items, let first):
            Self.list(items) { index in
                first.map { "\($0 + index)\(isOther ? ")" : ".") " } ?? (isOther ? "* " : "- ")
            }
        case .quotation(let blocks): blocks.markdown.indented(first: "> ", others: "> ", empty: ">")
        case .table(let table): table.markdown
        case .columns(let lines): Self.columns(lines)
        case .head(let blocks): blocks.markdown
        }
    }

    private static func heading(_ text: InlineText, _ level: Int) -> String {
        var line = text.markdown.replacing("\\\n", with: " ")
        // CommonMark would drop number signs at the end of a heading.
        if line.hasSuffix("#") { line.insert("\\", at: line.index(before: line.endIndex)) }
        return line.isEmpty ? "" : String(repeating: "#", count: level) + " " + line
    }

    private static func list(_ items: [[Block]], marker: (Int) -> String) -> String {
        let texts = items.map(\.markdown).filter { !$0.isEmpty }
        let isTight = !texts.contains { $0.contains("\n\n") }
        return texts.enumerated().map { index, text in
            let marker = marker(index)
            return text.indented(first: marker, others: String(repeating: " ", count: marker.count), empty: "")
        }.joined(separator: isTight ? "\n" : "\n\n")
    }

    /// A fenced code block, with a fence that no line of it can close.
    private static func columns(_ lines: [String]) -> String {
        let longest = lines.map { $0.split { $0 != "`" }.map(\.count).max() ?? 0 }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return ([fence] + lines + [fence]).joined(separator: "\n")
    }
}

extension String {
    fileprivate func indented(first: String, others: String, empty: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            index == 0 ? first + line : line.isEmpty ? empty : others + line
        }.joined(separator: "\n")
    }
}
