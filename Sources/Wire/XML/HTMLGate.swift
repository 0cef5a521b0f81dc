/// Scans HTML before the parser does, and takes away what would cost the parser too much. (An HTML5 parser
/// opens unclosed formatting elements such as `font` again in each paragraph, but never more than three that are
/// equal: WHATWG HTML, section 13.2.4.3.)
enum HTMLGate {
    /// The limit for start tags. The parser's time grows with the square of their depth.
    static let mostTags = 20_000

    private static let formatting: Set<[UInt8]> = Set(
        ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"].map {
            Array($0.utf8)
        })

    /// The HTML without the attributes of formatting elements other than `a`, so that equal names are equal elements.
    /// Refuses more than 20,000 tags.
    static func admit(_ text: String, line: Int) throws(Objection) -> [UInt8] {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var tags = 0
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let name = bytes[(open + 1)...].prefix(10).prefix { (0x61...0x7A).contains($0 | 0x20) }
            out += bytes[index..<name.endIndex]
            index = name.endIndex
            guard !name.isEmpty else { continue }
            tags += 1
            guard tags <= mostTags else {
                throw Objection(line: line, "The HTML of this item has more than \(mostTags) elements.")
            }
            guard attributes(in: bytes[index...]) <= XMLGate.mostAttributes else {
                throw Objection(line: line, "An element has more than \(XMLGate.mostAttributes) attributes.")
            }
            if formatting.contains(name.map { $0 | 0x20 }), index < bytes.count, bytes[index].endsTagName {
                index = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
            }
        }
        return out + bytes[index...]
    }

    /// The number of attributes in a tag, from the end of its name. A quotation mark counts only after an equals
    /// sign, as for the parser.
    private static func attributes(in tag: ArraySlice<UInt8>) -> Int {
        var count = 0
        var quote: UInt8?
        var previous = UInt8(ascii: " ")
        for byte in tag {
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            if byte == UInt8(ascii: ">") || count > XMLGate.mostAttributes { break }
            if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            if previous.endsTagName, !byte.endsTagName, byte != UInt8(ascii: "=") { count += 1 }
            if !byte.endsTagName || previous != UInt8(ascii: "=") { previous = byte }
        }
        return count
    }
}

extension UInt8 {
    fileprivate var endsTagName: Bool { " \t\r\n\u{C}/".utf8.contains(self) }
}
