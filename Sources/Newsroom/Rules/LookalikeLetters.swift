import CSpoofChecker

/// Letters of other scripts that look like a Latin letter, by the data of ICU (Unicode Technical Standard 39). Only
/// alphabets count whose letters people borrow for that. In Hebrew, Arabic, Indic and East Asian scripts, several
/// letters look like the same Latin one, and words would be confused.
enum LookalikeLetters {
    struct Lookalike {
        let letter: UInt32
        /// Whether only the capitals look alike, such as `Н` and `H`.
        let isWeak: Bool
    }

    /// Latin, Greek, Cyrillic, Armenian, Georgian, Cherokee, Canadian syllabics, runes, Coptic, Tifinagh, Lisu and
    /// ancient alphabets, and letters on black circles and squares.
    private static let blocks: [ClosedRange<UInt32>] = [
        0x80...0x58F, 0x10A0...0x10FF, 0x13A0...0x16FF, 0x1C80...0x1CBF, 0x1D00...0x1FFF, 0x2100...0x214F,
        0x2C60...0x2DFF, 0xA4D0...0xA4FF, 0xA640...0xA7FF, 0xAB30...0xABBF, 0x10280...0x1044F,
    ]

    /// Letters that only look like a Latin one that another letter of their own alphabet resembles more. Otherwise
    /// words such as the Russian `бот` and `вот` would be the same.
    private static let excepted: Set<Unicode.Scalar> = ["σ", "θ", "б", "ь", "ѣ", "ћ", "ѳ", "ѵ", "ռ", "զ"]

    /// Letters that people without a special keyboard type as other letters. A dotless i, `ø`, `đ`, `ð` and `ł` look
    /// like a Latin letter anyway, and folding the case turns `ß` into `ss`.
    static let typed: [Unicode.Scalar: String] = [
        "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ĸ": "k", "ی": "ي", "ک": "ك",
    ]

    /// The Latin letter that a small letter looks like.
    static func lookalike(of scalar: Unicode.Scalar) -> Lookalike? {
        guard blocks.contains(where: { $0.contains(scalar.value) }), !excepted.contains(scalar) else { return nil }
        let letter = smallCapitals[scalar.value] ?? spoof_lookalike(scalar.value)
        if letter != 0 { return Lookalike(letter: letter, isWeak: false) }
        let capital = scalar.properties.uppercaseMapping.unicodeScalars
        guard capital.count == 1, let first = capital.first, first != scalar else { return nil }
        let ofCapital = spoof_lookalike(first.value)
        // A capital that looks like an l may as well be an I.
        guard ofCapital != 0, ofCapital != UInt32(UInt8(ascii: "l")) else { return nil }
        return Lookalike(letter: ofCapital, isWeak: true)
    }

    /// The letter on a black circle or square. Unicode gives these no other form.
    static func boxed(_ scalar: UInt32) -> UInt32? {
        let rows: [ClosedRange<UInt32>] = [0x1F150...0x1F169, 0x1F170...0x1F189]
        return rows.first { $0.contains(scalar) }.map { 0x61 + scalar - $0.lowerBound }
    }

    /// Small capitals, such as `ᴅ`, by their names in Unicode.
    private static let smallCapitals: [UInt32: UInt32] = {
        let prefix = "LATIN LETTER SMALL CAPITAL "
        var found: [UInt32: UInt32] = [:]
        for block in [0x250...0x2AF, 0x1D00...0x1D7F, 0xA730...0xA7FF] as [ClosedRange<UInt32>] {
            for scalar in block.compactMap(Unicode.Scalar.init) {
                guard let name = scalar.properties.name, name.hasPrefix(prefix),
                    name.utf8.count == prefix.utf8.count + 1, let letter = name.utf8.last
                else { continue }
                found[scalar.value] = UInt32(letter | 0x20)
            }
        }
        return found
    }()
}
