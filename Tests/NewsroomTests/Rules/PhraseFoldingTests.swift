import Foundation
import Testing

@testable import Newsroom

@Suite("Phrases are found in other spellings", .timeLimit(.minutes(2)))
struct PhraseFoldingTests {
    @Test(
        "Case, width, accents and invisible characters do not matter",
        arguments: [
            ("bad", "BAD"), ("BAD", "bad"), ("Bad", "ｂａｄ"), ("ｂａｄ", "bad"), ("bad", "ⓑⓐⓓ"), ("bad", "🅱🅰🅳"),
            ("bad", "bàd"), ("bàd", "bad"), ("bad", "ba\u{300}\u{301}d"), ("bad", "b\u{AD}ad"),
            ("bad", "b\u{200B}a\u{200D}d"), ("bad", "b\u{FE0F}ad"), ("bad", "\u{202E}b\u{2066}ad\u{2069}"),
            ("bad", "b\u{2060}ad"), ("b\u{200B}ad", "bad"), ("bad", "ᵇᵃᵈ"), ("find", "ﬁnd"), ("strasse", "Straße"),
            ("Straße", "STRASSE"), ("encyclopaedia", "encyclopædia"), ("oeuvre", "Œuvre"), ("ol", "øl"), ("dak", "đak"),
            ("lodz", "Łódź"), ("thor", "þor"), ("istanbul", "İSTANBUL"), ("kiz", "kız"), ("ода", "ОДА"),
            ("елка", "ёлка"), ("σοφος", "ΣΟΦΟΣ"), ("σοφός", "σοφος"), ("ß", "ss"), ("כלב", "כֶּלֶב"), ("كلب", "كَلْب"),
            ("كلب", "كـــلب"), ("کلب", "كلب"), ("ﾊﾞｶ", "バカ"), ("バカ", "ﾊﾞｶ"),
            ("바보", "바보".decomposedStringWithCanonicalMapping), ("바보", "ㅂㅏㅂㅗ"), ("کتے", "كتے"),
        ])
    func same(phrase: String, text: String) throws {
        #expect(try finds(phrase, in: text))
        #expect(try finds(phrase, in: "(\(text))"))
    }

    @Test(
        "Other letters are other words",
        arguments: [
            ("ball", "bail"), ("bail", "ball"), ("ill", "iii"), ("lll", "Ill"), ("burn", "bum"), ("bum", "burn"),
            ("modern", "modem"), ("wow", "vvovv"), ("muller", "mueller"), ("हिन्दी", "हिन्दु"), ("कि", "क"), ("ハカ", "バカ"),
            ("वह", "वही"), ("бот", "вот"), ("бывший", "вывший"), ("שון", "שוו"), ("人", "入"), ("王", "玉"), ("가", "각"),
            ("ни", "на"), ("தமிழ்", "தமழ்"), ("bad", "bed"),
        ])
    func different(phrase: String, text: String) throws {
        #expect(try !finds(phrase, in: text))
        #expect(try !finds(phrase, in: text, anywhere: true))
    }

    @Test(
        "Letters of other scripts that look the same do not matter, in the phrase and in the text",
        arguments: [
            ("bad", "bаd"), ("bad", "ВАD"), ("bаd", "bad"), ("cope", "соре"), ("sex", "ѕех"), ("foo", "fοο"),
            ("bad", "𝐛𝐚𝐝"), ("bad", "𝔟𝔞𝔡"), ("bad", "ʙᴀᴅ"), ("bad", "𝒷𝒶𝒹"), ("сука", "cyka"), ("сука", "сукa"),
            ("hit", "hіt"), ("mob", "ⅿob"), ("kick", "ⲕick"), ("nose", "ոօѕе"), ("kak", "каk"), ("как", "КАК"),
            ("bad", "ᗷad"),
        ])
    func lookalikes(phrase: String, text: String) throws { #expect(try finds(phrase, in: text)) }

    @Test(
        "A word of another script is not a Latin one if only its capitals look like it",
        arguments: [("kak", "как"), ("kak", "КАК"), ("tom", "том"), ("het", "нет"), ("kai", "και")])
    func capitals(phrase: String, text: String) throws {
        #expect(try !finds(phrase, in: text))
        #expect(try finds(text, in: text))
    }

    @Test("i and l are never the same, in any alphabet", arguments: ["ι", "і", "ı", "ӏ", "Ӏ", "ⅼ", "ⅰ", "𝗅", "𝗂", "ł"])
    func strokes(letter: String) throws {
        let found = try [finds("kia", in: "k\(letter)a"), finds("kla", in: "k\(letter)a")]
        #expect(found == [true, false] || found == [false, true])
    }

    @Test("Folding is the same for phrases and texts: each character finds itself")
    func itself() throws {
        let characters = (0x21...0x1_FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
            $0.isFoldedLetter && !(0x3500...0x9F00 ~= $0.value) && !(0xAD00...0xD700 ~= $0.value)
        }
        #expect(characters.count > 20_000)
        for characters in stride(from: 0, to: characters.count, by: 10).map({
            characters[$0..<min($0 + 10, characters.count)]
        }) {
            let word = String(String.UnicodeScalarView(characters))
            let list = try PhraseList([Phrase(word)])
            guard list.faults.isEmpty else {
                Issue.record("\(word)")
                continue
            }
            let matcher = try PhraseMatcher([list])
            for text in [word, word.decomposedStringWithCanonicalMapping, "x, \(word)."]
            where matcher.matches(in: text).isEmpty {
                Issue.record("\(text): \(word.unicodeScalars.map { String($0.value, radix: 16) })")
            }
        }
    }
}
