/// One character of Unicode as it is compared with the phrases of lists. `CharacterTable` has those of all characters.
struct CharacterFold: RawRepresentable, Hashable {
    enum Kind: UInt32 {
        /// Invisible, or a mark that does not count: accents, Arabic vowels, joiners, soft hyphens.
        case ignored
        case letter
        case digit
        /// `@`, `$`, `!` or `|`, in the place of a letter.
        case sign
        /// An emoji or another picture. It is a word of its own.
        case symbol
        /// A dot or hyphen, of which one may stand inside a word.
        case joint
        /// An asterisk, underscore or tilde, of which any number may stand inside a word.
        case filler
        case apostrophe
        /// Other punctuation, and signs of mathematics and currencies.
        case mark
        case blank
    }

    /// Bits 0–20: the folded character, or where the sequence of several begins; 0 for the character itself. Bits
    /// 21–24: the kind. Bits 25–28: the traits.
    let rawValue: UInt32

    static let isSequence: UInt32 = 1 << 25
    static let standsAlone: UInt32 = 1 << 26
    static let isLatin: UInt32 = 1 << 27
    static let isWeak: UInt32 = 1 << 28

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ kind: Kind, value: UInt32 = 0, traits: UInt32 = 0) { rawValue = value | kind.rawValue << 21 | traits }

    var value: UInt32 { rawValue & 0x1F_FFFF }
    var kind: Kind { Kind(rawValue: rawValue >> 21 & 0xF) ?? .mark }
    /// Whether `value` is a place in `CharacterTable.sequences`.
    var isSequence: Bool { rawValue & Self.isSequence != 0 }
    /// Whether it belongs to a script without blanks between words.
    var standsAlone: Bool { rawValue & Self.standsAlone != 0 }
    /// Whether it is a Latin letter, and not only looks like one.
    var isLatin: Bool { rawValue & Self.isLatin != 0 }
    /// Whether only its capital looks like the Latin letter, such as the capital of the Cyrillic `н`.
    var isWeak: Bool { rawValue & Self.isWeak != 0 }
}

extension CharacterFold.Kind {
    /// Whether it may be part of a word.
    var isInWord: Bool { self == .letter || self == .digit || self == .sign }

    /// The kind of an ASCII character.
    init(ascii: UInt8) {
        self =
            switch Unicode.Scalar(ascii) {
            case "a"..."z", "A"..."Z": .letter
            case "0"..."9": .digit
            case "@", "$", "!", "|": .sign
            case ".", "-": .joint
            case "*", "_", "~": .filler
            case "'", "`": .apostrophe
            case "\t", "\n", "\u{B}", "\u{C}", "\r", " ": .blank
            case "\u{0}"..."\u{1F}", "\u{7F}": .ignored
            default: .mark
            }
    }
}

/// Digits and signs that people type in the place of letters.
enum SubstitutedLetter {
    /// The letter in whose place it stands, or the character itself. For `1`, `!` and `|`, which stand for `i` or `l`,
    /// this is `i`.
    static func letter(for ascii: UInt8) -> UInt8 {
        switch Unicode.Scalar(ascii) {
        case "0": UInt8(ascii: "o")
        case "1", "!", "|": UInt8(ascii: "i")
        case "3": UInt8(ascii: "e")
        case "4", "@": UInt8(ascii: "a")
        case "5", "$": UInt8(ascii: "s")
        case "7": UInt8(ascii: "t")
        default: ascii
        }
    }

    /// Whether it stands for `i` or `l`.
    static func isStroke(_ ascii: UInt8) -> Bool {
        ascii == UInt8(ascii: "1") || ascii == UInt8(ascii: "!") || ascii == UInt8(ascii: "|")
    }
}
