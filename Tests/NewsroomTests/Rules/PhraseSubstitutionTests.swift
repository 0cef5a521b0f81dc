import Testing

@testable import Newsroom

@Suite("Digits and signs in the place of letters", .timeLimit(.minutes(1)))
struct PhraseSubstitutionTests {
    @Test(
        "Digits and signs inside a word or at its edge stand for letters",
        arguments: [
            ("bad", "b4d"), ("bad", "b@d"), ("ass", "@ss"), ("ass", "a$$"), ("ass", "a55"), ("ass", "as$"),
            ("slut", "$1ut"), ("shit", "5h1t"), ("shit", "sh!t"), ("shit", "sh|t"), ("kill", "k1ll"), ("kill", "ki11"),
            ("kill", "ki!l"), ("kill", "ki||"), ("hello", "he!!o"), ("idiot", "!diot"), ("idiot", "1d10t"),
            ("leet", "l337"), ("toad", "70ad"), ("asshole", "@ssho1e"), ("bad", "b４d"), ("bad", "b＠d"), ("bad", "b𝟒d"),
            ("shit", "s.h.1.t"), ("bad", "b 4 d"), ("o.k.", "0k"), ("осел", "0сел"), ("hate you", "h8 hate y0u"),
        ])
    func substitutes(phrase: String, text: String) throws {
        #expect(try finds(phrase, in: text))
        #expect(try finds(phrase, in: "Say: \(text), now."))
    }

    @Test(
        "Digits and signs alone are no letters",
        arguments: [
            ("ass", "455"), ("ass", "@$$"), ("so", "50"), ("so", "$0"), ("eat", "347"), ("too", "700"), ("a", "4"),
            ("i", "1"), ("i", "!"), ("i", "|"), ("s", "$"), ("o", "0"), ("kill all", "kill 411"), ("go eat", "go 347"),
            ("ass", "$455"),
            ("ass", "4 5 5"), ("1488", "iabb"), ("bad", "b8d"), ("bad", "bad1"), ("bad", "1bad"), ("bad", "bad2"),
            ("hell", "he1i"),
        ])
    func numbers(phrase: String, text: String) throws {
        #expect(try !finds(phrase, in: text))
        #expect(try !finds(phrase, in: "Say: \(text), now."))
    }

    @Test(
        "Signs may also be punctuation",
        arguments: [
            ("idiot", "@idiot"), ("idiot", "idiot!"), ("idiot", "idiot!!!"), ("idiot", "idiot!1"),
            ("idiot", "Stop!Idiot!"), ("idiot", "|idiot|"), ("bad", "b|a|d"), ("bad", "b!a!d"), ("bad", "b$a$d"),
            ("idiot", "$idiot$"), ("idiot", "wow!idiot"), ("bad", "bad👍"), ("bad", "👍bad"), ("bad", "b👍a👍d"),
            ("傻逼", "你好！傻逼！再见"), ("white power", "white!power"),
        ])
    func punctuation(phrase: String, text: String) throws { #expect(try finds(phrase, in: text)) }

    @Test(
        "A digit or a sign of a phrase is only this one",
        arguments: [
            ("1488", "1488", true), ("1488", "1４88", true), ("1488", "14 88", false), ("1488", "14.88", false),
            ("1488", "x1488", false), ("1488", "1 4 8 8", true), ("1488", "1-4-8-8", true), ("1488", "1.4.8.8", false),
            ("88", "14.88", false), ("88", "88,5", false), ("88", "1 88", true), ("14.88", "14.88", true),
            ("14.88", "1488", true), ("4chan", "4chan", true),
            ("4chan", "4CHAN", true), ("4chan", "achan", false), ("4chan", "4 chan", false),
            ("4chan", "4.c.h.a.n", true), ("c4", "c4", true), ("c4", "ca", false), ("c4", "ça", false),
            ("a1", "AI", false), ("a1", "A1", true), ("f@g", "f@g", true), ("f@g", "fag", false),
            ("sh1t", "5h1t", true), ("b2b", "B2B", true), ("88", "88", true), ("88", "188", false), ("88", "8", false),
            ("m8", "m8", true), ("1", "1", true), ("1", "l", false), ("1", "i", false),
        ])
    func own(phrase: String, text: String, isFound: Bool) throws {
        #expect(try finds(phrase, in: text) == isFound)
        #expect(try finds(phrase, in: "Say: \(text), now.") == isFound)
    }

    @Test(
        "A number that counts anywhere is found at the edge of a word",
        arguments: ["nazi1488", "1488nazi", "x1488x", "21488"])
    func anywhere(text: String) throws {
        #expect(try finds("1488", in: text, anywhere: true))
        #expect(try !finds("1488", in: text))
    }
}
