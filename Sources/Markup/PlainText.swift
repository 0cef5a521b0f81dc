import CCMarkGFM

extension Markdown {
    /// The text without markup, one paragraph per line.
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

    /// The text of a reader's comment as shown, with the marks of quotations and list items. It is cut at a
    /// word to `limit` characters, with an ellipsis.
    package static func excerpt(ofComment text: String, limit: Int) -> String {
        CommentMarkup.words(of: text).cut(to: limit)
    }

    /// The first paragraph that is not a crosshead, as plain text. It is cut at a word to `limit` characters,
    /// with an ellipsis.
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
