/// A mark of a paragraph that may change. It is small, because a page has hundreds of them.
struct QuotationMark {
    enum Kind {
        case double, single
        /// A mark that was typographic when it was sent. It stays.
        case typographic
        /// A mark that belongs to no quotation, whatever the others are.
        case other
    }

    /// The roles that the neighbors allow.
    enum Role {
        case opens, closes
        /// Closes a quotation if one is open.
        case mayClose
        /// The same after a digit, where the mark may also be a measure.
        case mayCloseAfterDigit
        /// Closes a quotation if one is open, and otherwise opens one that is closed later.
        case either
        case none
    }

    /// The sign for a mark without a partner.
    enum Alone {
        case asSent
        case quotation
        case glyph(Glyph)
    }

    /// Which pair of a language a quotation has.
    enum Level {
        case primary, alternate

        var inner: Level { self == .primary ? .alternate : .primary }
    }

    /// The index of another mark of the paragraph.
    typealias Index = Int32

    let place: Int32
    /// In bytes. Two apostrophes may be one double mark.
    let length: UInt8
    let kind: Kind
    let role: Role
    let alone: Alone
    /// Whether it may be the apostrophe of a possessive, as in *the boys' coats*.
    let mayBePossessive: Bool

    // The other marks decide the rest; see `QuotationPairing`.
    var isOpening = false
    /// Whether a later mark of the same kind may close a quotation, and whether the next one does.
    var hasCloser = false
    var comesBeforeCloser = false
    var level = Level.primary
    /// The other mark of the quotation.
    var partner: Index?
    /// The opening mark of the quotation around this one.
    var outer: Index?

    /// The sign that replaces the mark. `nil` if the mark stays.
    var glyph: Glyph? {
        if kind == .typographic { return nil }
        if partner == nil {
            switch alone {
            case .asSent: return nil
            case .glyph(let glyph): return glyph
            case .quotation: break
            }
        }
        switch level {
        case .primary: return isOpening ? .primaryOpen : .primaryClose
        case .alternate: return isOpening ? .alternateOpen : .alternateClose
        }
    }
}
