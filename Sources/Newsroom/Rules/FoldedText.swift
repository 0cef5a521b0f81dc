/// The letters of a text without case, accents and separators, in the form in which they are compared. What stood
/// between two letters is kept as a `Gap`.
struct FoldedText {
    /// The kind of place before a letter.
    enum Gap: UInt8 {
        case none
        /// A separator inside a word, such as a dot or a hyphen. The word may go on, or another one begins.
        case joint
        /// A blank or punctuation between two single letters, as in `b a d`. The word may go on.
        case spacing
        /// One apostrophe. `he'll` is not `hell`.
        case apostrophe
        /// White space or punctuation. Another word begins.
        case blank
        /// A point or comma in a number. Neither does the number before it go on, nor does another one begin.
        case decimal

        /// Whether a word cannot go on behind it.
        var endsWord: Bool { self == .apostrophe || self == .blank || self == .decimal }
    }

    struct Traits: OptionSet {
        let rawValue: UInt8

        static let isFirst = Traits(rawValue: 1)
        static let isLast = Traits(rawValue: 2)
        static let standsAlone = Traits(rawValue: 4)
        static let isLatin = Traits(rawValue: 8)
        static let isWeak = Traits(rawValue: 16)
        static let isDigit = Traits(rawValue: 32)
        /// A letter beyond doubt: neither a digit nor a sign.
        static let isLetter = Traits(rawValue: 64)
        /// In a word of digits and signs, of which there are several.
        static let isInNumber = Traits(rawValue: 128)
    }

    struct Letter {
        let letter: UInt32
        /// The digit or sign that stands in the place of the letter; otherwise 0.
        let literal: UInt8
        var gap: Gap
        let traits: Traits
        let start: Int32
        let end: Int32

        /// Whether a digit or sign is read as a letter here.
        var isSubstitute: Bool { literal != 0 }
    }

    private(set) var letters: [Letter] = []
    /// Whether a sign was read as a letter, or a picture stands inside a word, so that the other reading differs.
    private(set) var isAmbiguous = false
    private let readsSigns: Bool
    private var separation = Separation()

    /// With `readsSigns`, signs such as `@` are letters inside a word, and pictures are words. Otherwise both only
    /// separate letters.
    init(_ characters: TextCharacters, readsSigns: Bool) {
        self.readsSigns = readsSigns
        let elements = characters.elements
        letters.reserveCapacity(elements.count)
        var place = 0
        while place < elements.count {
            let kind = elements[place].kind
            if kind.isInWord {
                let end = elements[place...].firstIndex { !$0.kind.isInWord } ?? elements.count
                read(elements[place..<end])
                place = end
                continue
            }
            if kind == .symbol, readsSigns {
                readSymbol(elements[place])
                if place > 0, elements[place - 1].kind.isInWord, place + 1 < elements.count,
                    elements[place + 1].kind.isInWord || elements[place + 1].kind == .symbol
                {
                    isAmbiguous = true
                }
            } else {
                separation.add(kind, elements[place].letter)
            }
            place += 1
        }
    }

    /// Reads letters, digits and signs that stand together.
    private mutating func read(_ run: ArraySlice<TextCharacters.Element>) {
        let usesSigns = readsSigns && run.contains { $0.kind == .letter }
        // An exclamation mark behind a word is one.
        var end = run.endIndex
        while end > run.startIndex, run[end - 1].literal == UInt8(ascii: "!") { end -= 1 }
        var start = run.startIndex
        for (place, element) in zip(run.indices, run) where element.kind == .sign {
            if usesSigns, place < end {
                isAmbiguous = true
                continue
            }
            readWord(run[start..<place])
            separation.add(.mark)
            start = place + 1
        }
        readWord(run[start...])
    }

    private mutating func readWord(_ word: ArraySlice<TextCharacters.Element>) {
        guard !word.isEmpty else { return }
        let isInNumber = word.count > 1 && !word.contains { $0.kind == .letter }
        for element in word { append(element, isInNumber ? .isInNumber : []) }
    }

    private mutating func readSymbol(_ element: TextCharacters.Element) {
        if element.isFirst, separation.isEmpty { separation.add(.joint) }
        append(element, [])
        if element.isLast { separation.add(.joint) }
    }

    private mutating func append(_ element: TextCharacters.Element, _ more: Traits) {
        var traits = more
        if element.isFirst { traits.insert(.isFirst) }
        if element.isLast { traits.insert(.isLast) }
        if element.fold.standsAlone { traits.insert(.standsAlone) }
        if element.fold.isLatin { traits.insert(.isLatin) }
        if element.fold.isWeak { traits.insert(.isWeak) }
        if element.kind == .digit { traits.insert(.isDigit) }
        if element.kind == .letter { traits.insert(.isLetter) }
        let isInNumber = separation.isPoint && element.kind == .digit && letters.last?.traits.contains(.isDigit) == true
        letters.append(
            Letter(
                letter: element.letter, literal: element.literal, gap: isInNumber ? .decimal : separation.gap,
                traits: traits,
                start: element.start, end: element.end))
        separation = Separation()
    }
}

extension FoldedText {
    /// Finds out behind which gaps a word may go on. Texts need that; phrases of lists do not.
    mutating func joinSingleLetters() {
        var (start, wasSingle) = (0, false)
        while start < letters.count {
            var (end, count) = (start, 0)
            repeat {
                if letters[end].traits.contains(.isFirst) { count += 1 }
                end += 1
            } while end < letters.count && letters[end].gap == .none
            let isSingle = count <= 1
            if start > 0, letters[start].gap != .decimal {
                if wasSingle && isSingle {
                    if letters[start].gap != .joint { letters[start].gap = .spacing }
                } else if letters[start].gap == .joint, letters[start].traits.contains(.isDigit),
                    letters[start - 1].traits.contains(.isDigit)
                {
                    // The hyphen in a date joins no digits.
                    letters[start].gap = .blank
                }
            }
            (start, wasSingle) = (end, isSingle)
        }
    }
}

/// The separators between two letters.
private struct Separation {
    private(set) var count = 0
    private var isOnlyFiller = true
    private var last = CharacterFold.Kind.ignored
    private var character: UInt32 = 0

    var isEmpty: Bool { count == 0 }
    /// Whether it is one point or comma.
    var isPoint: Bool {
        count == 1 && (character == UInt32(UInt8(ascii: ".")) || character == UInt32(UInt8(ascii: ",")))
    }

    mutating func add(_ kind: CharacterFold.Kind, _ character: UInt32 = 0) {
        count += 1
        if kind != .filler { isOnlyFiller = false }
        (last, self.character) = (kind, character)
    }

    var gap: FoldedText.Gap {
        if isEmpty { return .none }
        if isOnlyFiller || (count == 1 && last == .joint) { return .joint }
        return count == 1 && last == .apostrophe ? .apostrophe : .blank
    }
}
