/// The language of a text, as a BCP 47 tag (`en-US`), and the direction in which it is written.
package struct Language: Hashable, Sendable, CustomStringConvertible {
    package enum Direction: String, Sendable { case leftToRight = "ltr", rightToLeft = "rtl" }

    package let tag: String

    /// Takes a well-formed tag (RFC 5646: letters and digits in parts of 1 to 8, joined by hyphens, 35 at most); anything else is `nil`.
    package init?(tag: String) {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...35).contains(tag.utf8.count), let first = parts.first, (2...8).contains(first.utf8.count),
            parts.allSatisfy({ part in
                (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isASCIIAlphanumeric }
            })
        else { return nil }
        self.tag = tag
    }

    package static let english = Language(known: "en")

    private init(known tag: String) { self.tag = tag }

    package var description: String { tag }

    package var direction: Direction {
        let parts = tag.lowercased().split(separator: "-")
        if parts.dropFirst().contains(where: { Self.rightToLeftScripts.contains(String($0)) }) { return .rightToLeft }
        if parts.dropFirst().contains(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isASCIILetter) }) {
            return .leftToRight
        }
        return parts.first.map { Self.rightToLeftLanguages.contains(String($0)) } == true ? .rightToLeft : .leftToRight
    }

    private static let rightToLeftScripts: Set<String> = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"]
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
}

extension UInt8 {
    package var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
}
