/// The folded characters of a text, each with its place in the text.
struct TextCharacters {
    struct Element {
        /// The letter that is compared. For a digit or sign, this is the letter in whose place it may stand.
        var letter: UInt32
        let fold: CharacterFold
        let kind: CharacterFold.Kind
        /// The digit or sign, if it may stand in the place of a letter; otherwise 0.
        let literal: UInt8
        /// Whether it is the first or the last letter of what readers see as one character (a grapheme cluster).
        let isFirst: Bool
        var isLast: Bool
        /// The bytes of that character in the text, as UTF-8.
        let start: Int32
        let end: Int32
    }

    private(set) var elements: [Element] = []
    private let table = CharacterTable.shared

    /// Replaces the elements by those of another text. Texts have at most 2 GB.
    mutating func read(_ text: String) {
        var text = text
        elements.removeAll(keepingCapacity: true)
        text.makeContiguousUTF8()
        text.utf8.withContiguousStorageIfAvailable { bytes in
            elements.reserveCapacity(bytes.count)
            // Of two characters in ASCII, the second can only belong to the first in the end of a line.
            guard !text.isASCII else {
                for place in bytes.indices { read(bytes, place..<place + 1) }
                return
            }
            var index = text.startIndex
            var place = 0
            while place < bytes.count {
                let next = text.index(after: index)
                let end = text.utf8.distance(from: text.startIndex, to: next)
                read(bytes, place..<end)
                (index, place) = (next, end)
            }
        }
    }

    /// Reads one character as readers see it.
    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        // Punctuation in it, such as a blank with a vowel sign, belongs to its place, but is no letter.
        var last: Int?
        var place = range.lowerBound
        while place < range.upperBound {
            let (scalar, length) = Self.scalar(in: bytes, at: place)
            place += length
            let fold = table[scalar]
            guard fold.kind != .ignored else { continue }
            guard fold.isSequence else {
                add(fold.value == 0 ? scalar : fold.value, fold, isFirst: last == nil, range)
                if fold.kind.isInWord || fold.kind == .symbol { last = elements.count - 1 }
                continue
            }
            let start = Int(fold.value)
            for letter in table.sequences[start + 1...start + Int(table.sequences[start])] {
                add(letter, fold, isFirst: last == nil, range)
                last = elements.count - 1
            }
        }
        if let last { elements[last].isLast = true }
    }

    private mutating func add(_ letter: UInt32, _ fold: CharacterFold, isFirst: Bool, _ range: Range<Int>) {
        let kind = fold.kind
        var (letter, literal) = (letter, UInt8(0))
        if kind == .digit || kind == .sign {
            let typed = UInt8(truncatingIfNeeded: letter)
            letter = UInt32(SubstitutedLetter.letter(for: typed))
            if letter != typed { literal = typed }
        }
        elements.append(
            Element(
                letter: letter, fold: fold, kind: kind, literal: literal, isFirst: isFirst, isLast: false,
                start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound)))
    }

    /// Decodes a character of a valid text, with the number of its bytes.
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[place])
        func next(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset] & 0x3F) }
        switch first {
        case ..<0x80: return (first, 1)
        case ..<0xE0: return ((first & 0x1F) << 6 | next(1), 2)
        case ..<0xF0: return ((first & 0xF) << 12 | next(1) << 6 | next(2), 3)
        default: return ((first & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        }
    }
}
