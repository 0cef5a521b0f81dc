/// Words and phrases that a page shows only when asked for them. Case and accents do not matter, and a word matches
/// only as a whole.
package struct WordMasks: Sendable {
    package static let none = WordMasks([])

    /// A longer word matches nothing.
    static let longestWord = 64
    /// The most words that a phrase may have. The cost of a search depends on it.
    package static let mostWords = 8

    /// One word of one or more phrases, with the words that may follow.
    private struct Step {
        var next: [String: Int] = [:]
        var isEnd = false
    }

    private var steps = [Step()]

    package init(_ phrases: [String]) {
        for phrase in phrases {
            let words = Self.words(of: phrase)
            guard (1...Self.mostWords).contains(words.count), !words.contains("") else { continue }
            var step = 0
            for word in words {
                if let next = steps[step].next[word] {
                    step = next
                } else {
                    steps.append(Step())
                    steps[step].next[word] = steps.count - 1
                    step = steps.count - 1
                }
            }
            steps[step].isEnd = true
        }
    }

    package var isEmpty: Bool { steps.count == 1 }

    /// Whether a phrase consists of letters, digits, blanks, hyphens and apostrophes, and is short enough.
    package static func accepts(_ phrase: String) -> Bool {
        let isPlain = phrase.unicodeScalars.allSatisfy { scalar in
            MaskedWord.isPart(scalar) || scalar.properties.isWhitespace || "-'’‐".unicodeScalars.contains(scalar)
        }
        let words = words(of: phrase)
        return isPlain && (1...mostWords).contains(words.count) && !words.contains("")
    }

    private static func words(of phrase: String) -> [String] {
        HTML(text: phrase).bytes.withUnsafeBufferPointer { MaskedWord.words(in: $0) }.map(\.folded)
    }

    /// The places in markup of words to mask, in order and without overlaps. Of several phrases at one place, the
    /// longest counts.
    func places(in html: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let words = MaskedWord.words(in: html)
        var (places, index) = ([Range<Int>](), 0)
        while index < words.count {
            let count = length(of: words[index...])
            if count > 0 { places.append(words[index].range.lowerBound..<words[index + count - 1].range.upperBound) }
            index += max(count, 1)
        }
        return places
    }

    /// How many words, from the first on, are a phrase.
    private func length(of words: ArraySlice<MaskedWord>) -> Int {
        var (step, longest) = (0, 0)
        for (count, word) in words.prefix(Self.mostWords).enumerated() {
            guard count == 0 || !word.isAfterBreak, let next = steps[step].next[word.folded] else { break }
            step = next
            if steps[step].isEnd { longest = count + 1 }
        }
        return longest
    }
}
