/// The effect of an element in a story's body on the text. HTML and NITF share the names that matter, and no name
/// has two meanings.
enum Tag {
    case hidden, figure, paragraph, group, head, section, quotation, rule, lineBreak, preformatted, table
    case heading(level: Int)
    case list(isOrdered: Bool)
    case definitions
    case superscript, `subscript`, quote, fraction
    case inline

    init(_ name: String) {
        self = Self.byName[name] ?? .inline
    }

    private static let byName: [String: Tag] = {
        var tags: [String: Tag] = [
            "figure": .figure, "header": .head, "p": .paragraph, "citat": .paragraph, "section": .section, "hr": .rule,
            "br": .lineBreak,
            "pre": .preformatted, "listing": .preformatted, "verse": .preformatted, "table": .table,
            "h1": .heading(level: 2), "h2": .heading(level: 2), "hl1": .heading(level: 2), "hl2": .heading(level: 2),
            "rubrik": .heading(level: 2), "mellis": .heading(level: 2),
            "h3": .heading(level: 3), "h4": .heading(level: 3), "h5": .heading(level: 3), "h6": .heading(level: 3),
            "ul": .list(isOrdered: false), "menu": .list(isOrdered: false), "dir": .list(isOrdered: false),
            "ol": .list(isOrdered: true), "dl": .definitions, "blockquote": .quotation, "bq": .quotation,
            "sup": .superscript, "sub": .subscript, "q": .quote, "frac": .fraction,
        ]
        for name in hiddenNames { tags[name] = .hidden }
        for name in groupNames { tags[name] = .group }
        return tags
    }()

    /// Elements that have no text of the story. The `media` of NITF and the `bild` of TT's markup hold a picture
    /// with its caption.
    private static let hiddenNames = [
        "applet", "audio", "bild", "canvas", "embed", "head", "iframe", "img", "link", "map", "media", "meta",
        "noscript",
        "object", "picture", "script", "select", "style", "svg", "template", "textarea", "title", "video",
        "nitf-table-metadata",
    ]

    /// Elements that begin and end a line.
    private static let groupNames = [
        "address", "article", "aside", "block", "body", "caption", "center", "dd", "details", "div", "dt", "fieldset",
        "figcaption", "footer", "form", "hgroup", "ingress", "legend", "li", "main", "nav", "nitf-table", "note",
        "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
    ]
}

extension InlineText.Style {
    /// The style of the text in an element.
    func inside(_ element: XMLElement) -> Self {
        var style = self
        switch element.name {
        // A link stays in one piece, so emphasis inside it is ignored.
        case "strong", "b": style.isStrong = isStrong || link == nil
        case "em", "i", "cite": style.isEmphasised = isEmphasised || link == nil
        // Deleted text must never read like valid text, so it is not linked.
        case "del", "s", "strike": (style.isDeleted, style.link) = (true, nil)
        case "a" where !isDeleted: style.link = element["href"].flatMap(Self.address) ?? link
        default: break
        }
        return style
    }

    /// An address that a story may link to: `http` or `https`, at most 2,000 bytes. Characters that could
    /// break Markdown are percent-encoded.
    private static func address(_ text: String) -> String? {
        let text = text.collapsed
        let start = text.prefix(8).lowercased()
        guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return nil }
        let encoded = text.utf8.map { byte in
            let isPlain = (0x21...0x7E).contains(byte) && !"\"()<>\\^`{|}".utf8.contains(byte)
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return encoded.utf8.count <= 2_000 ? encoded : nil
    }
}
