/// Scans the markup of a document before the parser does, and refuses input that would cost the parser too
/// much: document types that declare something, and huge tags. (libxml2 compares the attributes of a tag with
/// each other, and each prefix with all declared namespaces.)
struct XMLGate {
    static let longestTag = 65_536
    static let mostAttributes = 64

    private let source: XMLSource
    /// The document type before the root element. It only names a file, which is never fetched.
    private var documentType: Range<Int>?
    private var hasTag = false

    private init(_ source: XMLSource) { self.source = source }

    /// The document with spaces in place of a document type that declares nothing itself. Refuses other
    /// document types, tags longer than 64 KB and elements with more than 64 attributes.
    static func admit(_ source: XMLSource) throws(Objection) -> XMLSource {
        var gate = XMLGate(source)
        var index = source.bytes.startIndex
        while let next = try gate.endOfMarkup(from: index) { index = next }
        return gate.documentType.map(source.blanking) ?? source
    }

    /// The end of the next piece of markup. `nil` if there is none or if it does not end, which the parser
    /// reports.
    private mutating func endOfMarkup(from start: Int) throws(Objection) -> Int? {
        let bytes = source.bytes
        guard let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        let rest = bytes[open...]
        if rest.starts(with: "<!--".utf8) { return end(of: "-->", from: open + 4) }
        if rest.starts(with: "<![CDATA[".utf8) { return end(of: "]]>", from: open + 9) }
        if rest.starts(with: "<?".utf8) { return end(of: "?>", from: open + 2) }
        if rest.starts(with: "<!".utf8) { return try endOfDocumentType(from: open) }
        hasTag = true
        return try endOfTag(from: open)
    }

    /// The end of `<!DOCTYPE name PUBLIC "…" "…">`. Refuses declarations in brackets, any other declaration, a
    /// second document type, and one inside the root element.
    private mutating func endOfDocumentType(from open: Int) throws(Objection) -> Int? {
        let end = try firstUnquoted(from: open) { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
        guard let end, source.bytes[end] == UInt8(ascii: ">"), source.bytes[open...].starts(with: "<!DOCTYPE".utf8),
            documentType == nil, !hasTag
        else {
            throw objection(at: open, "The document type of the file declares something itself, which is not allowed.")
        }
        documentType = open..<end + 1
        return end + 1
    }

    /// - Parameter mark: two or three bytes.
    private func end(of mark: StaticString, from start: Int) -> Int? {
        let mark = Array("\(mark)".utf8)
        let bytes = source.bytes
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index + 1] == mark[1], mark.count == 2 || bytes[index + 2] == mark[2] {
                return index + mark.count
            }
            index += 1
        }
        return nil
    }

    private func endOfTag(from open: Int) throws(Objection) -> Int? {
        var attributes = 0
        let end = try firstUnquoted(from: open) { byte throws(Objection) in
            if byte == UInt8(ascii: "=") { attributes += 1 }
            guard attributes <= Self.mostAttributes else {
                throw objection(at: open, "An element has more than \(Self.mostAttributes) attributes.")
            }
            return byte == UInt8(ascii: ">")
        }
        return end.map { $0 + 1 }
    }

    /// The first byte outside of quotation marks for which `isEnd` holds. Refuses markup longer than 64 KB.
    private func firstUnquoted(
        from open: Int, where isEnd: (UInt8) throws(Objection) -> Bool
    ) throws(Objection) -> Int? {
        var quote: UInt8?
        for index in open..<source.bytes.endIndex {
            let byte = source.bytes[index]
            guard index - open < Self.longestTag else { throw objection(at: open, "A tag is longer than 64 KB.") }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if try isEnd(byte) {
                return index
            }
        }
        return nil
    }

    private func objection(at index: Int, _ reason: String) -> Objection {
        Objection(line: source.line(at: index), reason)
    }
}
