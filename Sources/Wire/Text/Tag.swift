/// What an element in a story's body does to the text. XHTML and NITF share the names that matter, and no
/// name has two meanings.
enum Tag {
    case hidden, paragraph, section, quotation, rule, lineBreak, cell
    case heading(level: Int)
    case list(isOrdered: Bool)
    case inline((InlineText.Style, XMLElement) -> InlineText.Style)

    init(_ name: String) {
        switch name {
        case "script", "style", "head", "title", "template", "media": self = .hidden
        case "p": self = .paragraph
        case "h1", "h2", "hl1", "hl2": self = .heading(level: 2)
        case "h3", "h4", "h5", "h6": self = .heading(level: 3)
        case "ul": self = .list(isOrdered: false)
        case "ol": self = .list(isOrdered: true)
        case "blockquote", "bq": self = .quotation
        case "hr": self = .rule
        case "br": self = .lineBreak
        case "td", "th": self = .cell
        case "address", "article", "aside", "block", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
            "figcaption", "figure", "footer", "form", "header", "li", "main", "nav", "note", "pre", "section", "table",
            "tr":
            self = .section
        default: self = .inline(Self.change(name))
        }
    }

    private static func change(_ name: String) -> (InlineText.Style, XMLElement) -> InlineText.Style {
        { style, element in
            var style = style
            switch name {
            // A link stays in one piece, so emphasis inside it is ignored.
            case "strong", "b": style.isStrong = style.isStrong || style.link == nil
            case "em", "i", "cite": style.isEmphasised = style.isEmphasised || style.link == nil
            case "a": style.link = element["href"].flatMap(address) ?? style.link
            default: break
            }
            return style
        }
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
