/// One search of all phrases in a text. It reads the text once for each way in which signs can be understood.
struct PhraseSearch {
    private let matcher: PhraseMatcher
    /// A bit for each phrase, in the matcher's order, that this reading of the text has found.
    private var isFound: [UInt64] = []
    private var places: [UInt32: Range<Int>] = [:]
    private var marked: [Range<Int>] = []

    init(_ matcher: PhraseMatcher) { self.matcher = matcher }

    var matches: PhraseMatches {
        guard !places.isEmpty else { return PhraseMatches() }
        let found = places.map { phrase, range in
            let listed = matcher.phrases[Int(phrase)]
            return PhraseMatches.Match(list: Int(listed.list), phrase: Int(listed.index), range: range)
        }
        return PhraseMatches(found: found, places: marked)
    }

    /// Looks for the phrases. `stroke` takes the place of `1`, `!` and `|`, if it is given.
    mutating func read(_ text: FoldedText, stroke: UInt32?) {
        isFound = []
        let letters = text.letters
        let counts = LetterCounts(letters)
        let automaton = matcher.automaton
        var state: UInt32 = 0
        for (place, letter) in letters.enumerated() {
            let compared = stroke.flatMap { letter.isStroke ? $0 : nil } ?? letter.letter
            state = automaton.state(after: state, compared)
            let ending = automaton.states[Int(state)].ending
            if ending != 0, letter.traits.contains(.isLast) { take(ending, letters, counts, end: place + 1) }
        }
    }

    /// Takes the endings that are found behind a letter, the longest first.
    private mutating func take(_ first: UInt32, _ letters: [FoldedText.Letter], _ counts: LetterCounts, end: Int) {
        let endsWord = letters.isBoundary(end)
        var longest = end
        var number = first
        while number != 0 {
            let ending = matcher.automaton.endings[Int(number)]
            number = ending.shorter
            guard endsWord || ending.isAnywhere else { return }
            let range = end - Int(ending.length)..<end
            guard letters[range.lowerBound].traits.contains(.isFirst) else { continue }
            let isWhole = endsWord && letters.isBoundary(range.lowerBound)
            for phrase in ending.phrases {
                let listed = matcher.phrases[Int(phrase)]
                guard isWhole || listed.traits.contains(.isAnywhere) else { continue }
                // A place inside a longer one adds nothing. This bounds the work for phrases such as a, aa and aaa.
                if longest <= range.lowerBound, hasFound(phrase) { continue }
                guard fits(listed, range, letters, counts) else { continue }
                add(
                    phrase, Int(letters[range.lowerBound].start)..<Int(letters[end - 1].end),
                    isNew: longest > range.lowerBound)
                longest = min(longest, range.lowerBound)
            }
        }
    }

    /// Whether the gaps, digits and signs allow what the letters have promised.
    private func fits(
        _ phrase: PhraseMatcher.Listed, _ range: Range<Int>, _ letters: [FoldedText.Letter], _ counts: LetterCounts
    ) -> Bool {
        let (first, last) = (counts[range.lowerBound], counts[range.upperBound])
        // A capital look-alike counts only beside a Latin letter: the Russian `как` is not `kak`.
        if last.weak != first.weak, last.latin == first.latin, !phrase.traits.contains(.hasWeak) { return false }
        if phrase.traits.contains(.isPlain) {
            // The gap before the first letter does not matter.
            guard last.wordEnds == counts[range.lowerBound + 1].wordEnds else { return false }
            guard last.inNumbers == first.inNumbers else { return false }
            return last.substitutes == first.substitutes || last.letters > first.letters
        }
        var substitutes = 0
        for (offset, letter) in letters[range].enumerated() {
            let own = matcher.letters[Int(phrase.start) + offset]
            guard own.fits(letter, isFirst: offset == 0) else { return false }
            guard letter.isSubstitute, own.literal == 0 else { continue }
            if letter.traits.contains(.isInNumber) { return false }
            substitutes += 1
        }
        return substitutes == 0 || last.letters > first.letters
    }

    private func hasFound(_ phrase: UInt32) -> Bool {
        !isFound.isEmpty && isFound[Int(phrase >> 6)] >> (phrase & 63) & 1 == 1
    }

    private mutating func add(_ phrase: UInt32, _ range: Range<Int>, isNew: Bool) {
        if isNew { marked.append(range) }
        if isFound.isEmpty { isFound = Array(repeating: 0, count: matcher.phrases.count / 64 + 1) }
        isFound[Int(phrase >> 6)] |= 1 << (phrase & 63)
        if let known = places[phrase], known.lowerBound <= range.lowerBound { return }
        places[phrase] = range
    }
}

/// The number of letters of some kinds before each place of a text.
private struct LetterCounts {
    struct Count {
        var wordEnds: Int32 = 0
        var letters: Int32 = 0
        var substitutes: Int32 = 0
        var inNumbers: Int32 = 0
        var weak: Int32 = 0
        var latin: Int32 = 0
    }

    private var counts: [Count] = [Count()]

    init(_ letters: [FoldedText.Letter]) {
        counts.reserveCapacity(letters.count + 1)
        var count = Count()
        for letter in letters {
            if letter.gap.endsWord { count.wordEnds += 1 }
            if letter.traits.contains(.isWeak) { count.weak += 1 }
            if letter.traits.contains(.isLatin) { count.latin += 1 }
            if letter.traits.contains(.isLetter) { count.letters += 1 }
            if letter.isSubstitute {
                if letter.traits.contains(.isInNumber) { count.inNumbers += 1 } else { count.substitutes += 1 }
            }
            counts.append(count)
        }
    }

    subscript(place: Int) -> Count { counts[place] }
}

extension [FoldedText.Letter] {
    /// Whether a word ends or begins before this letter.
    fileprivate func isBoundary(_ place: Int) -> Bool {
        guard place > 0, place < count else { return true }
        let gap = self[place].gap
        return (gap != .none && gap != .decimal) || self[place].traits.contains(.standsAlone)
            || self[place - 1].traits.contains(.standsAlone)
    }
}
