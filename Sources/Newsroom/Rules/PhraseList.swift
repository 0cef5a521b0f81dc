/// A list of words and phrases, folded like the texts in which they are looked for.
package struct PhraseList: Sendable {
    /// The most phrases of one list.
    package static let mostPhrases = 100_000

    /// A phrase that counts, by its index in the list as it was given.
    struct Folded {
        /// The index in `letters` of its first letter.
        let start: Int32
        let length: UInt8
        let traits: Traits
        let index: Int32

        var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
    }

    struct Traits: OptionSet {
        let rawValue: UInt8

        static let isAnywhere = Traits(rawValue: 1)
        /// It has no gaps, digits or signs of its own, so that counting is enough to compare it with a text.
        static let isPlain = Traits(rawValue: 2)
        /// It has letters of another script of which only the capitals look like Latin ones.
        static let hasWeak = Traits(rawValue: 4)
    }

    /// The phrases that are not taken, by index.
    package private(set) var faults: [Int: Phrase.Fault] = [:]
    /// The phrases that are the same as an earlier one, by index, each with the index of that one. They do not count
    /// again.
    package private(set) var duplicates: [Int: Int] = [:]
    private(set) var letters: [PhraseLetter] = []
    private(set) var folded: [Folded] = []

    /// The number of phrases that count: without the faults and duplicates.
    package var count: Int { folded.count }

    /// Refuses more than `mostPhrases` before it folds any.
    package init(_ phrases: [Phrase]) throws(PhraseListFault) {
        guard phrases.count <= Self.mostPhrases else { throw .tooManyInList(count: phrases.count) }
        var characters = TextCharacters()
        folded.reserveCapacity(phrases.count)
        for (index, phrase) in phrases.enumerated() {
            characters.read(phrase.text)
            let text = FoldedText(characters, readsSigns: true)
            switch text.letters.count {
            case 0: faults[index] = .empty
            case ...Phrase.mostLetters: add(text, isAnywhere: phrase.isAnywhere, index: index)
            default: faults[index] = .tooLong(text.letters.count)
            }
        }
        removeDuplicates()
    }

    private mutating func add(_ text: FoldedText, isAnywhere: Bool, index: Int) {
        var traits: Traits = isAnywhere ? [.isAnywhere, .isPlain] : .isPlain
        let start = letters.count
        for letter in text.letters {
            let coded = PhraseLetter(letter, isFirst: letters.count == start)
            letters.append(coded)
            if coded.gap != .none || coded.literal != 0 { traits.remove(.isPlain) }
            if letter.traits.contains(.isWeak) { traits.insert(.hasWeak) }
        }
        folded.append(
            Folded(start: Int32(start), length: UInt8(letters.count - start), traits: traits, index: Int32(index)))
    }

    private mutating func removeDuplicates() {
        let places = Array(folded.indices)
        let order = places.sorted { isBefore(folded[$0], folded[$1]) }
        var first: Int?
        for place in order {
            if let first, isSame(folded[first], folded[place]) {
                duplicates[Int(folded[place].index)] = Int(folded[first].index)
            } else {
                first = place
            }
        }
        if !duplicates.isEmpty { folded.removeAll { duplicates[Int($0.index)] != nil } }
    }

    private func isBefore(_ one: Folded, _ other: Folded) -> Bool {
        let (left, right) = (one.range, other.range)
        for offset in 0..<min(left.count, right.count) {
            let (a, b) = (letters[left.lowerBound + offset].rawValue, letters[right.lowerBound + offset].rawValue)
            if a != b { return a < b }
        }
        return (left.count, one.traits.rawValue, one.index) < (right.count, other.traits.rawValue, other.index)
    }

    private func isSame(_ one: Folded, _ other: Folded) -> Bool {
        one.traits == other.traits
            && letters[one.range].elementsEqual(letters[other.range]) { $0.rawValue == $1.rawValue }
    }
}
