/// An address in running text: `https://…`, `http://…` or `www.…`.
struct BareAddress {
    let range: Range<Int>
    let isWithoutScheme: Bool
    /// Whether a link may lead to it. If not, it stays text.
    let isSafe: Bool
}

extension CommentWriting {
    /// Whether the `:` or `.` at `place` can be the first one in an address. Most colons and periods end a
    /// clause or a sentence.
    func mayBelongToAddress(_ place: Int) -> Bool {
        utf8[place] == UInt8(ascii: ".")
            ? place > 0 && utf8[place - 1] | 0x20 == UInt8(ascii: "w") : byte(at: place + 1) == UInt8(ascii: "/")
    }

    /// The address whose first `:` or `.` is at `place`, if it begins at or after `start`.
    func bareAddress(around place: Int, from start: Int) -> BareAddress? {
        let isWithoutScheme = utf8[place] == UInt8(ascii: ".")
        guard let beginning = isWithoutScheme ? startOfWWW(before: place) : startOfScheme(before: place) else {
            return nil
        }
        let host = isWithoutScheme ? place + 1 : place + 3
        let end = endOfAddress(from: host)
        guard beginning >= start, end > host else { return nil }
        let range = beginning..<end
        return BareAddress(
            range: range, isWithoutScheme: isWithoutScheme, isSafe: isSafe(range, isWithoutScheme: isWithoutScheme))
    }

    private func startOfScheme(before place: Int) -> Int? {
        guard byte(at: place + 1) == UInt8(ascii: "/"), byte(at: place + 2) == UInt8(ascii: "/") else { return nil }
        let start = isSpelt("https", before: place) ? place - 5 : isSpelt("http", before: place) ? place - 4 : nil
        guard let start, start == 0 || !utf8[start - 1].isLetterOrDigit else { return nil }
        return start
    }

    private func startOfWWW(before place: Int) -> Int? {
        guard isSpelt("www", before: place) else { return nil }
        let (start, next) = (place - 3, byte(at: place + 1))
        guard next.isLetterOrDigit || next >= 0x80 else { return nil }
        guard start > 0 else { return start }
        return Self.mayComeBeforeWWW(utf8[start - 1]) ? start : nil
    }

    /// Whether `www.` may follow this byte. It may not inside a longer address, an e-mail address or a word.
    private static func mayComeBeforeWWW(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "@", ".", "/", "\\", "-", "+", "=", "&", "#", "%": false
        default: !byte.isLetterOrDigit
        }
    }

    /// Whether these lowercase letters come before `place`, ignoring case.
    private func isSpelt(_ letters: StaticString, before place: Int) -> Bool {
        let start = place - letters.utf8CodeUnitCount
        guard start >= 0 else { return false }
        return letters.withUTF8Buffer { letters in
            letters.indices.allSatisfy { utf8[start + $0] | 0x20 == letters[$0] }
        }
    }

    func isSafe(_ range: Range<Int>, isWithoutScheme: Bool = false) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: utf8[range])
        if !isWithoutScheme, SafeURL.isPlain(bytes) { return true }
        let text = String(decoding: bytes, as: UTF8.self)
        return SafeURL(isWithoutScheme ? "http://" + text : text) != nil
    }
}

/// Finds the end of an address.
extension CommentWriting {
    /// The end of a bare address. It ends before a blank, before a closing parenthesis or bracket that was
    /// not opened in the address, and before a character that no address contains. Punctuation at its end
    /// belongs to the sentence.
    private func endOfAddress(from host: Int) -> Int {
        var (round, square) = (0, 0)
        var end = host
        scan: while end < utf8.count {
            switch Unicode.Scalar(utf8[end]) {
            case "(": round += 1
            case ")" where round > 0: round -= 1
            case "[": square += 1
            case "]" where square > 0: square -= 1
            case ")", "]": break scan
            case "\u{80}"...:
                let (scalar, length) = utf8.scalar(at: end)
                guard scalar.isOfAddress else { break scan }
                end += length
                continue scan
            default: if isOutsideOfAddresses(utf8[end]) { break scan }
            }
            end += 1
        }
        while end > host, endsSentence(utf8[end - 1]) { end -= 1 }
        return end
    }

    private func endsSentence(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case ".", ",", ";", ":", "!", "?", "'", "*", "_", "~", "(", "[": true
        default: false
        }
    }

    private func isOutsideOfAddresses(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case ..."\u{20}", "<", ">", "\"", "`", "\\", "\u{7F}": true
        default: false
        }
    }

    /// The end of the address in `[words](address)`, which is the place of the closing parenthesis; `nil` if
    /// this is not a link. The address begins at `start`.
    func endOfLinkAddress(from start: Int) -> Int? {
        guard byte(at: start) | 0x20 == UInt8(ascii: "h") else { return nil }
        var depth = 0
        for place in start..<utf8.count {
            switch Unicode.Scalar(utf8[place]) {
            case "(": depth += 1
            case ")" where depth > 0: depth -= 1
            case ")": return isSafe(start..<place) ? place : nil
            // Another link may begin here. Stopping keeps the time linear, because no byte is read for two
            // links.
            case "]" where byte(at: place + 1) == UInt8(ascii: "("): return nil
            default: if isOutsideOfAddresses(utf8[place]) { return nil }
            }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Whether an address may contain this character outside ASCII. It may contain letters, their marks and
    /// digits, in scripts that separate words with spaces. In other scripts, an address would swallow whole
    /// sentences.
    fileprivate var isOfAddress: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            !properties.isDefaultIgnorableCodePoint && !isWrittenWithoutBlanks
        default: false
        }
    }

    private var isWrittenWithoutBlanks: Bool {
        switch value {
        // Thai, Lao, Tibetan, Burmese
        case 0x0E00...0x109F: true
        // Hangul: particles follow a word without a space
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
        // Khmer
        case 0x1780...0x17FF, 0x19E0...0x19FF: true
        // Tai scripts, Balinese, Javanese, Burmese
        case 0x1950...0x19DF, 0x1A20...0x1AAF, 0x1B00...0x1B7F, 0xA980...0xA9FF, 0xAA60...0xAADF: true
        // Han, Kana, Bopomofo, Yi, and their full-width and half-width forms
        case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...: true
        default: false
        }
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
