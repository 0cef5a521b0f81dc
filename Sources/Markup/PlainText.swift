import CCMarkGFM

extension Markdown {
    /// The words without their marks, paragraphs separated by a line end.
    package var plainText: String {
        var out = ""
        walk { node, entering in
            switch (node.kind, entering) {
            case (CMARK_NODE_TEXT, true), (CMARK_NODE_CODE, true), (CMARK_NODE_HTML_INLINE, true),
                (CMARK_NODE_HTML_BLOCK, true), (CMARK_NODE_CODE_BLOCK, true):
                out += node.literal
            case (CMARK_NODE_SOFTBREAK, true), (CMARK_NODE_LINEBREAK, true): out += " "
            case (CMARK_NODE_PARAGRAPH, false), (CMARK_NODE_HEADING, false): out += "\n"
            default: break
            }
        }
        return out
    }

    /// The words of a reader's comment as they are shown, with what quotes or numbers them, cut at a word to `limit`
    /// characters with an ellipsis.
    package static func excerpt(ofComment text: String, limit: Int) -> String {
        CommentMarkup.words(of: text).cut(to: limit)
    }

    /// The first paragraph that is no crosshead, as plain text, cut at a word to `limit` characters with an ellipsis.
    package func opening(limit: Int) -> String {
        var paragraph = ""
        var isInside = false
        var isDone = false
        walk { node, entering in
            guard !isDone else { return }
            switch node.kind {
            case CMARK_NODE_PARAGRAPH:
                isInside = entering
                isDone = !entering && !paragraph.isEmpty
            case _ where !isInside: break
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: paragraph += node.literal
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: paragraph += " "
            default: break
            }
        }
        return paragraph.cut(to: limit)
    }
}

extension String {
    /// The text itself where it is short enough; else its beginning, cut at a space, with an ellipsis.
    package func cut(to limit: Int) -> String {
        // Most texts are short, and their bytes are counted faster than their characters.
        guard utf8.count > limit, let limit = place(of: limit), limit < endIndex else { return self }
        let head = self[..<limit]
        return head[..<(head.utf8.lastIndex(of: UInt8(ascii: " ")) ?? limit)] + "…"
    }

    /// Where so many characters end. Up to a character of more than one byte, or one of two, they are bytes.
    private func place(of count: Int) -> Index? {
        let isPlain = utf8.prefix(count + 1).allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
        return isPlain
            ? utf8.index(startIndex, offsetBy: count) : index(startIndex, offsetBy: count, limitedBy: endIndex)
    }
}
