import CWordBreaks

/// Splits a text into words, each with the spaces after it. Joined, the words are the original text. In
/// scripts without spaces between words, ICU finds the ends of words, and punctuation becomes separate words.
struct SplitText {
    private(set) var words: [Substring] = []
    /// The words that count when two texts are compared. Separate punctuation does not count, because it
    /// occurs in all texts.
    private(set) var counted: Set<Substring> = []

    init(_ text: String) {
        let ends = text.hasScriptWithoutBlanks ? text.wordEnds : []
        var next = ends.startIndex
        for stretch in text.splitAfterBlanks {
            var start = stretch.startIndex
            if !ends.isEmpty, stretch.hasScriptWithoutBlanks {
                while next < ends.endIndex, ends[next] <= start { next += 1 }
                while next < ends.endIndex, ends[next] < stretch.endIndex, text.utf8[ends[next]] != UInt8(ascii: " ") {
                    add(text[start..<ends[next]], isCounted: text[start].isLetter || text[start].isNumber)
                    start = ends[next]
                    next += 1
                }
                add(text[start..<stretch.endIndex], isCounted: text[start].isLetter || text[start].isNumber)
            } else {
                add(stretch, isCounted: true)
            }
        }
    }

    private mutating func add(_ word: Substring, isCounted: Bool) {
        words.append(word)
        if isCounted { counted.insert(word) }
    }
}

extension StringProtocol {
    /// Whether it contains letters of a script without spaces between words.
    var hasScriptWithoutBlanks: Bool {
        // In UTF-8, letters of these scripts take at least three bytes.
        utf8.contains { $0 >= 0xE0 } && unicodeScalars.contains(where: \.isWrittenWithoutBlanks)
    }
}

extension Unicode.Scalar {
    fileprivate var isWrittenWithoutBlanks: Bool {
        switch value {
        // Thai, Lao, Tibetan, Burmese, Khmer and other scripts of Southeast Asia
        case 0x0E00...0x109F, 0x1780...0x17FF, 0x1950...0x1AAF, 0xA9E0...0xA9FF, 0xAA60...0xAADF: true
        // Japanese syllables, Chinese characters
        case 0x3005...0x3007, 0x3040...0x312F, 0x31A0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

extension String {
    /// The words of a text, each with the spaces after it.
    fileprivate var splitAfterBlanks: [Substring] {
        var words: [Substring] = []
        var start = startIndex
        var wasBlank = false
        for index in utf8.indices {
            let isBlank = utf8[index] == UInt8(ascii: " ")
            if wasBlank, !isBlank {
                words.append(self[start..<index])
                start = index
            }
            wasBlank = isBlank
        }
        if start < endIndex { words.append(self[start...]) }
        return words
    }

    /// The ends of words, spaces and punctuation. Empty if ICU has no data.
    fileprivate var wordEnds: [Index] {
        var text = self
        let ends = text.withUTF8 { bytes in
            guard let length = Int32(exactly: bytes.count) else { return [Int32]() }
            return [Int32](unsafeUninitializedCapacity: bytes.count) { ends, count in
                count = max(0, Int(word_breaks(bytes.baseAddress, length, ends.baseAddress, length)))
            }
        }
        var index = startIndex
        var place: Int32 = 0
        return ends.map { end in
            index = utf8.index(index, offsetBy: Int(end - place))
            place = end
            return index
        }
    }
}
