/// The text around a mark.
extension UnsafeBufferPointer<UInt8> {
    /// The roles that the neighbors of a mark allow.
    func role(
        from start: Int, _ before: MarkNeighbor, to end: Int, _ after: MarkNeighbor
    ) -> QuotationMark.Role {
        // Marks that touch each other have the neighbors of the whole run.
        let before = before.isQuote ? neighbor(before: start, passingQuotes: true) : before
        let after = after.isQuote ? neighbor(after: end, passingQuotes: true) : after
        return switch (before.kind, after.kind) {
        // l'"Aïda"
        case (.word, .word): start > 0 && self[start - 1] == UInt8(ascii: "'") ? .opens : .none
        case (.blank, .blank), (.opening, .blank): .none
        case (.blank, .closing), (.opening, .closing): .mayClose
        case (.blank, _), (.opening, _): .opens
        case (.dash, .dash), (.closing, .word), (.closing, .opening): .either
        case (.dash, .blank), (.dash, .closing): .closes
        case (.dash, _): .opens
        case (.word, _), (.closing, _): .closes
        }
    }

    /// Whether blanks around hyphens separate words, not numbers, and not a list mark from its item.
    func isBetweenWords(_ start: Int, _ end: Int) -> Bool {
        guard let last = lastInk(before: start), let first = firstInk(after: end) else { return false }
        let before = neighbor(before: last, passingQuotes: true)
        let after = neighbor(after: first, passingQuotes: true)
        let areNumbers = (before.isDigit || before.isUnit) && (after.isDigit || after.isUnit)
        return !areNumbers && (before.isWord || before.kind == .closing) && (after.isWord || after.kind == .opening)
    }

    /// The ASCII letters of the word that begins at a place, in lower case. Empty if it is long or has others.
    func word(at place: Int) -> String {
        var letters: [UInt8] = []
        var end = place
        while end < count, letters.count <= 12, (0x61...0x7A).contains(self[end] | 0x20) {
            letters.append(self[end] | 0x20)
            end += 1
        }
        let ends = letters.count <= 12 && !neighbor(after: end).isWord
        return ends ? String(decoding: letters, as: UTF8.self) : ""
    }

    /// Whether the two digits of a decade are at a place, as in *the '90s* or *the class of '68*.
    func decade(at place: Int) -> TypographicHabits.Elision? {
        let digits = self[place...].prefix(3).prefix { (0x30...0x39).contains($0) }.count
        guard digits == 2 else { return nil }
        return neighbor(after: place + 2).isWord ? .always : .alone
    }

    /// Where the next character in the same line begins that is not a blank.
    func firstInk(after place: Int) -> Int? {
        var place = place
        while place < count {
            let (found, length) = scalar(at: place)
            if found == "\n" { return nil }
            if !MarkNeighbor(found).isBlank { return place }
            place += length
        }
        return nil
    }

    /// Where the last character in the same line ends that is not a blank.
    func lastInk(before place: Int) -> Int? {
        var place = place
        while place > 0 {
            let found = scalar(before: place)
            if found == "\n" { return nil }
            if !MarkNeighbor(found).isBlank { return place }
            place -= UTF8.width(found)
        }
        return nil
    }

    /// Up to three Hebrew letters that begin at a place.
    func hebrewLetters(after place: Int) -> [Unicode.Scalar] {
        var letters: [Unicode.Scalar] = []
        var end = place
        while end < count, letters.count < 3 {
            let (found, length) = scalar(at: end)
            guard found.isHebrewLetter else { break }
            letters.append(found)
            end += length
        }
        return letters
    }

    /// Up to three Hebrew letters that end at a place, the last one first.
    func hebrewLetters(before place: Int) -> [Unicode.Scalar] {
        var letters: [Unicode.Scalar] = []
        var start = place
        while start > 0, letters.count < 3 {
            let found = scalar(before: start)
            guard found.isHebrewLetter else { break }
            letters.append(found)
            start -= UTF8.width(found)
        }
        return letters
    }
}
