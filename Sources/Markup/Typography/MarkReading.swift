import Foundation

/// Reads the marks of one paragraph and decides what each is.
struct MarkReading {
    let text: UnsafeBufferPointer<UInt8>
    let habits: TypographicHabits
    private var marks: [QuotationMark]
    private var addresses: AddressSearch

    /// Appends the marks of a paragraph in order. They take time in proportion to its length.
    static func read(
        _ paragraph: UnsafeBufferPointer<UInt8>, _ habits: TypographicHabits, into marks: inout [QuotationMark]
    ) {
        var reading = MarkReading(text: paragraph, habits: habits, marks: marks)
        // The only reference to the marks, so that appending does not copy them.
        marks = []
        defer { marks = reading.marks }
        var place = 0
        habits.beginsMark.withUnsafeBufferPointer { table in
            while true {
                place = paragraph.firstIndex(from: place, in: table)
                guard place < paragraph.count else { return }
                place = reading.read(at: place)
            }
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>, habits: TypographicHabits, marks: [QuotationMark]) {
        self.text = text
        self.habits = habits
        self.marks = marks
        addresses = AddressSearch(in: text)
    }

    /// Reads what begins at a place, and returns where it ends.
    private mutating func read(at place: Int) -> Int {
        switch text[place] {
        case UInt8(ascii: "-"):
            // Most hyphens are inside words.
            if isInsideWord(place) { return place + 1 }
            let length = text.run(at: place)
            if let glyph = dash(at: place, length), !addresses.contains(place) { add(place, length, glyph) }
            return place + length
        case UInt8(ascii: "'"):
            if isInsideWord(place), !addresses.contains(place) {
                add(place, 1, .apostrophe)
                return place + 1
            }
            let length = text.run(at: place)
            guard length <= 2, !addresses.contains(place) else { return place + length }
            return length == 2 ? readDouble(at: place, 2) : readSingle(at: place)
        case UInt8(ascii: "\""):
            let length = text.run(at: place)
            guard length <= 2, !addresses.contains(place) else { return place + length }
            return readDouble(at: place, 1)
        default: return readTypographic(at: place)
        }
    }

    /// Whether ASCII letters are on both sides. This is so for most marks, and fast to find out.
    private func isInsideWord(_ place: Int) -> Bool {
        place > 0 && place + 1 < text.count && text[place - 1].isLetter && text[place + 1].isLetter
    }

    private mutating func add(_ place: Int, _ length: Int, _ glyph: Glyph) {
        add(place, length, .other, .none, alone: .glyph(glyph))
    }

    private mutating func add(
        _ place: Int, _ length: Int, _ kind: QuotationMark.Kind, _ role: QuotationMark.Role,
        alone: QuotationMark.Alone = .asSent, mayBePossessive: Bool = false
    ) {
        marks.append(
            QuotationMark(
                place: Int32(place), length: UInt8(length), kind: kind, role: role, alone: alone,
                mayBePossessive: mayBePossessive))
    }

    /// A mark of the language that is already typographic counts, so that marks inside it become inner ones.
    private mutating func readTypographic(at place: Int) -> Int {
        let (scalar, length) = text.scalar(at: place)
        if scalar == habits.sentOpen { add(place, length, .typographic, .opens) }
        if scalar == habits.sentClose { add(place, length, .typographic, .mayClose) }
        return place + length
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

// MARK: - Double marks

extension MarkReading {
    /// Reads a double mark of one character, or of two apostrophes.
    private mutating func readDouble(at place: Int, _ length: Int) -> Int {
        let end = place + length
        let (before, after) = (text.neighbor(before: place), text.neighbor(after: end))
        switch (before.isWord, after.isWord) {
        case (true, true) where before.isHebrew && after.isHebrew: readGershayim(at: place, length)
        case (true, true) where before.mayTouchQuotation || after.mayTouchQuotation:
            add(place, length, .double, before.isDigit ? .mayClose : .either)
        // A measure (15"x20"), or a missing space after a quotation.
        case (true, true): if !before.isDigit { add(place, length, .double, .mayClose) }
        case (true, false) where before.isDigit: add(place, length, .double, .mayCloseAfterDigit)
        default:
            let role = text.role(from: place, before, to: end, after)
            add(place, length, .double, role, alone: role == .opens || role == .closes ? .quotation : .asSent)
        }
        return end
    }

    /// A Hebrew abbreviation has its mark before the last letter. An inflected one has it elsewhere, but a
    /// prefix of one or two letters may also touch a quotation.
    private mutating func readGershayim(at place: Int, _ length: Int) {
        let after = text.hebrewLetters(after: place + length)
        let before = text.hebrewLetters(before: place)
        if after.count > 1, before.count < 3, before.allSatisfy({ "הובכלמש".unicodeScalars.contains($0) }) {
            add(place, length, .double, .either, alone: .glyph(.gershayim))
        } else {
            add(place, length, .gershayim)
        }
    }
}

// MARK: - Single marks

extension MarkReading {
    private mutating func readSingle(at place: Int) -> Int {
        let end = place + 1
        let (before, after) = (text.neighbor(before: place), text.neighbor(after: end))
        switch (before.isWord, after.isWord) {
        // 1'000, 6'2"
        case (true, true) where before.isDigit && after.isDigit: break
        case (true, true) where before.isHebrew: add(place, 1, .geresh)
        case (true, true) where before.mayTouchQuotation || after.mayTouchQuotation:
            add(place, 1, .single, .either)
        case (true, true): add(place, 1, .apostrophe)
        case (true, false) where before.isHebrew: add(place, 1, .single, .mayClose, alone: .glyph(.geresh))
        case (true, false) where before.isDigit: add(place, 1, .single, .mayCloseAfterDigit)
        case (false, true): return readBeforeWord(at: place, before, after)
        // l'"Aïda"
        case (true, false) where after.isQuote && text.neighbor(after: end, passingQuotes: true).isWord:
            add(place, 1, .apostrophe)
        default:
            let role = text.role(from: place, before, to: end, after)
            let isAfterWord = role == .closes && before.isWord
            add(
                place, 1, .single, role,
                alone: isAfterWord ? .glyph(.apostrophe) : role == .opens || role == .closes ? .quotation : .asSent,
                mayBePossessive: isAfterWord && before.scalar.map { "sxzßSXZ".unicodeScalars.contains($0) } ?? false)
        }
        return end
    }

    /// Reads a single mark before a word: the beginning of a quotation, or an apostrophe for missing letters.
    private mutating func readBeforeWord(at place: Int, _ before: MarkNeighbor, _ after: MarkNeighbor) -> Int {
        let word = text.word(at: place + 1)
        let elision = habits.elision(word) ?? text.decade(at: place + 1)
        if elision == .always {
            add(place, 1, .apostrophe)
            // rock 'n' roll
            let end = place + 1 + word.utf8.count
            guard word == "n", end < text.count, text[end] == UInt8(ascii: "'") else { return place + 1 }
            add(end, 1, .apostrophe)
            return end + 1
        }
        let role = text.role(from: place, before, to: place + 1, after)
        // al-'Arab
        let isInName = before.kind == .dash && place > 1 && text.neighbor(before: place - 1).isWord
        let alone: QuotationMark.Alone = elision == .alone || isInName ? .glyph(.apostrophe) : .quotation
        add(place, 1, .single, role, alone: role == .opens ? alone : .asSent)
        return place + 1
    }
}

// MARK: - Dashes

extension MarkReading {
    /// The dash that a run of hyphens stands for. `nil` if they are hyphens.
    private func dash(at place: Int, _ length: Int) -> Glyph? {
        let end = place + length
        let (before, after) = (text.neighbor(before: place), text.neighbor(after: end))
        switch (before.isBlank, after.isBlank) {
        case (true, true) where length <= 2: return text.isBetweenWords(place, end) ? .dash : nil
        case (false, false) where length == 2:
            if before.isDigit && after.isDigit || before.kind == .dash || after.kind == .dash { return nil }
            let ahead = text.neighbor(after: end, passingQuotes: true)
            return ahead.isBlank || ahead.kind == .closing ? .longDash : .spacedDash
        case (false, true) where length == 2: return text.firstInk(after: end) == nil ? .longDash : .dash
        default: return nil
        }
    }
}
