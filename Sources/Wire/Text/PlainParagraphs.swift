/// Splits plain text into paragraphs: at empty lines if there are any, otherwise at each line.
enum PlainParagraphs {
    static func blocks(of text: String) -> [Block] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let trimmed = lines.drop(while: \.hasNothing).reversed().drop(while: \.hasNothing).reversed()
        let hasParagraphs = trimmed.contains(where: \.hasNothing)
        var blocks: [Block] = []
        var empty = 0
        var open = InlineText()
        for line in trimmed {
            if line.hasNothing {
                empty += 1
                continue
            }
            if empty > 0 || !hasParagraphs, !open.isEmpty {
                blocks.append(.paragraph(open))
                open = InlineText()
            }
            if empty > 1 { blocks.append(.gap) }
            empty = 0
            open.add(line + " ", .plain)
        }
        return open.isEmpty ? blocks : blocks + [.paragraph(open)]
    }
}

extension Substring {
    fileprivate var hasNothing: Bool { String(self).hasNothingToRead }
}
