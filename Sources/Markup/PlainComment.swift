/// The short way for a comment in which nothing means anything to CommonMark or to the links that it makes of bare addresses:
/// sentences, lines and paragraphs. Most comments are like that, and are written without being parsed.
enum PlainComment {
    /// Writes exactly what `Markdown` makes of the text, or gives `false` and writes nothing, for every text of which that is not
    /// certain.
    static func write(_ text: String, to out: inout [UInt8]) -> Bool {
        var text = text
        let beginning = out.count
        let isPlain = text.withUTF8 { utf8 in
            guard let first = utf8.first, first != lineEnd, first != byteOrderMark, !startsWithMark(utf8, at: 0),
                let last = utf8.last, last != lineEnd, last != blank
            else { return false }
            out.append("<p dir=\"auto\">")
            guard write(utf8, to: &out) else { return false }
            out.append("</p>\n")
            return true
        }
        if !isPlain { out.removeLast(out.count - beginning) }
        return isPlain
    }

    /// Writes lines and paragraphs in one pass, and stops with `false` at what may mean something.
    private static func write(_ utf8: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) -> Bool {
        needsALook.withUnsafeBufferPointer { needsALook in
            var start = 0
            var index = 0
            while index < utf8.count {
                guard needsALook[Int(utf8[index])] else {
                    index += 1
                    continue
                }
                guard !mayMeanSomething(utf8, at: index) else { return false }
                let end = index
                if utf8[index] == lineEnd {
                    repeat { index += 1 } while utf8[index] == lineEnd
                    guard !startsWithMark(utf8, at: index) else { return false }
                    out.append(contentsOf: utf8[start..<end])
                    out.append(index - end == 1 ? "<br>\n" : "</p>\n<p dir=\"auto\">")
                    start = index
                } else if let (length, replacement) = Escape.replacement(at: index, in: utf8) {
                    out.append(contentsOf: utf8[start..<end])
                    out.append(replacement)
                    index += length
                    start = index
                } else {
                    index += 1
                }
            }
            out.append(contentsOf: utf8[start...])
            return true
        }
    }

    /// Whether a byte may mean something beside its neighbours.
    private static func mayMeanSomething(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let before = index > 0 ? utf8[index - 1] : lineEnd
        let after = index + 1 < utf8.count ? utf8[index + 1] : lineEnd
        switch Unicode.Scalar(utf8[index]) {
        // A blank at the end of a line is dropped; two are a break.
        case "\n": return before == blank
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
    private static func startsWithMark(_ utf8: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        switch Unicode.Scalar(utf8[start]) {
        case " ", "#", ">", "-", "+", "=", "|": return true
        case "0"..."9":
            let end = utf8[start...].first { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return end == UInt8(ascii: ".") || end == UInt8(ascii: ")")
        default: return false
        }
    }

    private static let lineEnd = UInt8(ascii: "\n")
    private static let blank = UInt8(ascii: " ")
    /// The first of its three bytes. It is dropped from the beginning of a text.
    private static let byteOrderMark: UInt8 = 0xEF

    /// For each byte, whether it may mean something or must be escaped.
    private static let needsALook: [Bool] = (0...UInt8.max).map { byte in
        switch Unicode.Scalar(byte) {
        case "\\", "`", "*", "_", "[", "]", "@", "~", ":", ".": true
        default: Escape.mayNeedReplacement[Int(byte)]
        }
    }
}
