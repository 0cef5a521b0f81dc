/// Scans the markup of a document before the parser does, and refuses input that would cost the parser too
/// much: document types with their entities, and huge tags. (libxml2 compares the attributes of a tag with
/// each other, and each prefix with all declared namespaces.)
struct XMLGate {
    static let longestTag = 65_536
    static let mostAttributes = 64

    private let source: XMLSource

    private init(_ source: XMLSource) { self.source = source }

    /// Refuses document type declarations, tags longer than 64 KB and elements with more than 64 attributes.
    static func check(_ source: XMLSource) throws(Objection) {
        let gate = XMLGate(source)
        var index = source.bytes.startIndex
        while let next = try gate.endOfMarkup(from: index) { index = next }
    }

    /// The end of the next piece of markup. `nil` if there is none or if it does not end, which the parser
    /// reports.
    private func endOfMarkup(from start: Int) throws(Objection) -> Int? {
        let bytes = source.bytes
        guard let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        let rest = bytes[open...]
        if rest.starts(with: "<!--".utf8) { return end(of: "-->", from: open + 4) }
        if rest.starts(with: "<![CDATA[".utf8) { return end(of: "]]>", from: open + 9) }
        if rest.starts(with: "<?".utf8) { return end(of: "?>", from: open + 2) }
        if rest.starts(with: "<!".utf8) {
            throw objection(
                at: open, "The file declares a document type, which may define entities and is not allowed.")
        }
        return try endOfTag(from: open)
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
        var quote: UInt8?
        var attributes = 0
        for index in open..<source.bytes.endIndex {
            let byte = source.bytes[index]
            guard index - open < Self.longestTag else { throw objection(at: open, "A tag is longer than 64 KB.") }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "=") {
                attributes += 1
                guard attributes <= Self.mostAttributes else {
                    throw objection(at: open, "An element has more than \(Self.mostAttributes) attributes.")
                }
            }
        }
        return nil
    }

    private func objection(at index: Int, _ reason: String) -> Objection {
        Objection(line: source.line(at: index), reason)
    }
}
