import CCMarkGFM

extension Markdown {
    /// The text without markup, one line for each paragraph, each row of a table and each line of columns. A
    /// line shows what the words alone would not: `> ` for each quotation, `┃ ` for a fact box, `• ` or `3. ` for a
    /// list item, an indent inside a list item, ` | ` between cells, `~~` around struck text, and the number of a
    /// footnote, as in `[1]`. The footnotes are at the end.
    /// A picture is its caption in the text, and nothing if readers may not see the picture.
    package func plainText(
        _ typography: Typography = .asSent, showing isShown: @escaping (_ picture: Int64) -> Bool = { _ in false }
    ) -> String {
        var lines = PlainLines(CorrectedWriting(typography), showing: isShown)
        lines.write(MarkdownNode(pointer: root))
        for (index, footnote) in footnotes.all.enumerated() { lines.write(footnote.node, number: index + 1) }
        return lines.text
    }

    /// The text of a reader's comment as shown, with the marks of quotations and list items. It is cut at a
    /// word to `limit` characters, with an ellipsis.
    package static func excerpt(ofComment text: String, limit: Int) -> String {
        CommentMarkup.words(of: text).cut(to: limit)
    }

    /// The first paragraph that is neither a crosshead nor a picture nor in a fact box, as plain text without struck
    /// words and the numbers of footnotes. It is cut at a word to `limit` characters, with an ellipsis.
    package func opening(limit: Int) -> String {
        var paragraph = ""
        var isInside = false
        var isDone = false
        var struck = 0
        walk(passingOver: { $0.isMarked || $0.placedPicture != nil }) { node, entering in
            guard !isDone else { return }
            switch node.kind {
            case CMARK_NODE_PARAGRAPH:
                isInside = entering
                isDone = !entering && !paragraph.isEmpty
            case .strikethrough: struck += entering ? 1 : -1
            case _ where !isInside || struck > 0: break
            case CMARK_NODE_TEXT, CMARK_NODE_CODE:
                // Between two words, a struck word leaves two spaces.
                let text = node.literal
                let isSecondSpace = text.hasPrefix(" ") && (paragraph.isEmpty || paragraph.hasSuffix(" "))
                paragraph += isSecondSpace ? text.dropFirst() : text[...]
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: paragraph += " "
            default: break
            }
        }
        return paragraph.cut(to: limit)
    }
}

/// Writes the lines of `Markdown.plainText`.
private struct PlainLines {
    private enum Container {
        case quotation(mark: String)
        case list(isOrdered: Bool, next: Int)
        /// An item of a list, or a footnote. The mark is `nil` after its first line.
        case item(mark: String?)
    }

    private var bytes: [UInt8] = []
    private var writing: CorrectedWriting
    private var containers: [Container] = []
    private var isFirstCell = true

    private let isShown: (Int64) -> Bool

    init(_ writing: CorrectedWriting, showing isShown: @escaping (Int64) -> Bool) {
        self.writing = writing
        self.isShown = isShown
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ footnote: MarkdownNode, number: Int) {
        containers = [.item(mark: "[\(number)] ")]
        write(footnote)
        containers = []
    }

    mutating func write(_ node: MarkdownNode) {
        node.walk(passingOver: { $0.placedPicture.map { !isShown($0) } ?? false }) { node, entering in
            if entering { enter(node) } else { leave(node) }
        }
    }

    private mutating func enter(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_TEXT: writing.write(node.literalBytes, escaped: false, to: &bytes)
        case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            writing.skip(node.literalBytes.count)
            bytes.append(contentsOf: node.literalBytes)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
            writing.skip(1)
            write(" ")
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE_BLOCK: writeLines(node.literal)
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            writing.begin(node)
            beginLine()
        case CMARK_NODE_BLOCK_QUOTE: containers.append(.quotation(mark: node.isMarked ? "┃ " : "> "))
        case CMARK_NODE_LIST: containers.append(.list(isOrdered: node.isOrdered, next: node.listStart))
        case CMARK_NODE_ITEM: containers.append(.item(mark: nextMark()))
        case .tableRow:
            beginLine()
            isFirstCell = true
        case .tableCell:
            writing.begin(node)
            write(isFirstCell ? "" : " | ")
            isFirstCell = false
        case .strikethrough: write("~~")
        case CMARK_NODE_FOOTNOTE_REFERENCE: write("[\(node.literal)]")
        default: break
        }
    }

    private mutating func leave(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, .tableRow: write("\n")
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: containers.removeLast()
        case .strikethrough: write("~~")
        default: break
        }
    }

    /// The mark of the next item of the innermost list.
    private mutating func nextMark() -> String? {
        guard case .list(let isOrdered, let number) = containers.last else { return nil }
        containers[containers.count - 1] = .list(isOrdered: isOrdered, next: number + 1)
        return isOrdered ? "\(number). " : "• "
    }

    private mutating func beginLine() {
        for (index, container) in containers.enumerated() {
            switch container {
            case .quotation(let mark): write(mark)
            case .list: break
            // Pages fold ordinary spaces, but not this one.
            case .item(let mark): write(mark ?? "\u{2003}")
            }
            if case .item = container { containers[index] = .item(mark: nil) }
        }
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func writeLines(_ block: String) {
        for line in block.split(separator: "\n") {
            beginLine()
            write(line + "\n")
        }
    }
}

extension String {
    /// The text itself if it is short enough; otherwise its beginning, cut at a space, with an ellipsis.
    package func cut(to limit: Int) -> String {
        // Most texts are short, and counting bytes is faster than counting characters.
        guard utf8.count > limit, let limit = place(of: limit), limit < endIndex else { return self }
        let head = self[..<limit]
        return head[..<(head.utf8.lastIndex(of: UInt8(ascii: " ")) ?? limit)] + "…"
    }

    /// The index after `count` characters.
    private func place(of count: Int) -> Index? {
        var text = self
        // Typographic marks are common, so they count as simple too.
        let bytes = text.withUTF8 { $0.length(ofSimpleCharacters: count) }
        return bytes.map { utf8.index(startIndex, offsetBy: $0) }
            ?? index(startIndex, offsetBy: count, limitedBy: endIndex)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The length in bytes of the first characters, if they and the next one are simple: ASCII except carriage
    /// returns, other Latin letters below U+0300, and marks such as quotation marks and dashes (U+2010 to
    /// U+203F). None of them joins another to one character.
    fileprivate func length(ofSimpleCharacters number: Int) -> Int? {
        var (place, characters) = (0, 0)
        while place < count {
            let length: Int
            switch self[place] {
            case UInt8(ascii: "\r"): return nil
            case ..<0x80: length = 1
            case 0xC2...0xCB: length = 2
            case 0xE2 where self[place + 1] == 0x80 && self[place + 2] >= 0x90: length = 3
            default: return nil
            }
            if characters == number { return place }
            place += length
            characters += 1
        }
        return place
    }
}
