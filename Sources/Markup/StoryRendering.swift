import CCMarkGFM

extension Markdown {
    /// The body of a story: crossheads, paragraphs, quotations, lists, tables, columns made of spaces,
    /// emphasis, struck text and links. The dateline is stored apart from the text and opens the first
    /// paragraph. Code and addresses stay as they were sent.
    package static func story(
        _ text: String, _ typography: Typography = .asSent, dateline: HTML? = nil, words: SpokenWords = SpokenWords(),
        additions: StoryAdditions = StoryAdditions()
    ) -> HTML {
        let writing = CorrectedWriting(typography.mayChange(text) ? typography : nil)
        var rendering = StoryRendering(
            writing: writing, dateline: dateline, words: words, additions: additions,
            length: text.utf8.count * 5 / 4)
        return rendering.render(Markdown(text))
    }
}

/// Writes a text as HTML in one walk. Each opening tag pushes its closing tag onto `open`, so the result
/// always nests.
struct StoryRendering {
    /// The greatest depth of quotations and lists. Deeper ones keep their words but lose their indentation.
    private static let deepestBlock = 6

    let words: SpokenWords
    let additions: StoryAdditions
    var writing: CorrectedWriting
    /// The dateline with which the next paragraph begins.
    private var dateline: HTML?
    var out = HTML()
    var progress = TableProgress()
    var footnotes = FootnoteProgress()
    var boxes = BoxProgress()
    /// The picture whose paragraph is being written.
    var figure: StoryFigure?
    private var open: [StaticString] = []
    private var blockDepth = 0
    var inlineDepth = 0
    var linkDepth = 0

    /// `length` is an estimate of the output's length in bytes.
    init(
        writing: CorrectedWriting, dateline: HTML?, words: SpokenWords, additions: StoryAdditions, length: Int
    ) {
        self.writing = writing
        self.dateline = dateline
        self.words = words
        self.additions = additions
        out.line.reserveCapacity(length)
    }

    mutating func render(_ text: Markdown) -> HTML {
        write(MarkdownNode(pointer: text.root))
        if let opening = dateline.take() { out = "<p>\(opening)</p>\n\(out)" }
        write(text.footnotes.all)
        return out
    }

    mutating func write(_ node: MarkdownNode) {
        node.walk(passingOver: { replaces($0) }) { node, entering in
            if entering { enter(node) } else { leave(node) }
        }
    }

    private mutating func enter(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_TEXT: writing.write(node.literalBytes, escaped: true, to: &out.line)
        case CMARK_NODE_HTML_INLINE: writeUnchanged(node.literalBytes)
        case CMARK_NODE_CODE: writeCode(node)
        case CMARK_NODE_HTML_BLOCK: writeLiteralBlock(node)
        case CMARK_NODE_CODE_BLOCK: writeColumns(node)
        case CMARK_NODE_SOFTBREAK: writeBreak("\n")
        case CMARK_NODE_LINEBREAK: writeBreak("<br>\n")
        case CMARK_NODE_THEMATIC_BREAK: out.write("<hr>\n")
        default: open.append(writeOpening(of: node))
        }
    }

    private mutating func leave(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH where figure == nil: endFootnote(with: node)
        case CMARK_NODE_BLOCK_QUOTE where node.isMarked: boxes.isInside = false
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST: blockDepth -= 1
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, .strikethrough: inlineDepth -= 1
        case CMARK_NODE_LINK: linkDepth -= 1
        default: break
        }
        if let closing = open.popLast() { out.write(closing) }
        if node.kind == CMARK_NODE_PARAGRAPH, let ended = figure.take() { out.append(ended.end) }
    }

    /// Writes a node's opening tag, and returns its closing tag.
    private mutating func writeOpening(of node: MarkdownNode) -> StaticString {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_BLOCK_QUOTE where node.isMarked: box(node)
        case CMARK_NODE_BLOCK_QUOTE: block("<blockquote>\n", "</blockquote>\n")
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_ITEM: blockDepth <= Self.deepestBlock ? opened("<li>", "</li>\n") : ""
        case CMARK_NODE_EMPH: inline("<em>", "</em>")
        case CMARK_NODE_STRONG: inline("<strong>", "</strong>")
        case .strikethrough: struck()
        case CMARK_NODE_LINK: link(node)
        case CMARK_NODE_FOOTNOTE_REFERENCE: reference(node)
        case .table: table(node)
        case .tableRow: row(node)
        case .tableCell: cell(node)
        default: ""
        }
    }

    mutating func opened(_ opening: StaticString, _ closing: StaticString) -> StaticString {
        out.write(opening)
        return closing
    }

    private mutating func heading(_ node: MarkdownNode) -> StaticString {
        writing.begin(node)
        if node.isMarked { return boxTitle() }
        return node.headingLevel <= 2
            ? opened("<h2 class=\"crosshead\">", "</h2>\n") : opened("<h3>", "</h3>\n")
    }

    private mutating func paragraph(_ node: MarkdownNode) -> StaticString {
        writing.begin(node)
        return figure.map { open($0, in: node) } ?? paragraph()
    }

    private mutating func paragraph() -> StaticString {
        out.write("<p>")
        if !boxes.isInside, let opening = dateline.take() { out.append(opening) }
        return "</p>\n"
    }

    private mutating func block(_ opening: StaticString, _ closing: StaticString) -> StaticString {
        blockDepth += 1
        return blockDepth <= Self.deepestBlock ? opened(opening, closing) : ""
    }

    private mutating func list(_ node: MarkdownNode) -> StaticString {
        guard node.isOrdered else { return block("<ul>\n", "</ul>\n") }
        guard node.listStart != 1 else { return block("<ol>\n", "</ol>\n") }
        let closing = block("<ol start=\"", "</ol>\n")
        guard blockDepth <= Self.deepestBlock else { return closing }
        out.write(Int64(node.listStart))
        out.write("\">\n")
        return closing
    }

    mutating func write(_ literal: UnsafeBufferPointer<UInt8>) { Escape.append(literal, to: &out.line) }

    /// Writes a part of a paragraph that stays as it was sent.
    private mutating func writeUnchanged(_ literal: UnsafeBufferPointer<UInt8>) {
        writing.skip(literal.count)
        write(literal)
    }

    private mutating func writeBreak(_ mark: StaticString) {
        writing.skip(1)
        out.write(mark)
    }

    private mutating func writeCode(_ node: MarkdownNode) {
        out.write("<code>")
        writeUnchanged(node.literalBytes)
        out.write("</code>")
    }

    private mutating func writeLiteralBlock(_ node: MarkdownNode) {
        let closing = paragraph()
        let lines = node.literal.split(separator: "\n", omittingEmptySubsequences: true).map { HTML(text: $0) }
        out.append(lines.joined(separator: "<br>\n"))
        out.write(closing)
    }
}
