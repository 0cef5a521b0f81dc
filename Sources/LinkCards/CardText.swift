import Newsroom

/// A text from a page on another site, as a card shows it.
enum CardText {
    /// The maximum number of combining marks in a row. More would cover the lines around the text.
    private static let mostMarks = 4

    /// The text in one line, with at most `limit` characters. `nil` if nothing visible is left, or if the text was in
    /// another encoding than the page says.
    static func clean(_ text: String, limit: Int) -> String? {
        // Shortened first, so that the rest costs the same for every page. White space may be left out later.
        var scalars = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars.prefix(limit * 8) {
            marks = scalar.isMark ? marks + 1 : 0
            if marks <= mostMarks, !scalar.isDirectionMark { scalars.append(scalar) }
        }
        let line = String(scalars).inOneLine
        guard !line.hasNothingVisible, !line.contains("\u{FFFD}") else { return nil }
        guard line.unicodeScalars.count > limit else { return line }
        let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit - 1)))
        let end = cut.lastIndex(of: " ").flatMap { $0 > cut.index(cut.startIndex, offsetBy: cut.count / 2) ? $0 : nil }
        return cut[..<(end ?? cut.endIndex)] + "…"
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether it changes the direction of what follows (Unicode Standard Annex 9, section 2.6).
    fileprivate var isDirectionMark: Bool { value == 0x200E || value == 0x200F || value == 0x061C }
}
