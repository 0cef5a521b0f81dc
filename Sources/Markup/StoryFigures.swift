import CCMarkGFM

/// The pictures and link cards of a story: paragraphs that hold only a picture or an address.
extension StoryRendering {
    /// Whether a paragraph needs nothing more: a card stands in its place, or readers may not see its picture.
    mutating func replaces(_ paragraph: MarkdownNode) -> Bool {
        guard paragraph.kind == CMARK_NODE_PARAGRAPH, let content = paragraph.onlyChild else { return false }
        if let number = content.pictureNumber {
            figure = additions.figure(number)
            if figure == nil { hideReferences(in: content) }
            return figure == nil
        }
        guard let card = additions.card, let address = paragraph.cardAddress, let html = card(address) else {
            return false
        }
        out.append(html)
        return true
    }

    /// Begins the paragraph of a picture that readers may see.
    mutating func open(_ figure: StoryFigure, in paragraph: MarkdownNode) -> StaticString {
        out.append(figure.beginning)
        if paragraph.firstChild?.firstChild != nil { return opened("<p class=\"caption\">", "</p>\n") }
        if !figure.caption.isEmpty { out.append("<p class=\"caption\">\(figure.caption)</p>\n") }
        return ""
    }
}

extension MarkdownNode {
    /// The number of the picture that is all that a paragraph holds.
    var placedPicture: Int64? { kind == CMARK_NODE_PARAGRAPH ? onlyChild?.pictureNumber : nil }

    fileprivate var onlyChild: MarkdownNode? {
        guard let child = firstChild, cmark_node_next(child.pointer) == nil else { return nil }
        return child
    }

    fileprivate var pictureNumber: Int64? {
        guard kind == CMARK_NODE_IMAGE else { return nil }
        let address = address
        guard address.hasPrefix(Markdown.pictureScheme) else { return nil }
        let digits = address.dropFirst(Markdown.pictureScheme.count)
        return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(digits) : nil
    }

    /// The address that is all that a paragraph holds, if nothing stands around the paragraph: no list, quotation,
    /// box or footnote.
    var cardAddress: SafeURL? {
        guard kind == CMARK_NODE_PARAGRAPH, let parent = cmark_node_parent(pointer),
            cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT
        else { return nil }
        return onlyChild?.loneAddress
    }

    /// The address of an autolink, or an address that is written as text.
    fileprivate var loneAddress: SafeURL? {
        if kind == CMARK_NODE_LINK {
            guard let text = onlyChild, text.kind == CMARK_NODE_TEXT, text.literal == address else { return nil }
            return SafeURL(address)
        }
        guard kind == CMARK_NODE_TEXT, literalBytes.starts(with: "http".utf8) else { return nil }
        return SafeURL(literal)
    }
}

extension Markdown {
    static let pictureScheme = "picture:"

    /// Whether a text may place pictures. The answer needs no parser, and is sometimes yes for a text without any.
    package static func mayPlacePictures(_ text: String) -> Bool { text.contains(pictureScheme) }

    /// Whether a line of a text begins with an address, after spaces and one `<` or `[`. Only then can the text have
    /// cards. The answer needs no parser.
    package static func mayHaveCards(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
            let start = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let isOpened = start.first == UInt8(ascii: "<") || start.first == UInt8(ascii: "[")
            return start.dropFirst(isOpened ? 1 : 0).starts(with: "http".utf8)
        }
    }
}
