import Testing

@testable import Newsroom

/// Whether a list with one phrase finds it in a text.
func finds(_ phrase: String, in text: String, anywhere: Bool = false) throws -> Bool {
    try !matches(of: [phrase], in: text, anywhere: anywhere).isEmpty
}

func matches(of phrases: [String], in text: String, anywhere: Bool = false) throws -> PhraseMatches {
    let list = try PhraseList(phrases.map { Phrase($0, isAnywhere: anywhere) })
    #expect(list.faults.isEmpty)
    return try PhraseMatcher([list]).matches(in: text)
}

/// The words of a text that are marked.
func marked(_ phrases: [String], in text: String, anywhere: Bool = false) throws -> [String] {
    try matches(of: phrases, in: text, anywhere: anywhere).passages(of: text).filter(\.isFound).map { String($0.text) }
}

/// Generates the same numbers in every run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
