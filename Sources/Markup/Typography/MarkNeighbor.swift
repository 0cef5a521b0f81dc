/// The character beside a mark, as far as it decides what the mark is.
struct MarkNeighbor {
    enum Kind { case blank, opening, closing, dash, word }

    /// `nil` at either end of the paragraph.
    let scalar: Unicode.Scalar?
    let kind: Kind

    static let end = MarkNeighbor(scalar: nil, kind: .blank)

    init(_ scalar: Unicode.Scalar) { self.init(scalar: scalar, kind: Self.kind(scalar)) }

    init(scalar: Unicode.Scalar?, kind: Kind) {
        self.scalar = scalar
        self.kind = kind
    }

    var isWord: Bool { kind == .word }
    var isBlank: Bool { kind == .blank }
    var isQuote: Bool { scalar == "'" || scalar == "\"" }
    var isHebrew: Bool { scalar.map(\.isHebrewLetter) ?? false }

    var isDigit: Bool {
        guard let scalar, kind == .word else { return false }
        return scalar.isASCII ? ("0"..."9").contains(scalar) : Self.category(scalar) == .decimalNumber
    }

    /// Whether it is a sign that numbers have at either end.
    var isUnit: Bool {
        guard let scalar else { return false }
        return scalar.isASCII
            ? scalar == "%" || scalar == "$" : scalar == "°" || Self.category(scalar) == .currencySymbol
    }

    /// Whether it is a letter of a script in which a quotation may touch other letters: before a particle, as
    /// in Korean, after a prefix, as in Arabic, or anywhere, as in Chinese.
    var mayTouchQuotation: Bool {
        guard let scalar, scalar.value >= 0x0590 else { return false }
        return scalar.properties.isAlphabetic && !scalar.properties.isCased
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        guard scalar.isASCII else { return kind(beyondASCII: scalar) }
        return switch UInt8(truncatingIfNeeded: scalar.value) {
        case ...0x20, 0x7F: .blank
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
        case UInt8(ascii: "-"), UInt8(ascii: "/"): .dash
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "'"),
            UInt8(ascii: "\""):
            .closing
        default: .word
        }
    }

    private static func kind(beyondASCII scalar: Unicode.Scalar) -> Kind {
        switch scalar {
        case "…": return .word
        case "¿", "¡": return .opening
        default: break
        }
        switch category(scalar) {
        case .dashPunctuation: return .dash
        case .openPunctuation, .initialPunctuation: return .opening
        case .closePunctuation, .finalPunctuation, .otherPunctuation: return .closing
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .blank
        default: return .word
        }
    }

    /// Most neighbors are in ASCII, and the Unicode tables would slow them down even if they are not used.
    @inline(never)
    private static func category(_ scalar: Unicode.Scalar) -> Unicode.GeneralCategory {
        scalar.properties.generalCategory
    }
}

extension Unicode.Scalar {
    var isHebrewLetter: Bool { (0x05D0...0x05F2).contains(value) }

    /// Whether the search for a neighbor goes on beyond this character.
    fileprivate func isPassedOver(_ quotes: inout Int) -> Bool {
        // No format character is in ASCII.
        guard isASCII else { return Neighbour(self) == .format }
        guard quotes > 0, self == "'" || self == "\"" else { return false }
        quotes -= 1
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number of equal bytes that begin at a place.
    func run(at place: Int) -> Int {
        var end = place + 1
        while end < count, self[end] == self[place] { end += 1 }
        return end - place
    }

    /// The character before a place. Characters that only set the direction of text are passed over, and so
    /// are up to three typewriter quotes if the caller asks for it.
    func neighbor(before place: Int, passingQuotes: Bool = false) -> MarkNeighbor {
        var (place, quotes) = (place, passingQuotes ? 3 : 0)
        if place > 0, !passingQuotes, self[place - 1] < 0x80 { return MarkNeighbor(Unicode.Scalar(self[place - 1])) }
        while place > 0 {
            let found = scalar(before: place)
            guard found.isPassedOver(&quotes) else { return MarkNeighbor(found) }
            place -= UTF8.width(found)
        }
        return .end
    }

    /// The character at or after a place, in the same way. The first of several periods is part of a word.
    func neighbor(after place: Int, passingQuotes: Bool = false) -> MarkNeighbor {
        var (place, quotes) = (place, passingQuotes ? 3 : 0)
        while place < count {
            let (found, length) = scalar(at: place)
            guard found.isPassedOver(&quotes) else {
                let isEllipsis = found == "." && place + 1 < count && self[place + 1] == UInt8(ascii: ".")
                return isEllipsis ? MarkNeighbor(scalar: found, kind: .word) : MarkNeighbor(found)
            }
            place += length
        }
        return .end
    }
}
