import CQuotationMarks

/// The quotation marks, apostrophes and dashes that the newspapers of one language print.
final class TypographicHabits: Sendable {
    /// The quotation marks of CLDR: the usual pair, and the pair inside a quotation.
    let primary, alternate: (open: String, close: String)
    /// The usual pair as it may stand in a text that was sent. `nil` if both marks are the same.
    let sentOpen, sentClose: Unicode.Scalar?
    /// For each byte value, whether a mark that counts may begin with it.
    let beginsMark: [Bool]
    private let dash: String
    private let elisions: Elisions

    /// Words whose first letters an apostrophe replaces.
    struct Elisions: Sendable {
        /// Words that nothing else can be.
        var always: Set<String> = []
        /// Words that may also begin a quotation. They have an apostrophe if no quotation ends after them.
        var alone: Set<String> = []
    }

    enum Elision { case always, alone }

    init(tag: String) {
        let parts = tag.split(separator: "-").map(String.init)
        let language = parts.first?.lowercased() ?? ""
        let region = parts.dropFirst().prefix { $0.utf8.count > 1 }.first { $0.utf8.count == 2 }?.uppercased()
        let marks = Self.marks(of: tag)
        // In French, a narrow space keeps the guillemets off the words, but not in Switzerland.
        let space = language == "fr" && region != "CH" ? "\u{202F}" : ""
        primary = Self.pair(marks[0], marks[1], space)
        alternate =
            marks[2...] == marks[..<2] && marks[0] == "‘" ? ("“", "”") : Self.pair(marks[2], marks[3], space)
        sentOpen = marks[0] == marks[1] ? nil : marks[0].unicodeScalars.first
        sentClose = marks[0] == marks[1] ? nil : marks[1].unicodeScalars.first
        let first = ["'", "\"", "-", sentOpen, sentClose].compactMap { $0.flatMap { UTF8.encode($0)?.first } }
        beginsMark = (0...UInt8.max).map { first.contains($0) }
        dash = Self.dash(of: language, in: region)
        elisions = Self.elisions[language] ?? Elisions()
    }

    func text(of glyph: Glyph) -> String {
        switch glyph {
        case .primaryOpen: primary.open
        case .primaryClose: primary.close
        case .alternateOpen: alternate.open
        case .alternateClose: alternate.close
        case .apostrophe: "’"
        case .geresh: "׳"
        case .gershayim: "״"
        case .dash: dash
        case .spacedDash: dash.count == 1 ? " \(dash) " : dash
        case .longDash: "—"
        }
    }

    /// Whether the usual marks are single ones, as in Dutch.
    var hasSinglePrimary: Bool { primary.open == "‘" }

    /// Whether a closing single mark looks like an apostrophe.
    var closesWithApostrophe: Bool { alternate.close == "’" }

    /// How an apostrophe is printed before this word in lower case. `nil` if the word is no elision.
    func elision(_ word: String) -> Elision? {
        elisions.always.contains(word) ? .always : elisions.alone.contains(word) ? .alone : nil
    }
}

extension TypographicHabits {
    private static func marks(of tag: String) -> [String] {
        let found = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { bytes -> [String] in
            guard quotation_marks(tag, bytes.baseAddress, 64) == 0 else { return [] }
            return bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false).prefix(4).map { mark in
                String(decoding: mark.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        }
        return found.count == 4 ? found : ["“", "”", "‘", "’"]
    }

    private static func pair(_ open: String, _ close: String, _ space: String) -> (String, String) {
        "«‹".contains(open) ? (open + space, space + close) : (open, close)
    }

    /// The dash between parts of a sentence. Most newspapers print an en dash between spaces. Americans and
    /// Russians print an em dash, Chinese and Japanese newspapers a double one.
    private static func dash(of language: String, in region: String?) -> String {
        switch language {
        case "en": ["US", "CA", "PH", nil].contains(region) ? "—" : "–"
        case "ru", "uk", "be", "kk", "ky", "tg", "tt": "—"
        case "zh", "yue", "ja": "——"
        default: "–"
        }
    }

    private static let elisions: [String: Elisions] = [
        "en": Elisions(
            always: ["tis", "twas", "twere", "twill", "twould", "til", "em", "n", "nuff"],
            alone: ["cause", "cos", "coz", "cuz", "bout", "round", "till", "neath", "ere", "im", "er", "ello"]),
        "de": Elisions(
            always: ["s", "n"],
            alone: ["ne", "nem", "nen", "ner", "nes", "ran", "rauf", "raus", "rein", "rum", "runter"]),
        "nl": Elisions(always: ["s", "t", "n", "k", "m", "r"]),
        "af": Elisions(always: ["n", "s", "t", "k"]),
        "it": Elisions(always: ["ndrangheta", "ndrina", "ndrine"], alone: ["sta", "sto", "na", "o", "a"]),
    ]
}
