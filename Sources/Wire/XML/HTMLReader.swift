import CGumbo

/// Reads HTML as browsers do, into the tree that XHTML has, with gumbo's HTML5 parser. Nothing is loaded,
/// fetched or run.
enum HTMLReader {
    /// The `html` element. Every text is HTML, so only one with too many or too deeply nested elements is
    /// refused.
    ///
    /// - Parameter line: the line of the file on which the text begins.
    static func read(_ text: String, line: Int) throws(Objection) -> XMLElement {
        let result = try HTMLGate.admit(text, line: line).withUnsafeBufferPointer {
            bytes -> Result<XMLElement, Objection> in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var options = kGumboDefaultOptions
                options.max_errors = 0
                guard let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count) else {
                    return .failure(Objection(line: line, "The HTML of this item cannot be read."))
                }
                defer { gumbo_destroy_output(&options, output) }
                let root = output.pointee.root
                return Result { () throws(Objection) in
                    try root.map { node throws(Objection) in try element(node, line: line - 1, depth: 1) }
                        ?? XMLElement(name: "html", namespace: StoryBody.xhtml, line: line)
                }
            }
        }
        return try result.get()
    }

    private static func element(
        _ node: UnsafeMutablePointer<GumboNode>, line: Int, depth: Int
    ) throws(Objection) -> XMLElement {
        let source = node.pointee.v.element
        let place = line + Int(source.start_pos.line)
        guard depth <= XMLReader.deepest else {
            throw Objection(line: place, "The elements are nested more than \(XMLReader.deepest) levels deep.")
        }
        var element = XMLElement(name: name(of: source), namespace: StoryBody.xhtml, line: max(place, line + 1))
        for attribute in members(of: source.attributes, as: GumboAttribute.self) {
            element.attributes[string(attribute.pointee.name)] = string(attribute.pointee.value)
        }
        for child in members(of: source.children, as: GumboNode.self) {
            switch child.pointee.type {
            // The parser makes an empty paragraph of a stray end tag.
            case GUMBO_NODE_ELEMENT
            where child.pointee.parse_flags.rawValue & GUMBO_INSERTION_CONVERTED_FROM_END_TAG.rawValue != 0
                && child.pointee.v.element.children.length == 0 && child.pointee.v.element.tag == GUMBO_TAG_P:
                break
            case GUMBO_NODE_ELEMENT:
                element.children.append(.element(try self.element(child, line: line, depth: depth + 1)))
            case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
                element.children.append(.text(string(child.pointee.v.text.text)))
            default: break
            }
        }
        return element
    }

    /// The name in lower case. An element that HTML does not define has its name only in the source.
    private static func name(of element: GumboElement) -> String {
        guard element.tag == GUMBO_TAG_UNKNOWN else { return string(gumbo_normalized_tagname(element.tag)) }
        var piece = element.original_tag
        gumbo_tag_from_original_text(&piece)
        guard let start = piece.data else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: piece.length), as: UTF8.self).lowercased()
    }

    private static func members<Member>(
        of vector: GumboVector, as type: Member.Type
    ) -> [UnsafeMutablePointer<Member>] {
        (0..<Int(vector.length)).compactMap { vector.data?[$0]?.assumingMemoryBound(to: type) }
    }

    /// The text without characters that no story may have, which a reference in HTML can still name.
    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        let text = text.map { String(cString: $0) } ?? ""
        guard text.unicodeScalars.contains(where: \.isForbidden) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isForbidden }))
    }
}
