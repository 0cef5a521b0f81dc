import CCMarkGFM

extension Markdown {
    /// The text without markup, one line for each paragraph, each row of a table and each line of columns. A
    /// line shows what the words alone would not: `> ` for each quotation, `• ` or `3. ` for a list item, an
    /// indent inside a list item, ` | ` between cells, and `~~` around struck text.
    package var plainText: String {
        var lines = PlainLines()
        walk { node, entering in
            if entering { lines.enter(node) } else { lines.leave(node) }
        }
        return lines.text
    }

    /// The text of a reader's comment as shown, with the marks of quotations and list items. It is cut at a
    /// word to `limit` characters, with an ellipsis.
    package static func excerpt(ofComment text: String, limit: Int) -> String {
        CommentMarkup.words(of: text).cut(to: limit)
    }

    /// The first paragraph that is not a crosshead, as plain text without struck words. It is cut at a word to
    /// `limit` characters, with an ellipsis.
    package func opening(limit: Int) -> String {
        var paragraph = ""
        var isInside = false
        var isDone = false
        var struck = 0
        walk { node, entering in
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
        case quotation
        case list(isOrdered: Bool, next: Int)
        /// The mark is `nil` after the first line of the item.
        case item(mark: String?)
    }

    private(set) var text = ""
    private var containers: [Container] = []
    private var isFirstCell = true

    mutating func enter(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: text += node.literal
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE_BLOCK: writeLines(node.literal)
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: beginLine()
        case CMARK_NODE_BLOCK_QUOTE: containers.append(.quotation)
        case CMARK_NODE_LIST: containers.append(.list(isOrdered: node.isOrdered, next: node.listStart))
        case CMARK_NODE_ITEM: containers.append(.item(mark: nextMark()))
        case .tableRow:
            beginLine()
            isFirstCell = true
        case .tableCell:
            text += isFirstCell ? "" : " | "
            isFirstCell = false
        case .strikethrough: text += "~~"
        default: break
        }
    }

    mutating func leave(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, .tableRow: text += "\n"
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: containers.removeLast()
        case .strikethrough: text += "~~"
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
            case .quotation: text += "> "
            case .list: break
            // Pages fold ordinary spaces, but not this one.
            case .item(let mark): text += mark ?? "\u{2003}"
            }
            if case .item = container { containers[index] = .item(mark: nil) }
        }
    }

    private mutating func writeLines(_ block: String) {
        for line in block.split(separator: "\n") {
            beginLine()
            text += line + "\n"
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

    /// The index after `count` characters. If all bytes up to there are ASCII without carriage returns, each
    /// byte is one character.
    private func place(of count: Int) -> Index? {
        let isPlain = utf8.prefix(count + 1).allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
        return isPlain
            ? utf8.index(startIndex, offsetBy: count) : index(startIndex, offsetBy: count, limitedBy: endIndex)
    }
}
