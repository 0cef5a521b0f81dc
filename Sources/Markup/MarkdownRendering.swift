import CCMarkGFM

extension Markdown {
    /// The body of a story: crossheads, paragraphs, quotations, lists, emphasis and links. The dateline, which is stored apart
    /// from the text, opens the first paragraph.
    package static func story(_ text: String, dateline: HTML? = nil) -> HTML {
        Rendering(style: .story, dateline: dateline).render(Markdown(text))
    }

    /// A reader's comment: paragraphs, emphasis, quotation, lists and links (`rel="ugc nofollow noopener"`). Everything else
    /// is shown as text. Paragraphs find their own direction.
    package static func comment(_ text: String) -> HTML {
        var out = HTML()
        out.write(comment: text)
        return out
    }

    /// The long way, which every text can take.
    static func parsedComment(_ text: String) -> HTML {
        Rendering(style: .comment).render(Markdown(text, linkingBareAddresses: true))
    }
}

/// One walk over a text, writing HTML. What is opened is closed by the same entry of `open`, so that the result always nests.
private final class Rendering {
    enum Style { case story, comment }

    /// Quotations and lists deeper than this lose their indentation and keep their words.
    private static let deepestBlock = 6
    private static let deepestInline = 8

    private let style: Style
    /// What the next paragraph begins with.
    private var dateline: HTML?
    private var out = HTML()
    private var open: [HTML] = []
    private var blockDepth = 0
    private var inlineDepth = 0
    private var linkDepth = 0

    init(style: Style, dateline: HTML? = nil) {
        self.style = style
        self.dateline = dateline
    }

    func render(_ text: Markdown) -> HTML {
        text.walk { node, entering in
            if entering { enter(node) } else { leave(node) }
        }
        return dateline.map { "<p>\($0)</p>\n\(out)" } ?? out
    }

    private func enter(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: out.append(HTML(text: node.literal))
        case CMARK_NODE_CODE: out.append(style == .story ? "<code>\(node.literal)</code>" : HTML(text: node.literal))
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE_BLOCK: out.append(literalBlock(node))
        case CMARK_NODE_SOFTBREAK: out.append(style == .story ? "\n" : "<br>\n")
        case CMARK_NODE_LINEBREAK: out.append("<br>\n")
        case CMARK_NODE_THEMATIC_BREAK: out.append(style == .story ? "<hr>\n" : "")
        default:
            let (opening, closing) = tags(node)
            out.append(opening)
            open.append(closing)
        }
    }

    private func leave(_ node: MarkdownNode) {
        switch node.kind {
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST: blockDepth -= 1
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: inlineDepth -= 1
        case CMARK_NODE_LINK: linkDepth -= 1
        default: break
        }
        if let closing = open.popLast() { out.append(closing) }
    }

    private func tags(_ node: MarkdownNode) -> (HTML, HTML) {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH: (paragraph, "</p>\n")
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_BLOCK_QUOTE: block("<blockquote>\n", "</blockquote>\n")
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_ITEM: blockDepth <= Self.deepestBlock ? ("<li>", "</li>\n") : ("", "")
        case CMARK_NODE_EMPH: inline("<em>", "</em>")
        case CMARK_NODE_STRONG: inline("<strong>", "</strong>")
        case CMARK_NODE_LINK: link(node)
        default: ("", "")
        }
    }

    private var paragraph: HTML {
        guard style == .story else { return "<p dir=\"auto\">" }
        defer { dateline = nil }
        return "<p>\(dateline)"
    }

    private func heading(_ node: MarkdownNode) -> (HTML, HTML) {
        guard style == .story else { return (paragraph, "</p>\n") }
        return node.headingLevel <= 2 ? ("<h2 class=\"crosshead\">", "</h2>\n") : ("<h3>", "</h3>\n")
    }

    private func block(_ opening: HTML, _ closing: HTML) -> (HTML, HTML) {
        blockDepth += 1
        return blockDepth <= Self.deepestBlock ? (opening, closing) : ("", "")
    }

    private func list(_ node: MarkdownNode) -> (HTML, HTML) {
        guard node.isOrdered else { return block("<ul>\n", "</ul>\n") }
        return block(node.listStart == 1 ? "<ol>\n" : "<ol start=\"\(node.listStart)\">\n", "</ol>\n")
    }

    private func inline(_ opening: HTML, _ closing: HTML) -> (HTML, HTML) {
        inlineDepth += 1
        return inlineDepth <= Self.deepestInline ? (opening, closing) : ("", "")
    }

    private func link(_ node: MarkdownNode) -> (HTML, HTML) {
        linkDepth += 1
        guard linkDepth == 1, let address = SafeURL(node.address) else { return ("", "") }
        return style == .story
            ? ("<a href=\"\(address)\">", "</a>")
            : ("<a href=\"\(address)\" rel=\"ugc nofollow noopener\">", "</a>")
    }

    private func literalBlock(_ node: MarkdownNode) -> HTML {
        let lines = node.literal.split(separator: "\n", omittingEmptySubsequences: true).map { HTML(text: $0) }
        return "\(paragraph)\(lines.joined(separator: "<br>\n"))</p>\n"
    }
}
