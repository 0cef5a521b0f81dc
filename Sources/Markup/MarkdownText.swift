/// Writes text as CommonMark that shows exactly that text: nothing in it becomes markup. It escapes only the
/// characters that need it, so the result stays readable.
package enum MarkdownText {
    /// Escapes whole lines. Blanks at either end of a line and empty lines are dropped, since they mean
    /// nothing in a paragraph.
    package static func escape(_ text: String) -> String {
        lines(escaped(Array(text.unicodeScalars)))
    }

    /// Escapes text for use inside a line. The caller must pass the assembled lines through `lines`, or the
    /// content of a table cell through `cell`.
    package static func escapeInside(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        return escaped(scalars, first: scalars.first == "~", last: scalars.last == "~")
    }

    /// Escapes marks. The first or last character is escaped too if the caller asks for it.
    private static func escaped(_ text: [Unicode.Scalar], first: Bool = false, last: Bool = false) -> String {
        var out = String.UnicodeScalarView()
        out.reserveCapacity(text.count + 8)
        for (index, scalar) in text.enumerated() {
            let isEdge = first && index == 0 || last && index == text.count - 1
            if isEdge || isMark(scalar, at: index, in: text) { out.append("\\") }
            out.append(scalar)
        }
        return String(out)
    }

    /// Turns escaped text into the content of a table cell: one line, with its vertical bars escaped (GFM
    /// 0.29, section 4.10). The writer of the table puts a space on either side of it.
    package static func cell(_ escaped: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in escaped.unicodeScalars {
            if scalar == "|" { out.append("\\") }
            out.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
        return String(out)
    }

    /// Turns escaped text into the lines of one paragraph. No line begins like a heading, a list, a
    /// quotation, a rule or a table.
    package static func lines(_ escaped: String) -> String {
        // CommonMark works on scalars. In a Swift `Character`, a blank with a combining accent does not count
        // as a blank.
        escaped.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
            .compactMap { line in
                // The parser drops a byte order mark at the beginning of a text, which exposes the character
                // after it.
                let start = line.drop { isBlank($0) || $0 == "\u{FEFF}" }
                return start.lastIndex { !isBlank($0) }.map { protectStart(start[...$0]) }
            }
            .joined(separator: "\n")
    }

    private typealias Line = Substring.UnicodeScalarView

    /// Tables also allow vertical tabs and form feeds in their second line.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{0B}" || scalar == "\u{0C}"
    }

    /// Whether a character would be markup at this place (CommonMark 0.31, section 6; GFM 0.29, section 6.5).
    private static func isMark(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]) -> Bool {
        let next = index + 1 < text.count ? text[index + 1] : nil
        let previous = index > 0 ? text[index - 1] : nil
        switch scalar {
        case "\\", "`", "[", "]": return true
        case "*": return !(isSpace(previous) && isSpace(next))
        case "_": return !(isWord(previous) && isWord(next))
        case "~": return next == "~" || previous == "~"
        case "<": return next.map { isWord($0) || "/!?".unicodeScalars.contains($0) } ?? true
        case "&": return startsReference(text, at: index)
        default: return false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar == " " }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.value < 0x80 && ($0.properties.isAlphabetic || $0.properties.numericType != nil) } ?? false
    }

    /// Whether a character reference begins here, such as `&copy;`, `&#169;` or `&#xA9;`. An ampersand near
    /// the end counts, because more text may be appended.
    private static func startsReference(_ text: [Unicode.Scalar], at index: Int) -> Bool {
        var end = index + 1
        if end < text.count, text[end] == "#" { end += 1 }
        while end < text.count, end - index < 40, isWord(text[end]) { end += 1 }
        return end == text.count || text[end] == ";"
    }

    /// Escapes the beginning of a line so that it opens no block (CommonMark 0.31, sections 4 and 5; GFM
    /// tables).
    private static func protectStart(_ line: Line) -> String {
        let isRule = isOnly("=", line) || isOnly("-:|", line)
        if isRule || line.first == ">" || startsHeading(line) { return "\\" + String(line) }
        if let first = line.first, "-+*".unicodeScalars.contains(first), endsMarker(line.dropFirst()) {
            return "\\" + String(line)
        }
        let digits = line.prefix { ("0"..."9").contains($0) }
        let rest = line[digits.endIndex...]
        guard !digits.isEmpty, rest.first == "." || rest.first == ")", endsMarker(rest.dropFirst()) else {
            return String(line)
        }
        return String(digits) + "\\" + String(rest)
    }

    private static func endsMarker(_ rest: Line) -> Bool { rest.first.map(isBlank) ?? true }

    private static func startsHeading(_ line: Line) -> Bool {
        let rest = line.drop { $0 == "#" }
        return rest.startIndex > line.startIndex && endsMarker(rest)
    }

    private static func isOnly(_ marks: String, _ line: Line) -> Bool {
        line.allSatisfy { marks.unicodeScalars.contains($0) || isBlank($0) }
    }
}
