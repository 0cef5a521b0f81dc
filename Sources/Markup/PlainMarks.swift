/// A walk over a plain comment, block after block and line after line, that stops with `false` at what may mean something else.
struct PlainWriting {
    let utf8: UnsafeBufferPointer<UInt8>
    /// Whether marks are not taken for what they mean, but end the walk.
    let asWords: Bool
    private var index = 0

    init(utf8: UnsafeBufferPointer<UInt8>, asWords: Bool) {
        self.utf8 = utf8
        self.asWords = asWords
    }

    mutating func write(to out: inout [UInt8]) -> Bool {
        while index < utf8.count {
            let isWritten =
                if isAt("- ") {
                    writeList(to: &out)
                } else if isAt("> ") {
                    writeQuotation(to: &out)
                } else {
                    writeParagraph(to: &out)
                }
            guard isWritten else { return false }
        }
        return true
    }

    private mutating func writeParagraph(to out: inout [UInt8]) -> Bool {
        out.append("<p dir=\"auto\">")
        while true {
            guard !PlainComment.startsWithMark(utf8, at: index), writeLine(to: &out) else { return false }
            guard endLine() == 1 else { break }
            out.append("<br>\n")
        }
        out.append("</p>\n")
        return true
    }

    /// Items of one line each, followed by an empty line and something else than more of the same.
    private mutating func writeList(to out: inout [UInt8]) -> Bool {
        out.append("<ul>\n")
        while true {
            out.append("<li>")
            guard isAt("- "), writeOnlyLine(to: &out) else { return false }
            out.append("</li>\n")
            guard endLine() == 1 else { break }
        }
        out.append("</ul>\n")
        return index == utf8.count || utf8[index] != UInt8(ascii: "-")
    }

    /// One line, followed by an empty one.
    private mutating func writeQuotation(to out: inout [UInt8]) -> Bool {
        out.append("<blockquote>\n")
        guard writeOnlyLine(to: &out) else { return false }
        out.append("</blockquote>\n")
        return endLine() != 1
    }

    /// What stands behind a mark and a blank, as a paragraph of its own.
    private mutating func writeOnlyLine(to out: inout [UInt8]) -> Bool {
        index += 2
        guard !asWords, index < utf8.count, !PlainComment.startsWithMark(utf8, at: index) else { return false }
        out.append("<p dir=\"auto\">")
        guard writeLine(to: &out) else { return false }
        out.append("</p>\n")
        return true
    }

    /// Goes behind the end of a line and empty lines; gives how many lines ended, none at the end of the text.
    private mutating func endLine() -> Int {
        let start = index
        while index < utf8.count, utf8[index] == PlainComment.lineEnd { index += 1 }
        return index - start
    }

    /// Writes up to the end of the line.
    private mutating func writeLine(to out: inout [UInt8]) -> Bool {
        PlainComment.needsALook.withUnsafeBufferPointer { needsALook in
            var start = index
            while true {
                index = utf8.firstIndex(from: index, in: needsALook)
                if index == utf8.count || utf8[index] == PlainComment.lineEnd { break }
                let end = index
                if isMark {
                    out.append(contentsOf: utf8[start..<end])
                    guard !asWords, writeMark(to: &out) else { return false }
                    start = index
                } else if PlainComment.mayMeanSomething(utf8, at: index) {
                    return false
                } else if let (length, replacement) = Escape.replacement(at: index, in: utf8) {
                    out.append(contentsOf: utf8[start..<end])
                    out.append(replacement)
                    index += length
                    start = index
                } else {
                    index += 1
                }
            }
            out.append(contentsOf: utf8[start..<index])
            // A blank at the end of a line is dropped; two are a break.
            return utf8[index - 1] != PlainComment.blank
        }
    }

    private func isAt(_ text: StaticString, _ offset: Int = 0) -> Bool {
        let place = index + offset
        guard place + text.utf8CodeUnitCount <= utf8.count else { return false }
        return text.withUTF8Buffer { utf8[place..<place + $0.count].elementsEqual($0) }
    }
}

/// Emphasis and links of which nothing else can be thought.
extension PlainWriting {
    private var isMark: Bool { utf8[index] == UInt8(ascii: "*") || utf8[index] == UInt8(ascii: "[") }

    private mutating func writeMark(to out: inout [UInt8]) -> Bool {
        utf8[index] == UInt8(ascii: "[") ? writeLink(to: &out) : writeEmphasis(to: &out)
    }

    /// Words between one or two stars on each side, the first of them behind a blank: such an opening can close nothing, and such
    /// a closing, of the same length, cannot belong to another (CommonMark 0.31, section 6.2).
    private mutating func writeEmphasis(to out: inout [UInt8]) -> Bool {
        let stars = isAt("**") ? 2 : 1
        guard index > 0, utf8[index - 1] == PlainComment.blank, let words = words(from: index + stars) else {
            return false
        }
        index = words.endIndex
        guard stars == 2 ? isAt("**") : isAt("*"), !isAt("*", stars) else { return false }
        out.append(stars == 2 ? "<strong>" : "<em>")
        out.append(contentsOf: words)
        out.append(stars == 2 ? "</strong>" : "</em>")
        index += stars
        return true
    }

    /// Words with an address that is a scheme, a name and a path, as `SafeURL` takes it.
    private mutating func writeLink(to out: inout [UInt8]) -> Bool {
        guard index == 0 || utf8[index - 1] != UInt8(ascii: "!"), let words = words(from: index + 1) else {
            return false
        }
        index = words.endIndex
        guard isAt("](") else { return false }
        index += 2
        let rest = utf8[index...]
        let end = rest.firstIndex(of: UInt8(ascii: ")")) ?? rest.endIndex
        let address = String(decoding: rest[..<end], as: UTF8.self)
        guard end < utf8.count, SafeURL.isPlain(address) else { return false }
        out.append("<a href=\"")
        out.append(contentsOf: address.utf8)
        out.append("\" rel=\"ugc nofollow noopener\">")
        out.append(contentsOf: words)
        out.append("</a>")
        index = end + 1
        return true
    }

    /// ASCII letters, digits and blanks, neither the first nor the last of them a blank.
    private func words(from start: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
        var end = start
        while end < utf8.count, utf8[end].isLetterOrDigit || utf8[end] == PlainComment.blank { end += 1 }
        guard end > start, utf8[start] != PlainComment.blank, utf8[end - 1] != PlainComment.blank else { return nil }
        return utf8[start..<end]
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
