import CSpoofChecker

/// The facts of Unicode about a character by which texts are compared.
extension Unicode.Scalar {
    /// The character in compatible parts, with its case folded.
    var foldedParts: [Unicode.Scalar] {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(SPOOF_LETTERS)) { result in
            let count = spoof_letters(value, result.baseAddress)
            guard count >= 0 else { return [self] }
            return result.prefix(Int(count)).compactMap(Unicode.Scalar.init)
        }
    }

    /// Whether it remains of a character that has several parts.
    var isFoldedLetter: Bool {
        let kind = foldedKind
        return kind == .letter || kind == .digit
    }

    /// The value of a decimal digit of any script.
    var decimalDigit: UInt32? {
        guard properties.generalCategory == .decimalNumber, let number = properties.numericValue else { return nil }
        return (0...9).contains(number) ? UInt32(number) : nil
    }

    /// The kind of a character outside ASCII, before folding.
    var foldedKind: CharacterFold.Kind {
        if isASCII { return CharacterFold.Kind(ascii: UInt8(value)) }
        if let kind = exceptionalKind { return kind }
        if properties.isWhitespace { return .blank }
        if properties.isDefaultIgnorableCodePoint || (0x1F3FB...0x1F3FF).contains(value) { return .ignored }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
            .otherNumber, .unassigned:
            return .letter
        case .spacingMark, .nonspacingMark: return isVowelSign ? .letter : .ignored
        case .decimalNumber: return .digit
        case .enclosingMark, .format, .control, .surrogate: return .ignored
        case .otherSymbol: return .symbol
        default: return .mark
        }
    }

    /// Whether a mark counts as a letter: a vowel of an Indic script, or the mark that makes another
    /// syllable of a Japanese one. The others have a class by which Unicode orders them.
    private var isVowelSign: Bool {
        properties.canonicalCombiningClass == .notReordered || value == 0x3099 || value == 0x309A
    }

    /// Whether it belongs to a script without blanks between words: Han, Kana, Bopomofo, Thai, Lao, Myanmar, Khmer and
    /// their relatives.
    var isWithoutBlanks: Bool { Self.withoutBlanks.contains { $0.contains(value) } }

    /// Whether it is one of the Chinese characters that fill whole blocks and never change.
    var isIdeograph: Bool { (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value) }

    private static let withoutBlanks: [ClosedRange<UInt32>] = [
        0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19FF, 0x1A20...0x1AAF, 0x2E80...0x2FDF,
        0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3040...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF,
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0xF900...0xFAFF, 0x1_B000...0x1_B16F,
        0x2_0000...0x3_FFFF,
    ]

    /// Dots, hyphens and apostrophes, some of which Unicode calls letters or symbols; the blank of Braille; the
    /// Arabic sign that makes a word longer.
    private var exceptionalKind: CharacterFold.Kind? {
        switch value {
        case 0xB7, 0x2010...0x2013, 0x2022, 0x2027, 0x2212, 0x2219, 0x22C5, 0x30FB, 0xFF65: .joint
        case 0x203F, 0x204E, 0x2217, 0x223C: .filler
        case 0xB4, 0x2BB...0x2BD, 0x55A, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: .apostrophe
        case 0x2800: .blank
        case 0x640: .ignored
        default: nil
        }
    }
}
