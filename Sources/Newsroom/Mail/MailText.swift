/// Cleans texts for mails.
///
/// Mail programs turn everything that looks like an address into a link. So in all texts of a mail, which may quote
/// readers, the dot before what may be the end of a domain is written as `[.]`, and the colon of a scheme as `[:]`, as
/// security reports write addresses. Readers see what was written, and no program makes a link of it.
package enum MailText {
    /// The maximum number of combining marks in a row. More would cover the lines around the text.
    private static let mostMarks = 8
    private static let longestQuotation = 700
    private static let mostLines = 12

    /// The text in one line of at most `most` characters, without control and format characters.
    package static func line(_ text: String, most: Int) -> String {
        var scalars = String.UnicodeScalarView()
        var marks = 0
        // Shortened first, so that the rest costs the same for every text. White space may be left out later.
        for scalar in text.unicodeScalars.prefix(most * 8) where !scalar.isInvisible {
            marks = scalar.isStackingMark ? marks + 1 : 0
            if marks <= mostMarks { scalars.append(scalar) }
        }
        return defused(shortened(String(scalars).inOneLine, to: most))
    }

    /// What a reader wrote, in lines.
    package static func quotation(_ text: String) -> String {
        let plain = String(text.unicodeScalars.prefix(longestQuotation * 8)).withPlainLineEnds
        let lines = plain.split(separator: "\n").map { line(String($0), most: longestQuotation) }.filter { !$0.isEmpty }
        var (kept, room) = ([String](), longestQuotation)
        for line in lines.prefix(mostLines) where room > 0 {
            kept.append(shortened(line, to: room))
            room -= line.unicodeScalars.count
        }
        if lines.count > kept.count, kept.last?.hasSuffix("…") == false { kept.append("…") }
        return kept.joined(separator: "\n")
    }

    private static func shortened(_ line: String, to most: Int) -> String {
        guard line.unicodeScalars.count > most else { return line }
        let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(max(most - 1, 0))))
        let end = cut.lastIndex(of: " ").flatMap { $0 > cut.index(cut.startIndex, offsetBy: cut.count / 2) ? $0 : nil }
        return cut[..<(end ?? cut.endIndex)] + "…"
    }

    /// The line without anything that looks like an address.
    static func defused(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var out = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let rest = scalars[(index + 1)...]
            let isBehindText = index > 0 && !scalars[index - 1].properties.isWhitespace && !scalars[index - 1].isDot
            if scalar.isDot
                ? isBehindText && mayEndDomain(rest, after: scalar)
                : scalar == ":" && rest.starts(with: "//".unicodeScalars)
            {
                out.append(contentsOf: ["[", scalar, "]"])
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// Whether what follows a dot begins like the last part of a domain name, which has two letters or more. An
    /// ideographic full stop, which ends a sentence without a space, counts only before Latin letters.
    private static func mayEndDomain(_ rest: ArraySlice<Unicode.Scalar>, after dot: Unicode.Scalar) -> Bool {
        let letters = rest.drop { $0.properties.isDefaultIgnorableCodePoint }.prefix(2)
        return letters.count == 2
            && letters.allSatisfy {
                dot == "." || dot == "\u{FF0E}" ? $0.properties.isAlphabetic : $0.isASCII && $0.properties.isAlphabetic
            }
    }
}

extension Unicode.Scalar {
    /// Whether it may separate the parts of a domain name (UTS 46, section 2.3).
    fileprivate var isDot: Bool { [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"].contains(self) }

    /// Whether it shows nothing, except the joiners that emoji and some scripts need.
    fileprivate var isInvisible: Bool {
        guard value != 0x200C, value != 0x200D else { return false }
        switch properties.generalCategory {
        case .format, .privateUse, .surrogate: return true
        default: return false
        }
    }

    fileprivate var isStackingMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
