import Testing

@testable import Newsroom

@Suite("Whole words and parts of words", .timeLimit(.minutes(1)))
struct PhraseBoundaryTests {
    private static let inside = [
        ("cunt", "Scunthorpe"), ("ass", "class"), ("sex", "Essex"), ("ass", "assassin"), ("ass", "bass"),
        ("ass", "assume"), ("rap", "therapist"), ("tit", "constitution"), ("собак", "собака"), ("كلب", "الكلبة"),
        ("ass", "ass2"), ("ass", "2ass"), ("ass", "clàss"), ("ass", "cla\u{AD}ss"), ("ass", "cl@ss"), ("바보", "바보야"),
        ("שמ", "שמש"),
    ]

    @Test("A word inside another one passes", arguments: inside)
    func whole(phrase: String, text: String) throws {
        #expect(try !finds(phrase, in: text))
        #expect(try !finds(phrase, in: "In \(text), today"))
    }

    @Test("A word that counts anywhere is found inside another one", arguments: inside)
    func anywhere(phrase: String, text: String) throws { #expect(try finds(phrase, in: text, anywhere: true)) }

    @Test(
        "Ordinary sentences pass",
        arguments: [
            "He'll say that we'll assess the class's assets; she'd pass. I'm glad, it's a shame, isn't it?",
            "Scunthorpe, Essex and Penistone: the analysis (by Dick's therapist) cost $14.88, or 1,488 in all.",
            "On 14-8-18 at 8.8 s it was 88.5% – as hit singles went. Home is where you go.",
            "Как вот так? Нет, том не тот. Он был там, сказал нам и вам.", "Grüße aus Assen, der Titel heißt „Hallo“!",
            "Write to press@assembly.example or https://example.org/titles?class=88a&x=1488b.",
            "- a list\n- of items\n1. cum laude-ish? no: cumin\n2. shitake, shiitake\n> quoted",
            "このクラスはとても楽しいです。我们在这里。", "Ich bin 1,88 m groß, Baujahr 1988; G7, B4, U2 und 5G.",
        ])
    func prose(text: String) throws {
        let words = [
            "ass", "tit", "cunt", "sex", "hell", "shed", "penis", "shit", "1488", "88", "rapist", "kak", "het", "tom",
            "бот",
            "был вам", "go home", "ashit", "バカ", "rape", "ill", "well", "ai", "ssa",
        ]
        #expect(try marked(words, in: text).isEmpty)
    }

    @Test(
        "A word is whole between blanks, punctuation, hyphens and pictures",
        arguments: [
            "ass", "ass.", "(ass)", "dumb-ass", "ass-hat", "\"ass\"", "ass's", "l'ass", "ass/hat", "ass_hat", "#ass",
            "@ass", "👍ass👍", "https://ass.example", "an ass\nand", "¡ass!", "中ass文", "ass中", "ass…", "<ass>", "> ass",
            "*ass*", "ass,hat", "as-s",
        ])
    func boundaries(text: String) throws { #expect(try finds("ass", in: text)) }

    @Test(
        "Scripts without blanks have a boundary at every letter",
        arguments: [
            ("傻逼", "你是傻逼吗"), ("バカ", "このバカヤロウ"), ("ばか", "おまえばかだ"), ("ควาย", "ไอ้ควายโง่"), ("ឆ្កែ", "អាឆ្កែនេះ"), ("ໝາ", "ໂຕໝານີ້"),
            ("ခွေး", "ဒီခွေးက"), ("逼", "傻逼"), ("傻逼", "傻 逼"), ("操你妈", "操 你 妈"), ("操你妈", "操.你.妈"),
        ])
    func withoutBlanks(phrase: String, text: String) throws { #expect(try finds(phrase, in: text)) }

    @Test(
        "A part of a character is not found: a letter with a vowel sign is not the letter alone",
        arguments: [
            ("f", "ﬁ"), ("i", "ﬁ"), ("s", "ß"), ("a", "æ"), ("e", "æ"), ("က", "ကို"), ("ก", "กี่"), ("ក", "កើ"), ("か", "が"),
        ])
    func vowels(phrase: String, text: String) throws { #expect(try !finds(phrase, in: text, anywhere: true)) }

    @Test(
        "A phrase of one letter is a word",
        arguments: [("x", "an x here", true), ("x", "axe", false), ("q", "Q!", true)])
    func single(phrase: String, text: String, isFound: Bool) throws { #expect(try finds(phrase, in: text) == isFound) }

    @Test(
        "Pictures are words, whatever color they have",
        arguments: [
            ("🖕", "you 🖕🏽!", true), ("🖕", "a🖕b", true), ("🖕🏽", "🖕", true), ("🐷", "🐶🐷🐶", true), ("🐷🐷", "🐷 🐷", true),
            ("👨", "👨‍👩‍👧", false), ("👨‍👩‍👧", "👨‍👩‍👧", true), ("🐷", "🐶", false), ("卐", "卐卐", true),
        ])
    func pictures(phrase: String, text: String, isFound: Bool) throws {
        #expect(try finds(phrase, in: text) == isFound)
    }
}
