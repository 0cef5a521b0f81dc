/// The words of a comment: runs of letters and digits, folded. Each character of a script without spaces and each emoji
/// is a word. Takes time proportional to the length.
struct CommentWords {
    /// Later characters do not count. A comment has at most as many.
    static let mostScalars = 5_000

    /// Stands before the first word, between words and after the last one.
    static let boundary: UInt32 = 0x20

    struct Word {
        /// The place of the word in `letters`, without the boundaries.
        let letters: Range<Int>
        /// The place of the word in the UTF-8 of the text.
        let bytes: Range<Int>
    }

    private(set) var letters: [UInt32] = [boundary]
    private(set) var words: [Word] = []

    init(_ text: String) {
        let folding = LetterFolding.shared
        letters.reserveCapacity(min(text.utf8.count, 2 * Self.mostScalars) + 2)
        var (place, first, start, end, left) = (0, 1, 0, 0, Self.mostScalars)
        for scalar in text.unicodeScalars {
            guard left > 0 else { break }
            left -= 1
            let next = place + UTF8.width(scalar)
            defer { place = next }
            let letter = folding.letter(scalar)
            guard letter != LetterFolding.nothing else { continue }
            let isWord = LetterFolding.isWord(letter)
            if letter == LetterFolding.separator || isWord { close(&first, start..<end) }
            guard letter != LetterFolding.separator else { continue }
            if letters.count == first { start = place }
            letters.append(letter)
            end = next
            if isWord { close(&first, start..<end) }
        }
        close(&first, start..<end)
    }

    /// Ends the word that began with the letter `first`, if any.
    private mutating func close(_ first: inout Int, _ bytes: @autoclosure () -> Range<Int>) {
        guard letters.count > first else { return }
        words.append(Word(letters: first..<letters.count, bytes: bytes()))
        letters.append(Self.boundary)
        first = letters.count
    }
}
