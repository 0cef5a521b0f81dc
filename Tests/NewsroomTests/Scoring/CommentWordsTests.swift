import Testing

@testable import Newsroom

@Suite("The words and features that the scorer sees", .timeLimit(.minutes(5)))
struct CommentWordsTests {
    private func words(_ text: String) -> [String] {
        let read = CommentWords(text)
        return read.words.map { word in
            String(String.UnicodeScalarView(read.letters[word.letters].compactMap(Unicode.Scalar.init)))
        }
    }

    @Test(
        "Case, accents, widths and apostrophes do not count",
        arguments: [
            ("Hello, WORLD!", ["hello", "world"]), ("don't dont don’t", ["dont", "dont", "dont"]),
            ("Ïdïöt i\u{308}diot", ["idiot", "idiot"]), ("ｆｕｌｌ", ["full"]), ("𝐛𝐨𝐥𝐝", ["bold"]),
            ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]), ("Йод", ["иод"]), ("İ", ["i"]), ("straße STRAẞE", ["straße", "straße"]),
            ("a1b2 2026", ["a1b2", "2026"]), ("ba\u{AD}d b\u{200B}ad", ["bad", "bad"]),
            ("x-y_z", ["x", "y", "z"]), ("", []), (" …!? ", []), ("'", []), ("نَص", ["نص"]),
            // The virama is a mark of another class than 0. The vowels stay.
            ("हिन्दी", ["हिनदी"]), ("한국어", ["한국어"]),
        ])
    func folding(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(
        "A character of a script without spaces, an emoji and a symbol are words",
        arguments: [
            ("中文ok", ["中", "文", "ok"]), ("が か\u{3099}", ["か", "か"]), ("a🤡b", ["a", "🤡", "b"]),
            ("👍🏽👍", ["👍", "👍"]), ("☠️", ["☠"]), ("ไทย", ["ไ", "ท", "ย"]),
        ])
    func wordsOfTheirOwn(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("The places of words are those in the text")
    func places() {
        let text = "  Ünder – “don't” 🤡中x"
        let utf8 = Array(text.utf8)
        let found = CommentWords(text).words.map { String(decoding: utf8[$0.bytes], as: UTF8.self) }
        #expect(found == ["Ünder", "don't", "🤡", "中", "x"])
    }

    @Test("Characters beyond the longest comment do not count")
    func longest() {
        let text = String(repeating: "ab ", count: 4_000)
        #expect(CommentWords(text).words.count == 1_667)
    }

    @Test("A feature counts once, however often it stands in the text")
    func once() {
        let once = CommentFeatures.different(in: CommentWords("buy now"))
        let often = CommentFeatures.different(in: CommentWords(String(repeating: "buy now ", count: 50)))
        #expect(Set(often).count == often.count)
        // The pair "now buy" is new.
        #expect(Set(often).isSuperset(of: once) && often.count == once.count + 1)
    }

    @Test(
        "The features of a word are itself and its runs of three to five letters, and those of two words also the pair")
    func number() {
        // Of the 6 letters with both boundaries: 4 runs of three, 3 of four, 2 of five.
        #expect(CommentFeatures.different(in: CommentWords("word")).count == 1 + 4 + 3 + 2)
        #expect(CommentFeatures.different(in: CommentWords("a")).count == 1 + 1)
        #expect(CommentFeatures.different(in: CommentWords("中")).count == 1)
        #expect(CommentFeatures.different(in: CommentWords("中文")).count == 3)
        #expect(CommentFeatures.different(in: CommentWords("")).isEmpty)
    }

    @Test("The order of two words makes a difference of one feature")
    func order() {
        let one = Set(CommentFeatures.different(in: CommentWords("good news")))
        let other = Set(CommentFeatures.different(in: CommentWords("news good")))
        #expect(one.subtracting(other).count == 1 && other.subtracting(one).count == 1)
    }

    @Test("The numbers of features stay the same while the version of stored scorers does")
    func version() {
        #expect(ScorerBlob.version == 1)
        #expect(
            CommentFeatures.different(in: CommentWords("Été 中文"))
                == [156008, 168807, 247743, 175210, 112253, 235932, 233205, 204992, 117803, 191068, 146563])
    }

    @Test("Different words seldom have the same number")
    func spread() {
        let words = (0..<20_000).map { "w\($0)" }
        let numbers = Set(words.map { CommentFeatures.different(in: CommentWords($0))[0] })
        // 20,000 numbers at random among 262,144 leave about 19,255 different ones.
        #expect((19_100...19_400).contains(numbers.count), "\(numbers.count)")
    }
}
