import Foundation

/// The value of each character in the words of a comment: a letter without case, accents and width, or none.
///
/// A table, because looking up the properties of a character takes longer than the rest of the scorer's work.
struct LetterFolding: Sendable {
    /// Stands for a character that ends a word.
    static let separator: UInt32 = 0
    /// Stands for a character that belongs to the word around it and does not count, such as an accent of its own.
    static let nothing: UInt32 = 1

    static let shared = LetterFolding()

    /// The characters of the first two planes, in 512 KB. The others are rare Chinese characters, which need no lookup,
    /// and invisible ones.
    private let table: [UInt32]

    /// Takes some hundredths of a second, once.
    private init() {
        table = (0..<0x20000).map { value in Unicode.Scalar(value).map(Self.fold) ?? Self.separator }
    }

    func letter(_ scalar: Unicode.Scalar) -> UInt32 {
        scalar.value < 0x20000 ? table[Int(scalar.value)] : Self.fold(scalar)
    }

    /// Whether a letter is a word of its own: those of scripts without spaces, emoji and other symbols.
    static func isWord(_ letter: UInt32) -> Bool {
        switch letter {
        case 0..<0x0E00: false
        // Thai, Lao, Myanmar, Khmer, Kana and Chinese characters (Unicode Standard Annex 14, classes SA and ID).
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF:
            true
        case 0x2190...0x2BFF, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        // Chinese characters and Hangul syllables are letters without forms.
        switch scalar.value {
        case 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: return scalar.value
        default: break
        }
        let properties = scalar.properties
        // With and without its apostrophe, "don't" is the same word.
        if "'’".unicodeScalars.contains(scalar) || properties.isDefaultIgnorableCodePoint { return nothing }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .spacingMark:
            return plain(scalar)
        // Marks of class 0 are the vowels of Indic scripts.
        case .nonspacingMark: return properties.canonicalCombiningClass == .notReordered ? scalar.value : nothing
        case .otherSymbol: return scalar.value
        // The colors of emoji, and the frame of a keycap.
        case .modifierSymbol where scalar.value >= 0x1F3FB, .enclosingMark: return nothing
        default: return separator
        }
    }

    /// The letter in lower case, without accents and in the usual width.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
        var letter = scalar
        if hasForms(scalar.value) {
            let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
            let isOneLetter = parts.dropFirst().allSatisfy { $0.properties.canonicalCombiningClass != .notReordered }
            if isOneLetter, let first = parts.first { letter = first }
        }
        guard letter.properties.changesWhenLowercased else { return letter == "ς" ? 0x3C3 : letter.value }
        return letter.properties.lowercaseMapping.unicodeScalars.first?.value ?? letter.value
    }

    /// Whether the character may consist of a letter and accents, or be a form of another. A Hangul syllable also
    /// consists of parts, but each is a letter.
    private static func hasForms(_ value: UInt32) -> Bool {
        switch value {
        case 0xAA...0x58F, 0x1E00...0x209F, 0x2100...0x214F, 0x3040...0x30FF, 0xFF00...0xFFEF, 0x1D400...0x1D7FF: true
        default: false
        }
    }
}
