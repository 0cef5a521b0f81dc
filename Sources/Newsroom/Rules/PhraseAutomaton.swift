/// The automaton of Aho and Corasick ("Efficient string matching", 1975): finds all phrases in one pass over the
/// letters of a text, whatever the text and the phrases are.
///
/// The states are in the order of their depth, and those that follow the same state stand together. So a state needs
/// only the number of the first one that follows it.
struct PhraseAutomaton: Sendable {
    struct State {
        /// The letter that leads here.
        let letter: UInt32
        /// The first state that follows. The next state's number ends the list of those that follow.
        var firstNext: UInt32 = 0
        /// The state of the longest end of the letters so far with which another phrase begins.
        var fallback: UInt32 = 0
        /// The longest ending here, as its number in `endings`; 0 for none.
        var ending: UInt32 = 0
    }

    /// Phrases with the same letters.
    struct Ending {
        /// Their places in the order of the phrases.
        let phrases: Range<UInt32>
        let length: UInt8
        /// Whether one of them, or of the endings that are shorter, counts inside words.
        var isAnywhere: Bool
        /// The next shorter ending that is found in the same place; 0 for none.
        var shorter: UInt32 = 0
    }

    private(set) var states: [State]
    private(set) var endings: [Ending]
    /// For each ASCII character, the state that follows the first one; 0 for none.
    private var beginnings = [UInt32](repeating: 0, count: 128)

    /// Takes phrases in the order of their letters.
    init(_ phrases: [PhraseMatcher.Listed], letters: [PhraseLetter]) {
        var builder = AutomatonBuilder(phrases, letters: letters)
        builder.build()
        (states, endings) = (builder.states, builder.endings)
        for state in Self.following(0, in: states) where states[state].letter < 128 {
            beginnings[Int(states[state].letter)] = UInt32(state)
        }
        addFallbacks()
    }

    /// The number of bytes that it takes in memory.
    var size: Int { states.count * MemoryLayout<State>.stride + endings.count * MemoryLayout<Ending>.stride }

    /// The state after one more letter. All letters of a text together fall back at most as often as they advance.
    func state(after state: UInt32, _ letter: UInt32) -> UInt32 {
        var state = state
        while true {
            if let next = next(state, letter) { return next }
            if state == 0 { return 0 }
            state = states[Int(state)].fallback
        }
    }

    /// A binary search among the states that follow.
    private func next(_ state: UInt32, _ letter: UInt32) -> UInt32? {
        if state == 0, letter < 128 {
            let found = beginnings[Int(letter)]
            return found == 0 ? nil : found
        }
        var low = Int(states[Int(state)].firstNext)
        var high = Int(states[Int(state) + 1].firstNext)
        while low < high {
            let middle = (low + high) / 2
            if states[middle].letter < letter { low = middle + 1 } else { high = middle }
        }
        let end = Int(states[Int(state) + 1].firstNext)
        return low < end && states[low].letter == letter ? UInt32(low) : nil
    }

    private static func following(_ state: Int, in states: [State]) -> Range<Int> {
        Int(states[state].firstNext)..<Int(states[state + 1].firstNext)
    }

    /// A state's fallback is less deep, so it is complete before the state needs it.
    private mutating func addFallbacks() {
        // The last state only ends the list.
        for parent in 0..<states.count - 1 {
            for child in Self.following(parent, in: states) {
                let fallback = parent == 0 ? 0 : state(after: states[parent].fallback, states[child].letter)
                states[child].fallback = fallback
                let shorter = states[Int(fallback)].ending
                let own = Int(states[child].ending)
                if own == 0 {
                    states[child].ending = shorter
                } else {
                    endings[own].shorter = shorter
                    if endings[Int(shorter)].isAnywhere { endings[own].isAnywhere = true }
                }
            }
        }
    }
}

/// Makes the states, depth by depth, from phrases in the order of their letters.
private struct AutomatonBuilder {
    let phrases: [PhraseMatcher.Listed]
    let letters: [PhraseLetter]
    var states: [PhraseAutomaton.State] = []
    /// The first one stands for none.
    var endings = [PhraseAutomaton.Ending(phrases: 0..<0, length: 0, isAnywhere: false)]
    /// For each state of one depth, the phrases that begin with its letters.
    private var level: [Range<UInt32>] = []
    private var nextLevel: [Range<UInt32>] = []

    init(_ phrases: [PhraseMatcher.Listed], letters: [PhraseLetter]) {
        self.phrases = phrases
        self.letters = letters
    }

    mutating func build() {
        states.reserveCapacity(stateCount)
        states.append(PhraseAutomaton.State(letter: 0))
        level = [0..<UInt32(phrases.count)]
        var (first, depth) = (0, 0)
        while !level.isEmpty {
            for (offset, range) in level.enumerated() { addStates(behind: first + offset, range, depth: depth) }
            first += level.count
            depth += 1
            (level, nextLevel) = (nextLevel, [])
        }
        states.append(PhraseAutomaton.State(letter: 0, firstNext: UInt32(states.count)))
    }

    /// The number of states, with the first and the last one.
    private var stateCount: Int {
        var count = 2
        for (index, phrase) in phrases.enumerated() {
            var shared = 0
            if index > 0 {
                let most = Int(min(phrase.length, phrases[index - 1].length))
                while shared < most, letter(index, shared) == letter(index - 1, shared) { shared += 1 }
            }
            count += Int(phrase.length) - shared
        }
        return count
    }

    private func letter(_ phrase: Int, _ depth: Int) -> UInt32 { letters[Int(phrases[phrase].start) + depth].letter }

    private mutating func addStates(behind state: Int, _ range: Range<UInt32>, depth: Int) {
        states[state].firstNext = UInt32(states.count)
        // Phrases that end here come before those that go on.
        var place = range.lowerBound
        while place < range.upperBound, Int(phrases[Int(place)].length) == depth { place += 1 }
        if place > range.lowerBound {
            states[state].ending = UInt32(endings.count)
            let own = range.lowerBound..<place
            endings.append(
                PhraseAutomaton.Ending(
                    phrases: own, length: UInt8(depth),
                    isAnywhere: own.contains { phrases[Int($0)].traits.contains(.isAnywhere) }))
        }
        while place < range.upperBound {
            let first = place
            let letter = letter(Int(place), depth)
            while place < range.upperBound, self.letter(Int(place), depth) == letter { place += 1 }
            states.append(PhraseAutomaton.State(letter: letter))
            nextLevel.append(first..<place)
        }
    }
}
