import Testing

@testable import Newsroom

@Suite("Lists of phrases", .timeLimit(.minutes(5)))
struct PhraseListTests {
    @Test(
        "A phrase without letters, digits and pictures is not taken",
        arguments: [
            "", " ", "!!!", "\u{200B}", "\u{301}", "***", "$", "@", "-", "\u{AD}\u{FE0F}", "\n", "¿?", "'", "|",
        ])
    func empty(text: String) throws {
        let list = try PhraseList([Phrase("bad"), Phrase(text)])
        #expect(list.faults == [1: .empty])
        #expect(list.count == 1)
    }

    @Test("A phrase of 100 letters is taken, and a longer one is not", arguments: [(100, true), (101, false)])
    func long(length: Int, isTaken: Bool) throws {
        let word = String(repeating: "b-", count: length)
        let list = try PhraseList([Phrase(word)])
        #expect(list.faults == (isTaken ? [:] : [0: .tooLong(length)]))
        #expect(try PhraseMatcher([list]).matches(in: String(repeating: "B", count: length)).isEmpty != isTaken)
    }

    @Test("Phrases that are the same after folding are duplicates of the first")
    func duplicates() throws {
        let texts = [
            "bad", "BAD", "go home", "bád", "go,  home", "gohome", "go-home", "b4d", "B４D", "b.a.d", "Bаd", "!", "?",
        ]
        let list = try PhraseList(texts.map { Phrase($0) })
        #expect(list.duplicates == [1: 0, 3: 0, 4: 2, 8: 7, 10: 0])
        #expect(list.faults == [11: .empty, 12: .empty])
        #expect(list.count == 6)
    }

    @Test("A whole word and the same word anywhere are no duplicates")
    func different() throws {
        let list = try PhraseList([Phrase("bad"), Phrase("bad", isAnywhere: true), Phrase("Bad", isAnywhere: true)])
        #expect(list.duplicates == [2: 1])
        #expect(try PhraseMatcher([list]).matches(in: "bad").found.map(\.phrase) == [0, 1])
    }

    @Test("A list of more than 100,000 phrases is refused with their number, before it is folded")
    func tooMany() throws {
        let start = ContinuousClock.now
        let phrase = Phrase(String(repeating: "b", count: 90))
        #expect(throws: PhraseListFault.tooManyInList(count: 100_001)) {
            try PhraseList(Array(repeating: phrase, count: 100_001))
        }
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("More than 200,000 phrases, or 4,000,000 letters, of all lists are refused")
    func tooManyInAll() throws {
        let numbers = try PhraseList((100_000..<200_000).map { Phrase("\($0)") })
        #expect(numbers.count == 100_000)
        #expect(throws: PhraseListFault.tooMany(count: 200_001)) {
            try PhraseMatcher([numbers, numbers, PhraseList([Phrase("one")])])
        }
        let long = try PhraseList((10_000..<20_000).map { Phrase("\($0)" + String(repeating: "b", count: 95)) })
        #expect(throws: PhraseListFault.tooManyLetters(count: 5_000_000)) {
            try PhraseMatcher([long, long, long, long, long])
        }
    }
}
