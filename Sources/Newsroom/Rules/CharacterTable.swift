/// The letters as which each character is compared. Making it takes 0.1 seconds, once in a process.
struct CharacterTable: Sendable {
    static let shared = CharacterTable()

    /// The characters above are Chinese, or are not assigned.
    private static let end: UInt32 = 0x2_0000

    /// For each 256 characters, where their page begins in `folds`. Equal pages are stored once.
    private var pages: [UInt32] = []
    private var folds: [UInt32] = []
    /// Sequences of folded characters, each after its length.
    private(set) var sequences: [UInt32] = []

    private init() {
        var known: [[UInt32]: UInt32] = [:]
        for first in stride(from: 0, to: Self.end, by: 256) {
            let page = (first..<first + 256).map { value in
                // A surrogate is no character.
                Unicode.Scalar(value).map { fold(of: $0).rawValue } ?? CharacterFold(.ignored).rawValue
            }
            if known[page] == nil {
                known[page] = UInt32(folds.count)
                folds.append(contentsOf: page)
            }
            pages.append(known[page] ?? 0)
        }
    }

    subscript(scalar: UInt32) -> CharacterFold {
        guard scalar < Self.end else { return Self.beyond(scalar) }
        return CharacterFold(rawValue: folds[Int(pages[Int(scalar >> 8)] + scalar & 0xFF)])
    }

    private static func beyond(_ scalar: UInt32) -> CharacterFold {
        switch scalar {
        case 0x2_0000..<0x4_0000: CharacterFold(.letter, traits: CharacterFold.standsAlone)
        case 0xE_0000..<0xE_1000: CharacterFold(.ignored)
        default: CharacterFold(.mark)
        }
    }

    private mutating func fold(of scalar: Unicode.Scalar) -> CharacterFold {
        if scalar.isASCII { return Self.ascii(UInt8(scalar.value)) }
        if let boxed = LookalikeLetters.boxed(scalar.value) { return CharacterFold(.letter, value: boxed) }
        if scalar.isIdeograph { return CharacterFold(.letter, traits: CharacterFold.standsAlone) }
        let kind = scalar.foldedKind
        guard kind == .letter || kind == .digit || kind == .mark || kind == .symbol else { return CharacterFold(kind) }
        if let digit = scalar.decimalDigit { return CharacterFold(.digit, value: 0x30 + digit) }
        return fold(of: scalar, kind: kind, parts: scalar.foldedParts)
    }

    private mutating func fold(
        of scalar: Unicode.Scalar, kind: CharacterFold.Kind, parts: [Unicode.Scalar]
    ) -> CharacterFold {
        if parts.count == 1, parts[0].isASCII, parts[0] != "!" { return Self.ascii(UInt8(parts[0].value)) }
        // A full stop in three parts is one mark, and a sign for a trademark is no part of the name before it.
        let isSame = parts == [scalar]
        let counted = isSame ? (kind == .letter || kind == .digit ? parts : []) : parts.filter(\.isFoldedLetter)
        guard kind == .letter || counted.count == 1 else { return CharacterFold(kind) }
        guard !counted.isEmpty else { return CharacterFold(kind == .letter ? .ignored : kind) }
        var (letters, traits): ([UInt32], UInt32) = ([], 0)
        for part in counted {
            if let typed = LookalikeLetters.typed[part] {
                letters += typed.unicodeScalars.map(\.value)
                if part.value < 0x250 { traits |= CharacterFold.isLatin }
            } else if part.isASCII {
                letters.append(part.value)
                traits |= CharacterFold.isLatin
            } else {
                let lookalike = LookalikeLetters.lookalike(of: part)
                letters.append(lookalike?.letter ?? part.value)
                if lookalike?.isWeak == true { traits |= CharacterFold.isWeak }
                if part.value < 0x250, lookalike != nil { traits |= CharacterFold.isLatin }
            }
            if part.isWithoutBlanks { traits |= CharacterFold.standsAlone }
        }
        guard letters.count > 1 else {
            let isDigit = (0x30...0x39).contains(letters[0])
            return CharacterFold(
                isDigit ? .digit : .letter, value: letters[0] == scalar.value ? 0 : letters[0], traits: traits)
        }
        sequences.append(UInt32(letters.count))
        sequences += letters
        return CharacterFold(
            .letter, value: UInt32(sequences.count - letters.count - 1), traits: traits | CharacterFold.isSequence)
    }

    private static func ascii(_ character: UInt8) -> CharacterFold {
        let kind = CharacterFold.Kind(ascii: character)
        guard kind == .letter else { return CharacterFold(kind, value: UInt32(character)) }
        return CharacterFold(.letter, value: UInt32(character | 0x20), traits: CharacterFold.isLatin)
    }
}
