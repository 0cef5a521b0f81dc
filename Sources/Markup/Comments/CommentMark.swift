/// What may mean something inside a paragraph, until it is known what belongs together.
struct CommentMark {
    enum Kind {
        case star, underscore
        case openingBracket
        /// The address behind it, if it is followed by one in brackets.
        case closingBracket(Range<Int>?)
        case address(BareAddress)
        case lineBreak
        /// A backslash that is not shown.
        case hiddenBackslash
    }

    let kind: Kind
    /// With the backslashes before it.
    let range: Range<Int>
    let backslashes: Int
    let mayOpen: Bool
    let mayClose: Bool

    /// Where the last word before it ends or goes on; below 0 where the text that is held back has none before it.
    var lastWord = -1
    /// The emphasis that it opens or closes, the innermost first: one of `Emphasis`, and another one in the bits above.
    var emphasis: UInt8 = 0
    /// Whether it opens emphasis, of those that open or close any.
    var isOpening = false
    /// The other bracket of the link.
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

    /// Where the mark itself begins.
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

    /// As what it may be taken: one sign is emphasis, two are strong emphasis, three are both.
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
