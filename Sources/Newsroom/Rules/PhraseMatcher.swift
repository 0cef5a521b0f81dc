/// Finds the words and phrases of lists in comments.
///
/// A phrase is found whatever its case, accents, width and look-alike letters, with digits and signs in the place of
/// letters, and with separators between its letters. By default it counts only as whole words. A search takes one
/// pass over the letters, and at most two more if `1`, `!` or `|` may be an `l`, or signs may be punctuation.
package struct PhraseMatcher: Sendable {
    /// The most phrases of all lists together.
    package static let mostPhrases = 200_000
    /// The most letters of all phrases together. A letter takes at most 20 bytes.
    package static let mostLetters = 4_000_000

    /// A phrase of one of the lists.
    struct Listed {
        /// The index of its first letter.
        let start: Int32
        let length: UInt8
        let traits: PhraseList.Traits
        let list: Int32
        let index: Int32
    }

    let automaton: PhraseAutomaton
    /// In the order of their letters.
    let phrases: [Listed]
    let letters: [PhraseLetter]

    /// Refuses more than `mostPhrases` or `mostLetters` before it builds anything.
    package init(_ lists: [PhraseList]) throws(PhraseListFault) {
        let count = lists.reduce(0) { $0 + $1.count }
        guard count <= Self.mostPhrases else { throw .tooMany(count: count) }
        let letterCount = lists.reduce(0) { $0 + $1.letters.count }
        guard letterCount <= Self.mostLetters else { throw .tooManyLetters(count: letterCount) }
        var (phrases, letters): ([Listed], [PhraseLetter]) = ([], [])
        phrases.reserveCapacity(count)
        letters.reserveCapacity(letterCount)
        for (number, list) in lists.enumerated() {
            let start = Int32(letters.count)
            for phrase in list.folded {
                phrases.append(
                    Listed(
                        start: start + phrase.start, length: phrase.length, traits: phrase.traits, list: Int32(number),
                        index: phrase.index))
            }
            letters += list.letters
        }
        Self.sort(&phrases, by: letters)
        automaton = PhraseAutomaton(phrases, letters: letters)
        (self.phrases, self.letters) = (phrases, letters)
    }

    package var isEmpty: Bool { phrases.isEmpty }

    /// The number of bytes that it takes in memory.
    package var size: Int {
        automaton.size + phrases.count * MemoryLayout<Listed>.stride + letters.count * MemoryLayout<PhraseLetter>.stride
    }

    /// All phrases that the text has. Takes time proportional to the length of the text.
    package func matches(in text: String) -> PhraseMatches {
        guard !isEmpty else { return PhraseMatches() }
        var characters = TextCharacters()
        characters.read(text)
        var folded = FoldedText(characters, readsSigns: true)
        folded.joinSingleLetters()
        var search = PhraseSearch(self)
        search.read(folded, stroke: nil)
        if folded.letters.contains(where: \.isStroke) { search.read(folded, stroke: UInt32(UInt8(ascii: "l"))) }
        if folded.isAmbiguous {
            var other = FoldedText(characters, readsSigns: false)
            other.joinSingleLetters()
            search.read(other, stroke: nil)
        }
        return search.matches
    }

    private static func sort(_ phrases: inout [Listed], by letters: [PhraseLetter]) {
        letters.withUnsafeBufferPointer { letters in
            phrases.sort { one, other in
                let (left, right) = (Int(one.start), Int(other.start))
                for offset in 0..<Int(min(one.length, other.length)) {
                    let (a, b) = (letters[left + offset].letter, letters[right + offset].letter)
                    if a != b { return a < b }
                }
                return (one.length, one.list, one.index) < (other.length, other.list, other.index)
            }
        }
    }
}

extension FoldedText.Letter {
    /// Whether it may be an `i` or an `l` of a word.
    var isStroke: Bool { literal != 0 && SubstitutedLetter.isStroke(literal) && !traits.contains(.isInNumber) }
}
