/// Pictures inside a body. A story's pictures come as items of their own, so these are left out.
extension XMLElement {
    /// Whether a figure has nothing to read but its caption.
    var holdsOnlyPicture: Bool { elements.allSatisfy { $0.name == "figcaption" || !$0.hasText } && !hasOwnText }

    /// A remark for each picture inside the element.
    var pictureRemarks: [Remark] {
        switch Tag(name) {
        case .figure where holdsOnlyPicture:
            [Remark(line: line, "A picture in the text is left out, with its caption.")]
        case .hidden where ["media", "bild"].contains(name):
            [Remark(line: line, "A picture in the text is left out, with its caption.")]
        // An image one pixel wide only counts readers, so it needs no remark.
        case .hidden where name == "img" && self["width"] != "1":
            [Remark(line: line, "A picture in the text is left out.")]
        case .hidden: []
        default: elements.flatMap(\.pictureRemarks)
        }
    }

    /// Whether HTML says not to show the element.
    var isInvisible: Bool {
        self["hidden"] != nil || self["style"]?.lowercased().filter { $0 != " " }.contains("display:none") == true
    }

    private var hasOwnText: Bool {
        children.contains { child in
            if case .text(let text) = child { !text.hasNothingToRead } else { false }
        }
    }

    private var hasText: Bool {
        if case .hidden = Tag(name) { return false }
        return hasOwnText || elements.contains(where: \.hasText)
    }
}
