import Newsroom

/// Splits plain text into paragraphs: at empty lines if there are any, or else at indented lines, or else at each
/// line.
enum PlainParagraphs {
    static func blocks(of text: String) -> [Block] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let trimmed = Array(lines.drop(while: \.hasNothingToRead).reversed().drop(while: \.hasNothingToRead).reversed())
        let hasParagraphs = trimmed.contains(where: \.hasNothingToRead)
        let indented = trimmed.dropFirst().count(where: \.isIndented)
        let isIndented = (1..<max(trimmed.count - 1, 1)).contains(indented)
        var blocks: [Block] = []
        var empty = 0
        var open: [String] = []
        for line in trimmed {
            if line.hasNothingToRead {
                empty += 1
                continue
            }
            if !open.isEmpty, empty > 0 || !hasParagraphs && (!isIndented || line.isIndented) {
                blocks += block(open)
                open = []
            }
            if empty > 1 { blocks.append(.gap) }
            empty = 0
            open.append(line)
        }
        return blocks + block(open)
    }

    /// Lines with columns keep their spaces, and lines with bullets are a list.
    private static func block(_ lines: [String]) -> [Block] {
        if let columns = Columns.lines(of: lines.joined(separator: "\n"), apart: 3) { return [.columns(columns)] }
        if lines.count > 1, lines.allSatisfy({ $0.bullet != nil }) {
            return [.list(lines.compactMap(\.bullet).map { [.paragraph(line([$0]))] }, first: nil)]
        }
        let text = line(lines)
        return text.isEmpty ? [] : [.paragraph(text)]
    }

    private static func line(_ lines: [String]) -> InlineText {
        lines.reduce(into: InlineText()) { text, line in text.add(line + " ", .plain) }
    }
}

extension String {
    fileprivate var isIndented: Bool { hasPrefix("  ") || hasPrefix("\t") }

    /// The text after a bullet.
    fileprivate var bullet: String? {
        let line = trimmed
        guard let first = line.first, "*-•–".contains(first), line.dropFirst().first == " " else { return nil }
        return String(line.dropFirst(2))
    }
}
