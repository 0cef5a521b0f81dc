import Newsroom
import Testing

@Suite("Words of a search", .timeLimit(.minutes(1)))
struct SearchWordsTests {
    @Test(
        "A text has the same words in every spelling",
        arguments: [
            ("The Bridge at Dawn, the bridge!", ["the", "bridge", "at", "dawn"]),
            ("Café MÜNCHEN", ["cafe", "munchen"]),
            ("Ｆｕｌｌ width", ["full", "width"]), ("東京タワー 2026", ["東", "京", "タ", "ワ", "ー", "2026"]),
            ("don't re-use", ["don", "t", "re", "use"]), ("  ", []),
        ] as [(String, [String])])
    func words(text: String, words: [String]) { #expect(text.searchWords(limit: 100) == words) }

    @Test("There is a limit for the number of words and for their length")
    func limits() {
        #expect("a b c d".searchWords(limit: 2) == ["a", "b"])
        #expect(String(repeating: "x", count: 90).searchWords(limit: 5).map(\.count) == [40])
    }
}
