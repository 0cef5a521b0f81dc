import Newsroom
import Testing

@Suite("Slugs", .timeLimit(.minutes(1)))
struct SlugTests {
    private static let long = String(repeating: "abcdefgh", count: 11)

    @Test(
        "Headlines keep their established slugs",
        arguments: [
            ("A bridge opens", "a-bridge-opens"), ("C++ and C#", "c-and-c"),
            ("Mål! Über-Boss’s day", "mal-uber-bosss-day"),
            ("+", "story"), ("", "story"), ("Ё-моё", "е-мое"), ("a \(long) b", "a"),
            (
                "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
                "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen"
            ),
        ])
    func headlines(_ headline: String, _ slug: String) {
        #expect(Slug(headline: headline).text == slug)
    }

    @Test("A word that is too long for a slug is cut")
    func longWord() {
        #expect(Slug(headline: Self.long).text == String(Self.long.prefix(79)))
        #expect(Slug(headline: "\(Self.long) opens").text == String(Self.long.prefix(79)))
        #expect(Slug(topic: Self.long).text == String(Self.long.prefix(79)))
    }

    @Test(
        "Slugs of topics keep accents and spell out symbols",
        arguments: [
            ("Bridges", "bridges"), ("C", "c"), ("C++", "c-plus-plus"), ("C#", "c-sharp"), ("+", "plus"),
            ("R&D", "r-and-d"),
            ("Mål", "mål"), ("Mal", "mal"), ("Über", "über"), ("Ё", "ё"), ("Е", "е"), ("O’Brien's", "obriens"),
            ("#MeToo", "hash-metoo"), ("100%", "100-percent"), ("A+", "a-plus"), ("A-", "a"), ("€", "euro"),
            ("U.S. Open | Tennis", "u-s-open-tennis"), ("🎉", "party-popper"), ("🇸🇾", "sy"),
            ("👍🏽", "thumbs-up-emoji-modifier-fitzpatrick-type-4"),
            ("👨‍👩‍👧", "man-woman-girl"), ("1️⃣", "1"), ("!!", "exclamation-mark-exclamation-mark"), ("السياسة", "السياسة"),
            ("हिन्दी", "हिन्दी"), ("Ａ１", "a1"), ("\u{301}", "combining-acute-accent"), ("\u{E000}", "topic"),
            ("東京・大阪", "東京-大阪"),
        ])
    func topics(_ name: String, _ slug: String) {
        #expect(Slug(topic: name).text == slug)
        #expect(Topic(name: name).slug.text == slug)
    }

    @Test("A numbered slug stays within the maximum length")
    func numbered() {
        #expect(Slug(stored: "bridges").numbered(2).text == "bridges-2")
        let long = Slug(stored: String(repeating: "ab-", count: 27).dropLast().description)
        #expect(long.numbered(10).text == String(repeating: "ab-", count: 25) + "ab-10")
        #expect(long.numbered(2).text.count <= 80)
    }

    @Test("Different spellings of a name are one topic, and different names are different topics")
    func keys() {
        let spellings = ["Syria", "SYRIA", " syria ", "Ｓｙｒｉａ"]
        #expect(Set(spellings.map { Topic(name: $0).nameKey }).count == 1)
        #expect(Set(["C", "C++", "C#", "Mal", "Mål", "Ё", "Е"].map { Topic(name: $0).nameKey }).count == 7)
    }
}
