/// The language of a text, as a BCP 47 tag (`en-US`), and the direction of its writing.
package struct Language: Hashable, Sendable, Codable, CustomStringConvertible {
    package enum Direction: String, Sendable { case leftToRight = "ltr", rightToLeft = "rtl" }

    /// The tag with hyphens, in the letter case that RFC 5646 recommends (section 2.1.1).
    package let tag: String

    /// Accepts a well-formed tag (RFC 5646): parts of 1 to 8 letters and digits, joined by hyphens, at most
    /// 35 characters in all. The first part has at least 2 characters and only letters. Also accepts `_`
    /// between parts, which some programs write. Anything else is `nil`.
    package init?(tag: String) {
        let parts = tag.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard (2...35).contains(tag.utf8.count), let first = parts.first, first.utf8.count >= 2,
            first.utf8.allSatisfy(\.isASCIILetter),
            parts.allSatisfy({ part in
                (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isASCIIAlphanumeric }
            })
        else { return nil }
        self.tag = Self.written(parts)
    }

    package static let english = Language(known: "en")

    private init(known tag: String) { self.tag = tag }

    package var description: String { tag }

    /// The direction of the script that the tag names, or else of the language's usual script.
    package var direction: Direction {
        // Extensions and private parts begin with a single character. They do not affect the direction.
        let parts = tag.split(separator: "-").prefix { $0.utf8.count > 1 }.map { $0.lowercased() }
        guard let language = parts.first else { return .leftToRight }
        let rest = parts.dropFirst().drop { $0.utf8.count == 3 && $0.utf8.allSatisfy(\.isASCIILetter) }
        if let script = rest.first, script.utf8.count == 4, script.utf8.allSatisfy(\.isASCIILetter) {
            return RightToLeft.scripts.contains(script) ? .rightToLeft : .leftToRight
        }
        return RightToLeft.isWritten(language, in: rest.first) ? .rightToLeft : .leftToRight
    }

    private static func written(_ parts: [Substring]) -> String {
        var isBehindSingle = false
        return parts.enumerated().map { index, part in
            defer { isBehindSingle = isBehindSingle || part.utf8.count == 1 }
            let small = part.lowercased()
            guard index > 0, !isBehindSingle, part.utf8.allSatisfy(\.isASCIILetter) else { return small }
            switch part.utf8.count {
            case 2: return small.uppercased()
            case 4: return small.prefix(1).uppercased() + small.dropFirst()
            default: return small
            }
        }.joined(separator: "-")
    }
}

extension UInt8 {
    package var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
}
