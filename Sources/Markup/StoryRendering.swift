import CCMarkGFM

extension Markdown {
    /// The body of a story: crossheads, paragraphs, quotations, lists, tables, columns made of spaces,
    /// emphasis, struck text and links. The dateline is stored apart from the text and opens the first
    /// paragraph.
    package static func story(_ text: String, dateline: HTML? = nil, words: SpokenWords = SpokenWords()) -> HTML {
        StoryRendering(dateline: dateline, words: words, length: text.utf8.count * 5 / 4).render(Markdown(text))
    }

    /// A reader's comment: paragraphs, emphasis, quotations, lists and links (`rel="ugc nofollow noopener"`),
    /// in a separate markup that is not CommonMark. Everything else is shown as text. Each paragraph has its
    /// own text direction.
    package static func comment(_ text: String) -> HTML {
        var out = HTML()
        out.write(comment: text)
        return out
    }
}

/// The words in the body of a story that only screen readers announce.
package struct SpokenWords: Sendable {
    /// The name of a table, by its number in the text.
    package var table: @Sendable (_ number: Int) -> String
    /// Stands before struck text.
    package var struck: String

    package init(table: @escaping @Sendable (Int) -> String = { "\($0)" }, struck: String = "") {
        self.table = table
        self.struck = struck
    }
}

/// Writes a text as HTML in one walk. Each opening tag pushes its closing tag onto `open`, so the result
/// always nests.
final class StoryRendering {
    /// The greatest depth of quotations and lists. Deeper ones keep their words but lose their indentation.
    private static let deepestBlock = 6
    private static let deepestInline = 8

    let words: SpokenWords
    /// The dateline with which the next paragraph begins.
    private var dateline: HTML?
    var out = HTML()
    var progress = TableProgress()
    private var open: [StaticString] = []
    private var blockDepth = 0
    private var inlineDepth = 0
    private var linkDepth = 0

    /// `length` is an estimate of the output's length in bytes.
    init(dateline: HTML?, words: SpokenWords, length: Int) {
        self.dateline = dateline
        self.words = words
        out.line.reserveCapacity(length)
    }

    func render(_ text: Markdown) -> HTML {
        text.walk { node, entering in
            if entering { enter(node) } else { leave(node) }
        }
        return dateline.map { "<p>\($0)</p>\n\(out)" } ?? out
    }

    private func enter(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: write(node.literalBytes)
        case CMARK_NODE_CODE: writeCode(node)
        case CMARK_NODE_HTML_BLOCK: writeLiteralBlock(node)
        case CMARK_NODE_CODE_BLOCK: writeColumns(node)
        case CMARK_NODE_SOFTBREAK: out.write("\n")
        case CMARK_NODE_LINEBREAK: out.write("<br>\n")
        case CMARK_NODE_THEMATIC_BREAK: out.write("<hr>\n")
        default: open.append(writeOpening(of: node))
        }
    }

    private func leave(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST: blockDepth -= 1
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, .strikethrough: inlineDepth -= 1
        case CMARK_NODE_LINK: linkDepth -= 1
        default: break
        }
        if let closing = open.popLast() { out.write(closing) }
    }

    /// Writes a node's opening tag, and returns its closing tag.
    private func writeOpening(of node: MarkdownNode) -> StaticString {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH: paragraph()
        case CMARK_NODE_HEADING:
            node.headingLevel <= 2 ? opened("<h2 class=\"crosshead\">", "</h2>\n") : opened("<h3>", "</h3>\n")
        case CMARK_NODE_BLOCK_QUOTE: block("<blockquote>\n", "</blockquote>\n")
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_ITEM: blockDepth <= Self.deepestBlock ? opened("<li>", "</li>\n") : ""
        case CMARK_NODE_EMPH: inline("<em>", "</em>")
        case CMARK_NODE_STRONG: inline("<strong>", "</strong>")
        case .strikethrough: struck()
        case CMARK_NODE_LINK: link(node)
        case .table: table(node)
        case .tableRow: row(node)
        case .tableCell: cell(node)
        default: ""
        }
    }

    func opened(_ opening: StaticString, _ closing: StaticString) -> StaticString {
        out.write(opening)
        return closing
    }

    private func paragraph() -> StaticString {
        out.write("<p>")
        if let dateline { out.append(dateline) }
        dateline = nil
        return "</p>\n"
    }

    private func block(_ opening: StaticString, _ closing: StaticString) -> StaticString {
        blockDepth += 1
        return blockDepth <= Self.deepestBlock ? opened(opening, closing) : ""
    }

    private func list(_ node: MarkdownNode) -> StaticString {
        guard node.isOrdered else { return block("<ul>\n", "</ul>\n") }
        guard node.listStart != 1 else { return block("<ol>\n", "</ol>\n") }
        let closing = block("<ol start=\"", "</ol>\n")
        guard blockDepth <= Self.deepestBlock else { return closing }
        out.write(Int64(node.listStart))
        out.write("\">\n")
        return closing
    }

    private func inline(_ opening: StaticString, _ closing: StaticString) -> StaticString {
        inlineDepth += 1
        return inlineDepth <= Self.deepestInline ? opened(opening, closing) : ""
    }

    /// Struck text. Most screen readers ignore `del`, so a hidden word announces it.
    private func struck() -> StaticString {
        let closing = inline("<del>", "</del>")
        if inlineDepth <= Self.deepestInline { out.append("<span class=\"unseen\">\(words.struck) </span>") }
        return closing
    }

    private func link(_ node: MarkdownNode) -> StaticString {
        linkDepth += 1
        guard linkDepth == 1, let address = SafeURL(node.address) else { return "" }
        out.write("<a href=\"")
        Escape.append(address.text, to: &out.line)
        out.write("\">")
        return "</a>"
    }

    func write(_ literal: UnsafeBufferPointer<UInt8>) { Escape.append(literal, to: &out.line) }

    private func writeCode(_ node: MarkdownNode) {
        out.write("<code>")
        write(node.literalBytes)
        out.write("</code>")
    }

    private func writeLiteralBlock(_ node: MarkdownNode) {
        let closing = paragraph()
        let lines = node.literal.split(separator: "\n", omittingEmptySubsequences: true).map { HTML(text: $0) }
        out.append(lines.joined(separator: "<br>\n"))
        out.write(closing)
    }
}
