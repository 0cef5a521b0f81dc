import Testing

@testable import Newsroom

@Suite("Separators inside words and between them", .timeLimit(.minutes(1)))
struct PhraseSeparatorTests {
    @Test(
        "A word is found with separators between its letters",
        arguments: [
            "b.a.d", "ba-d", "b*a*d", "b-ad", "b_a_d", "b·a·d", "b•ad", "ba‑d", "b a d", "b  a  d", "I b a d",
            "b a d I", "b, a, d", "b/a/d", "b...a...d", "b'a'd", "b\na\nd", "b.a d", "ba**d**", "**bad**", "_bad_",
            "b~a~d", "(b)(a)(d)", "b—a—d", "b\u{A0}a\u{A0}d", "b\u{3000}a\u{3000}d",
        ])
    func inserted(text: String) throws {
        #expect(try finds("bad", in: text))
        #expect(try finds("bad", in: "Say: \(text), now."))
        #expect(try finds("bad", in: text, anywhere: true))
    }

    @Test(
        "Blanks and punctuation between pieces of several letters join no word",
        arguments: [
            ("ashit", "as hit"), ("ashit", "as, hit"), ("ashit", "as—hit"), ("ashit", "as...hit"), ("ashit", "as/hit"),
            ("ahole", "a hole"), ("bad", "b ad"), ("bad", "ba d"), ("bad", "b, ad"), ("hell", "he'll"),
            ("hell", "he’ll"), ("shed", "she'd"), ("ashit", "as\nhit"), ("ashit", "as (hit)"), ("ashit", "as\"hit\""),
            ("go", "g -- ox"),
        ])
    func apart(phrase: String, text: String) throws {
        #expect(try !finds(phrase, in: text))
        #expect(try !finds(phrase, in: text, anywhere: true))
    }

    @Test(
        "White space and punctuation between the words of a phrase count as one blank",
        arguments: [
            "go home", "Go  Home", "go\nhome", "go\r\nhome", "go—home", "go, home", "go... home", "go-home", "go.home",
            "go\thome", "go\u{A0}home", "go / home", "“go” home", "g.o h-o-m-e", "g o h o m e", "gö höme", "g0 h0me",
            "go\u{200B} home", "go * home", "go (home)", "go's home's go home",
        ])
    func phrases(text: String) throws {
        #expect(try finds("go home", in: text))
        #expect(try finds("go\n \thome", in: text))
        #expect(try finds("go—home", in: text))
    }

    @Test(
        "A phrase needs its blanks, and no others",
        arguments: ["gohome", "go ho me", "go hom", "go homes", "ago home", "goh ome", "go the home", "home go", "go"])
    func otherPhrases(text: String) throws { #expect(try !finds("go home", in: text)) }

    @Test(
        "A phrase with a hyphen, a dot or an apostrophe is found with it, without it and with a blank",
        arguments: [
            ("co-op", ["co-op", "coop", "co op", "co‐op"]), ("don't", ["don't", "dont", "don’t", "don t"]),
            ("O'Brien", ["O'Brien", "OBRIEN", "o brien"]), ("Ph.D", ["PhD", "Ph.D.", "ph d"]),
            ("b.a.d", ["bad", "b.a.d", "b a d"]),
        ])
    func hyphens(phrase: String, texts: [String]) throws {
        for text in texts { #expect(try finds(phrase, in: text), "\(text)") }
    }

    @Test(
        "Characters of regular expressions are ordinary ones",
        arguments: [
            ("b.d", "bad", false), ("b.d", "bd", true), ("ba*d", "baad", false), ("ba*d", "ba*d", true),
            ("[bad]", "a", false), ("[bad]", "bad", true), ("(bad", "bad", true), ("b{3}", "bbb", false),
            ("bad$", "bad", false), ("bad\\", "bad", true), ("^bad", "bad", true), ("bad|good", "good", false),
            (".*bad.*", "bad", true), ("ba+d", "baad", false), ("\\w+", "abc", false),
        ])
    func expressions(phrase: String, text: String, isFound: Bool) throws {
        #expect(try finds(phrase, in: text) == isFound)
    }
}
