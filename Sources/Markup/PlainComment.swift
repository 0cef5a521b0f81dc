/// The short way for a comment in which little means anything to CommonMark or to the links that it makes of bare addresses:
/// sentences, lines and paragraphs; simple lists, quotations, emphasis and links (`PlainMarks.swift`). Most comments are like that,
/// and are written without being parsed.
enum PlainComment {
    /// Writes exactly what `Markdown` makes of the text, or gives `false` and writes nothing, for every text of which that is not
    /// certain.
    static func write(_ text: String, to out: inout [UInt8]) -> Bool { write(text, to: &out, asWords: false) }

    /// Whether the text is nothing but sentences, lines and paragraphs: its words without marks are the text itself.
    static func isWords(_ text: String) -> Bool {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count * 5 / 4 + 64)
        return write(text, to: &out, asWords: true)
    }

    private static func write(_ text: String, to out: inout [UInt8], asWords: Bool) -> Bool {
        var text = text
        let beginning = out.count
        let isPlain = text.withUTF8 { utf8 in
            guard let first = utf8.first, first != lineEnd, first != byteOrderMark, let last = utf8.last,
                last != lineEnd, last != blank
            else { return false }
            var writing = PlainWriting(utf8: utf8, asWords: asWords)
            return writing.write(to: &out)
        }
        if !isPlain { out.removeLast(out.count - beginning) }
        return isPlain
    }

    /// Whether a byte may mean something beside its neighbours.
    static func mayMeanSomething(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let before = index > 0 ? utf8[index - 1] : lineEnd
        let after = index + 1 < utf8.count ? utf8[index + 1] : lineEnd
        switch Unicode.Scalar(utf8[index]) {
        // `&copy;` and `&#169;`
        case "&": return after != blank
        // `https://`
        case ":": return after == UInt8(ascii: "/")
        // `www.`
        case ".": return before | 0x20 == UInt8(ascii: "w") && index > 1 && utf8[index - 2] | 0x20 == before | 0x20
        case "\"", "'", ">", "\u{80}"...: return false
        default: return true
        }
    }

    /// Whether a line begins like a heading, a list, a quotation, a rule, code or the underline of a heading.
    static func startsWithMark(_ utf8: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        switch Unicode.Scalar(utf8[start]) {
        case "\n", " ", "#", ">", "-", "+", "=", "|": return true
        case "0"..."9":
            let end = utf8[start...].first { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return end == UInt8(ascii: ".") || end == UInt8(ascii: ")")
        default: return false
        }
    }

    static let lineEnd = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")
    /// The first of its three bytes. It is dropped from the beginning of a text.
    private static let byteOrderMark: UInt8 = 0xEF

    /// For each byte, whether it may mean something or must be escaped.
    static let needsALook: [Bool] = (0...UInt8.max).map { byte in
        switch Unicode.Scalar(byte) {
        case "\\", "`", "*", "_", "[", "]", "@", "~", ":", ".": true
        default: Escape.mayNeedReplacement[Int(byte)]
        }
    }
}
