/// The words of a comment that weighed most in its score.
package struct ScorerExplanation: Sendable, Hashable {
    /// A word as it stands in the text.
    package struct Word: Sendable, Hashable {
        /// The word at its first place.
        package let text: String
        /// Every place of the word, in order. A place never splits a character.
        package let ranges: [Range<String.Index>]
        /// The amount that the word adds to the logarithm of the odds, over all its places.
        package let weight: Double
    }

    /// The words that speak for removal, with the highest weight first.
    package let forRemoval: [Word]
    /// The words that speak against removal, with the lowest weight first.
    package let againstRemoval: [Word]
}

extension CommentScorer {
    /// The words that weighed most, at most `most` on each side. Letters and capitals of a word may vary from place to
    /// place.
    ///
    /// The weight of a feature is shared by the places where it stands, and that of a pair by both of its words. So the
    /// weights of all words and the intercept add up to the score. Takes ten times as long as a score.
    package func explanation(of text: String, most: Int = 5) -> ScorerExplanation {
        let words = weighedWords(of: text)
        // Among equal weights, the earlier word comes first.
        let removal = words.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }
        let standing = words.filter { $0.weight < 0 }.sorted { $0.weight < $1.weight }
        return ScorerExplanation(
            forRemoval: Array(removal.prefix(most)), againstRemoval: Array(standing.prefix(most)))
    }

    /// All different words, in the order of their first places.
    func weighedWords(of text: String) -> [ScorerExplanation.Word] {
        let read = CommentWords(text)
        var places = PlacesOfWords(text)
        for (word, share) in zip(read.words, shares(of: read)) {
            places.add(read.letters[word.letters], at: word.bytes, weight: share)
        }
        var groups: [[UInt32]: Int] = [:]
        var found: [(ranges: [Range<String.Index>], weight: Double)] = []
        for place in places.all {
            let group = groups[place.letters, default: found.count]
            if group == found.count {
                groups[place.letters] = group
                found.append(([], 0))
            }
            found[group].ranges.append(place.range)
            found[group].weight += place.weight
        }
        return found.map { .init(text: String(text[$0.ranges[0]]), ranges: $0.ranges, weight: $0.weight) }
    }

    /// The amount that each word adds to the logarithm of the odds.
    private func shares(of words: CommentWords) -> [Double] {
        var places: [Int: Int] = [:]
        CommentFeatures.forEach(in: words) { feature, _ in places[feature, default: 0] += 1 }
        let unit = slope / Double(max(places.count, 1)).squareRoot()
        var shares = [Double](repeating: 0, count: words.words.count)
        CommentFeatures.forEach(in: words) { feature, covered in
            let weight = unit * Double(weights[feature]) / Double(places[feature] ?? 1) / Double(covered.count)
            for index in covered { shares[index] += weight }
        }
        return shares
    }
}

/// The places of words, as whole characters. Words that share a character, such as the two symbols of a flag, are one.
/// Takes time proportional to the length of the text, because it reads the characters once and in order.
private struct PlacesOfWords {
    struct Place {
        var letters: [UInt32]
        var range: Range<String.Index>
        var weight: Double
    }

    private(set) var all: [Place] = []
    private let text: String
    /// The character that was read last, and the one after it.
    private var (character, next): (String.Index, String.Index)

    init(_ text: String) {
        self.text = text
        character = text.startIndex
        next = text.isEmpty ? text.endIndex : text.index(after: text.startIndex)
    }

    /// Adds a word that stands after all others.
    mutating func add(_ letters: ArraySlice<UInt32>, at bytes: Range<Int>, weight: Double) {
        let first = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
        let end = text.utf8.index(text.startIndex, offsetBy: bytes.upperBound)
        while next <= first { readCharacter() }
        let start = character
        while next < end { readCharacter() }
        guard let last = all.indices.last, start < all[last].range.upperBound else {
            all.append(Place(letters: Array(letters), range: start..<next, weight: weight))
            return
        }
        all[last].letters += letters
        all[last].range = all[last].range.lowerBound..<next
        all[last].weight += weight
    }

    private mutating func readCharacter() {
        character = next
        next = text.index(after: next)
    }
}
