import Testing

@testable import Newsroom

@Suite("The automaton finds what a plain search finds", .timeLimit(.minutes(5)))
struct PhraseAutomatonTests {
    @Test("Random phrases of few letters, anywhere in random texts", arguments: 1...20 as ClosedRange<UInt64>)
    func plainSearch(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let letters = Array("abжه")
        func text(_ lengths: ClosedRange<Int>) -> String {
            String(
                (0..<Int.random(in: lengths, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
        }
        let phrases = (0..<40).map { _ in text(1...6) }
        let list = try PhraseList(phrases.map { Phrase($0, isAnywhere: true) })
        let matcher = try PhraseMatcher([list])
        for _ in 0..<20 {
            let text = text(0...30)
            let expected = phrases.indices.filter { list.duplicates[$0] == nil && text.contains(phrases[$0]) }
            let found = matcher.matches(in: text)
            #expect(found.found.map(\.phrase).sorted() == expected, "\(text)")
            for match in found.found {
                let first = text.range(of: phrases[match.phrase]).map { text[..<$0.lowerBound].utf8.count }
                #expect(match.range.lowerBound == first)
            }
        }
    }

    @Test("A short phrase that counts anywhere is found at the end of a longer one that does not")
    func mixed() throws {
        let list = try PhraseList([Phrase("bas"), Phrase("as", isAnywhere: true), Phrase("xbas"), Phrase("s")])
        #expect(try PhraseMatcher([list]).matches(in: "xbasx").found.map(\.phrase) == [1])
        #expect(try PhraseMatcher([list]).matches(in: "xbas").found.map(\.phrase) == [2, 1])
    }

    @Test("States are shared by phrases that begin alike")
    func shared() throws {
        let list = try PhraseList(["he", "she", "his", "hers"].map { Phrase($0) })
        let automaton = try PhraseMatcher([list]).automaton
        // The ten states of the paper, and one that ends the list.
        #expect(automaton.states.count == 11)
        #expect(automaton.endings.count == 5)
    }
}

extension String {
    /// The first place of another text, compared by characters.
    fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}
