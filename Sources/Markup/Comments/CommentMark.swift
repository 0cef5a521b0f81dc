/// A character or an address inside a paragraph that may be markup. Its meaning is known once the marks are
/// paired.
struct CommentMark {
    enum Kind {
        case star, underscore
        case openingBracket
        /// With the address that follows in parentheses, if there is one.
        case closingBracket(Range<Int>?)
        case address(BareAddress)
        case lineBreak
        /// A backslash that is not shown.
        case hiddenBackslash
    }

    let kind: Kind
    /// The mark with the backslashes before it.
    let range: Range<Int>
    let backslashes: Int
    let mayOpen: Bool
    let mayClose: Bool

    /// The place of the last letter, digit or symbol before it in the held text, or -1 if there is none.
    var lastWord = -1
    /// The emphasis that it opens or closes: 1 for emphasis, 2 for strong emphasis. The lower two bits hold
    /// the inner one, the bits above the outer one.
    var emphasis: UInt8 = 0
    /// Whether it opens its emphasis or closes it.
    var isOpening = false
    /// The index of the other bracket of the link, among the marks.
    var partner: Int?
    /// Whether its last backslash is not shown.
    var hidesBackslash = false

    init(
        _ kind: Kind, _ range: Range<Int>, backslashes: Int = 0, mayOpen: Bool = false, mayClose: Bool = false
    ) {
        self.kind = kind
        self.range = range
        self.backslashes = backslashes
        self.mayOpen = mayOpen
        self.mayClose = mayClose
    }

    /// The start of the mark without its backslashes.
    var start: Int { range.lowerBound + backslashes }
    var isEscaped: Bool { !backslashes.isMultiple(of: 2) }
    var hasPartner: Bool { emphasis != 0 || partner != nil }

    var isStars: Bool { if case .star = kind { true } else { false } }
    var isEmphasis: Bool {
        switch kind {
        case .star, .underscore: true
        default: false
        }
    }

    /// How many signs it has: one is emphasis, two are strong emphasis, three are both.
    var signs: UInt8 { UInt8(clamping: range.upperBound - start) }

    mutating func add(_ emphasis: UInt8, isOpening: Bool) {
        self.emphasis = self.emphasis == 0 ? emphasis : self.emphasis | emphasis << 2
        self.isOpening = isOpening
    }

    mutating func forgetPartners() {
        emphasis = 0
        partner = nil
    }
}
