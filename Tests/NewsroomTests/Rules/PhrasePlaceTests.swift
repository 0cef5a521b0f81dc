import Testing

@testable import Newsroom

@Suite("The places of phrases in a text", .timeLimit(.minutes(1)))
struct PhrasePlaceTests {
    @Test(
        "The place is that of the letters in the text, without what surrounds them",
        arguments: [
            ("bad", "so bad, sad", ["bad"]), ("bad", "¡B\u{301}à\u{AD}d!", ["B\u{301}à\u{AD}d"]),
            ("bad", "I b a d ly", ["b a d"]), ("go home", "👍 Go —\n home!", ["Go —\n home"]),
            ("bad", "bad bad", ["bad", "bad"]), ("find", "ﬁnd", ["ﬁnd"]),
            ("ass", "as\u{301}\u{302}s\u{303}\u{200D}", ["as\u{301}\u{302}s\u{303}\u{200D}"]),
            ("кот", "мой ко́т", ["ко́т"]), ("bad", "**b**a**d**", ["b**a**d"]), ("shit", "sh!t!", ["sh!t"]),
            ("idiot", "@idiot!", ["idiot"]), ("strasse", "die Straße", ["Straße"]), ("🖕", "a🖕🏽b", ["🖕🏽"]),
        ])
    func places(phrase: String, text: String, words: [String]) throws {
        #expect(try marked([phrase], in: text) == words)
    }

    @Test("All phrases in a place are found, and their places are one", arguments: [false, true])
    func overlaps(anywhere: Bool) throws {
        let found = try matches(
            of: ["go home", "home", "home now", "go", "now", "other"], in: "Go home now!", anywhere: anywhere)
        #expect(found.found.map(\.phrase) == [3, 0, 1, 2, 4])
        #expect(found.found.map(\.range) == [0..<2, 0..<7, 3..<7, 3..<11, 8..<11])
        #expect(found.places == [0..<11])
    }

    @Test("A phrase is given once, with its first place, and all of its places are marked")
    func first() throws {
        let found = try matches(of: ["idiot"], in: "1D10T, idiot and @idiot")
        #expect(found.found.map(\.range) == [0..<5])
        #expect(found.places == [0..<5, 7..<12, 18..<23])
        let other = try matches(of: ["idiot"], in: "@idiot, idiot")
        #expect(other.found.map(\.range) == [1..<6])
        #expect(other.places == [1..<6, 8..<13])
        let covered = try matches(of: ["idiot", "an idiot"], in: "an @idiot, idiot")
        #expect(covered.found.map(\.range) == [0..<9, 4..<9])
    }

    @Test(
        "A place splits no character",
        arguments: ["a\u{301}s", "👨‍👩‍👧as", "🇩🇪as", "कि", "각", "as\u{20DD}", "ﬁas", "가\u{11A8}as"])
    func characters(piece: String) throws {
        let text = "as \(piece) b\(piece)\(piece)c as"
        let phrases = ["as", "s", "a", "👨", "👩", "🇩", "क", "가", "f", "i", "as as", "ias"]
        for range in try matches(of: phrases, in: text, anywhere: true).places {
            for offset in [range.lowerBound, range.upperBound] {
                let index = text.utf8.index(text.startIndex, offsetBy: offset)
                #expect(index == text.endIndex || text.indices.contains(index))
            }
        }
    }

    @Test("The passages put together are the text", arguments: ["", "bad", "so bad it is b.a.d!", "👍bad👍", "nothing"])
    func passages(text: String) throws {
        let passages = try matches(of: ["bad"], in: text).passages(of: text)
        #expect(passages.map(\.text).joined() == text)
        #expect(passages.allSatisfy { !$0.text.isEmpty })
    }

    @Test("A match names its list and its phrase in the list as it was given")
    func lists() throws {
        let matcher = try PhraseMatcher([
            PhraseList([Phrase("!"), Phrase("bad"), Phrase("BAD"), Phrase("sad")]), PhraseList([]),
            PhraseList([Phrase("bad", isAnywhere: true)]),
        ])
        let found = matcher.matches(in: "Sad, bad").found
        #expect(found.map { [$0.list, $0.phrase] } == [[0, 3], [0, 1], [2, 0]])
        #expect(matcher.matches(in: "badly").found.map { [$0.list, $0.phrase] } == [[2, 0]])
    }

    @Test("No lists, empty lists and empty texts find nothing")
    func nothing() throws {
        #expect(try PhraseMatcher([]).matches(in: "bad").isEmpty)
        #expect(try PhraseMatcher([PhraseList([])]).matches(in: "bad").isEmpty)
        #expect(try !finds("bad", in: ""))
        #expect(try !finds("bad", in: " .,-!\u{301}\u{200B}"))
    }
}
