/// A letter of a phrase, with what may stand before it in a text.
struct PhraseLetter: RawRepresentable {
    enum Gap: UInt32 {
        /// Nothing, or a separator inside a word.
        case none
        /// Anything. The phrase has a dot, a hyphen or an apostrophe here, as in `co-op` and `don't`.
        case free
        /// White space or punctuation, at least one character.
        case blank
    }

    /// Bits 0–20: the letter. Bits 21–22: the gap. Bits 23–29: the digit or sign that the phrase has, or 0.
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ letter: FoldedText.Letter, isFirst: Bool) {
        let gap: Gap =
            switch letter.gap {
            case .none: .none
            case .joint, .apostrophe, .decimal: .free
            case .spacing, .blank: .blank
            }
        rawValue = letter.letter | (isFirst ? 0 : gap.rawValue) << 21 | UInt32(letter.literal) << 23
    }

    static let ofLetter: UInt32 = 0x1F_FFFF

    var letter: UInt32 { rawValue & Self.ofLetter }
    var gap: Gap { Gap(rawValue: rawValue >> 21 & 3) ?? .none }
    var literal: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 23) & 0x7F }

    /// Whether a letter of a text can be this one, apart from the letter itself. A digit of a phrase is only this
    /// digit: `c4` is not `ca`.
    func fits(_ other: FoldedText.Letter, isFirst: Bool) -> Bool {
        if literal != 0, literal != other.literal { return false }
        guard !isFirst else { return true }
        return switch gap {
        case .none: !other.gap.endsWord
        case .free: true
        case .blank: other.gap != .none
        }
    }
}
