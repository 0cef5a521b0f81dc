/// The features that the scorer counts in a comment: its words, its pairs of neighboring words, and the runs of three to five
/// letters in its words. Each is hashed to a number below `count`, so the scorer keeps no list of words.
///
/// A change of these numbers makes stored scorers useless; `ScorerBlob.version` must change with them.
enum CommentFeatures {
    static let bits = 18
    static let count = 1 << bits

    /// The lengths of runs of letters. The boundary of a word counts as a letter.
    private static let runs = 3...5

    /// The different features of a text. A repeated word counts once, so nobody can drown a word in repetitions of
    /// others, and no feature gains weight by repetition.
    static func different(in words: CommentWords) -> [UInt32] {
        var seen = [UInt64](repeating: 0, count: count / 64)
        var found: [UInt32] = []
        found.reserveCapacity(min(3 * words.letters.count, count))
        forEach(in: words) { feature, _ in
            let bit: UInt64 = 1 << UInt64(feature % 64)
            guard seen[feature / 64] & bit == 0 else { return }
            seen[feature / 64] |= bit
            found.append(UInt32(feature))
        }
        return found
    }

    /// Calls `body` with every feature and the indexes of the words that it covers, which are one word or two.
    @inline(__always)
    static func forEach(in words: CommentWords, _ body: (_ feature: Int, _ covered: ClosedRange<Int>) -> Void) {
        var before: UInt64?
        for (index, word) in words.words.enumerated() {
            let hash = words.letters[word.letters].reduce(Seed.word) { mixed($0, UInt64($1)) }
            body(number(hash), index...index)
            if let before { body(number(mixed(mixed(Seed.pair, before), hash)), index - 1...index) }
            before = hash
            // The runs of a single symbol say nothing that the symbol does not.
            guard word.letters.count > 1 || !LetterFolding.isWord(words.letters[word.letters.lowerBound]) else {
                continue
            }
            forEachRun(in: words.letters, word.letters.lowerBound - 1..<word.letters.upperBound + 1) {
                body($0, index...index)
            }
        }
    }

    @inline(__always)
    private static func forEachRun(in letters: [UInt32], _ range: Range<Int>, _ body: (Int) -> Void) {
        for start in range {
            var hash = Seed.run
            for place in start..<min(start + runs.upperBound, range.upperBound) {
                hash = mixed(hash, UInt64(letters[place]))
                if place - start + 1 >= runs.lowerBound { body(number(hash)) }
            }
        }
    }

    /// The beginnings of the hashes, so that a word and a run of the same letters differ.
    private enum Seed {
        static let word: UInt64 = 0x517C_C1B7_2722_0A95
        static let pair: UInt64 = 0x2545_F491_4F6C_DD1D
        static let run: UInt64 = 0xD6E8_FEB8_6659_FD93
    }

    private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 { ((hash << 5 | hash >> 59) ^ value) &* odd }

    /// The upper bits, because multiplication mixes upward.
    private static func number(_ hash: UInt64) -> Int { Int(((hash ^ hash >> 32) &* odd) >> UInt64(64 - bits)) }
}
