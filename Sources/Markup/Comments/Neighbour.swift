/// The class of a character beside a mark.
enum Neighbour {
    case blank
    /// An opening parenthesis, bracket or brace.
    case opening
    /// A closing parenthesis, bracket or brace.
    case closing
    /// `.`, `,`, `;`, `:`, `!` and `?`.
    case stop
    case punctuation
    /// A letter, a digit or a symbol.
    case word
    /// A combining or joining character: part of a word, but not a word alone.
    case joined
    /// A layout character, such as one that sets the direction of text.
    case format

    init(_ scalar: Unicode.Scalar) {
        self = scalar.isASCII ? Self.ascii(scalar) : Self.other(scalar)
    }

    /// Whether emphasis may begin after this character. After a word, emphasis would split the word: `2*3*4`,
    /// `snake_case_name`.
    var mayComeBeforeEmphasis: Bool { self != .word && self != .joined && self != .closing }
    var mayComeAfterEmphasis: Bool { self != .word && self != .joined && self != .opening }
    var mayBeginEmphasis: Bool { self == .word || self == .punctuation || self == .opening }
    var mayEndEmphasis: Bool { self != .blank && self != .opening }

    /// Whether the character is visible on its own.
    var isInk: Bool { self != .blank && self != .joined && self != .format }

    private static func ascii(_ scalar: Unicode.Scalar) -> Neighbour {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "$", "+", "<", "=", ">", "^", "`", "|", "~": .word
        case ..."\u{20}", "\u{7F}": .blank
        case "(", "[", "{": .opening
        case ")", "]", "}": .closing
        case ".", ",", ";", ":", "!", "?": .stop
        default: .punctuation
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Neighbour {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: .blank
        case .openPunctuation: .opening
        case .closePunctuation: .closing
        case .dashPunctuation, .connectorPunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
            .punctuation
        case .nonspacingMark, .enclosingMark, .unassigned: .joined
        case .format: isInsideWords(scalar) ? .joined : .format
        default: isInvisible(scalar) ? .joined : .word
        }
    }

    /// The soft hyphen, and characters that join letters or words or keep letters apart.
    private static func isInsideWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{AD}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": true
        default: false
        }
    }

    /// The Hangul fillers and the blank Braille pattern, whose categories are letter and symbol.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{2800}" || scalar.properties.isDefaultIgnorableCodePoint
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The character that begins at `place` of valid UTF-8, and its length.
    func scalar(at place: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(self[place])
        guard first >= 0x80 else { return (Unicode.Scalar(self[place]), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0x7F >> UInt32(length))
        for byte in self[place + 1..<place + length] { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The character that ends before `place`.
    func scalar(before place: Int) -> Unicode.Scalar {
        var start = place - 1
        while self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start).0
    }
}
