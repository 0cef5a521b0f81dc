import Foundation
import Testing

@testable import Newsroom

@Suite("Names of accounts", .timeLimit(.minutes(2)))
struct AccountNameTests {
    /// Names in more than 30 scripts, and in usual mixtures.
    static let names = [
        "Ann Lee", "Zoë O’Brien-Smith", "J. R. R. Tolkien", "J.R. Reed", "Mr.T", "Nguyễn Thị Ánh", "Łukasz Żółć",
        "İbrahim Şahin", "Ana María_2", "Анна Петрова", "Ђорђе Ћирић", "Олександр Зʼєднаний", "Γιώργος Νικολάου",
        "Արամ Խաչատրյան", "გიორგი მაისურაძე", "דָּוִד בֶּן־שָׁלוֹם", "משה כהן", "محمد علي", "مُحَمَّد عبد الله", "د.محمد سعيد",
        "فاطمه می\u{200C}نا", "ܝܘܚܢܢ", "ގާސިމް", "አበበ በቀለ", "अमित कुमार", "लक्ष्मी ज़ैदी", "অনিতা সেন", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "જયેશ પટેલ",
        "ରବି ମହାନ୍ତି", "முருகன் செல்வி", "రవి కుమార్", "ರಮೇಶ್ ಗೌಡ", "അനിൽ കുമാർ", "ක\u{200D}්‍රිෂ්ණ", "สมชาย ใจดี", "น้ำทิพย์", "ສົມສັກ",
        "བསྟན་འཛིན་རྒྱ་མཚོ", "မောင်မောင် ချို့", "ស្រីមុំ", "ᠮᠤᠩᠭᠣᠯ", "김민수", "田中 太郎", "葛󠄀城", "さくら", "サクラ・ノ", "王小明", "ㄅㄆㄇ",
        "ᏣᎳᎩ ᏗᎦᏚᎲ", "ᐃᓄᒃᑎᑐᑦ", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "𞤀𞤣𞤤𞤢𞤥", "ᜎᜓᜎᜓ", "ᬩᬮᬶ", "ꦗꦮ",
        "Ann 李", "DJ 田中さん", "Kim 민수", "Sara سارة", "Dana דנה", "Raj कुमार", "Nok นก",
        "Ann 🌻", "Tom 👩‍👩‍👧", "Zoe ❤️", "Max 🇩🇪", "Léa 👍🏽", "R2D2", "42", "Ann & Bob", "Ann (Lisbon)", "@ann", "Ann/Bob",
    ]

    @Test("Names in all scripts are accepted as typed", arguments: names)
    func accepted(name: String) throws {
        for typed in [name, name.decomposedStringWithCanonicalMapping, "  \(name)\u{3000}"] {
            let accepted = try AccountName.accept(typed)
            #expect(
                accepted.text.unicodeScalars.elementsEqual(name.precomposedStringWithCanonicalMapping.unicodeScalars))
            #expect(accepted.key == (try AccountName.accept(name)).key && accepted.key.utf8.count <= 2_000)
        }
    }

    @Test("White space becomes single spaces")
    func spaces() throws {
        #expect(try AccountName.accept("Ann \u{A0}\u{2003} Lee").text == "Ann Lee")
    }

    @Test(
        "Other names are refused for a reason",
        arguments: [
            ("", .text(.missing)), ("   ", .text(.missing)), ("\u{200B}\u{200B}\u{200B}", .text(.missing)),
            ("\u{3164}\u{3164}", .text(.missing)), ("\u{115F}\u{1160}", .text(.missing)),
            ("\u{2800}\u{2800}", .text(.missing)), ("\u{FFA0}\u{FFA0}\u{FFA0}", .text(.missing)),
            ("\u{301}\u{302}", .text(.missing)), ("\u{93E}\u{93F}", .name(.looseMark)),
            ("x", .text(.tooShort)), (String(repeating: "x", count: 41), .text(.tooLong)),
            ("Ann\u{3164}", .name(.invisibleCharacter)), ("Ann\u{2800}Lee", .name(.invisibleCharacter)),
            ("An\u{200B}n", .name(.invisibleCharacter)), ("An\u{AD}n", .name(.invisibleCharacter)),
            ("Ann\u{200D}", .name(.invisibleCharacter)), ("\u{FEFF}Ann", .name(.invisibleCharacter)),
            ("A\u{200C}\u{200C}nn", .name(.invisibleCharacter)), ("Ann\u{E0041}", .name(.invisibleCharacter)),
            ("Ann\u{200E}", .name(.invisibleCharacter)), ("Ann \u{FE0F}x", .name(.invisibleCharacter)),
            ("Ann\u{202E}eeL", .text(.unprintable)), ("Ann\u{2066}", .text(.unprintable)),
            ("Ann\u{7}", .text(.unprintable)), ("Ann\u{85}x", .text(.unprintable)),
            ("Ann\u{E000}", .text(.unprintable)), ("Ann\u{378}", .text(.unprintable)),
            ("Ann\u{FFFD}", .text(.unprintable)), ("Ann\u{FFFE}", .text(.unprintable)),
            ("\u{301}Ann", .name(.looseMark)), ("Ann \u{301}Lee", .name(.looseMark)),
            ("A\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}nn", .text(.tooManyMarks)),
            ("ก\u{E47}\u{E47}\u{E47}\u{E47}\u{E47}", .text(.tooManyMarks)),
            ("🌻🌻", .name(.noLetter)), ("!!", .name(.noLetter)), ("- -", .name(.noLetter)), ("🇩🇪", .name(.noLetter)),
            ("Ann ✓", .name(.badge)), ("Ann ✔️", .name(.badge)), ("☑ Ann", .name(.badge)), ("Ann ✅", .name(.badge)),
            ("Ann ★", .name(.badge)), ("⭐Ann", .name(.badge)), ("Ann ⚑", .name(.badge)), ("Ann 🛡", .name(.badge)),
            ("Ann®", .name(.badge)), ("Ann ✪", .name(.badge)), ("A\u{20DD}nn", .name(.badge)),
            ("ann@example.org", .name(.address)), ("ann＠example．org", .name(.address)),
            ("Ann www.example.org", .name(.address)), ("https://x", .name(.address)), ("evil.com", .name(.address)),
            ("See evil.xyz/now", .name(.address)), ("xn--a.xn--b", .name(.address)), ("почта.рф", .name(.address)),
            ("evil。com", .name(.address)),
            ("Pаul", .name(.mixedAlphabets)), ("Αnn", .name(.mixedAlphabets)), ("Анна Smith", .name(.mixedAlphabets)),
            ("सpaс", .name(.mixedAlphabets)), ("田中ก", .name(.mixedAlphabets)),
            ("\u{FDFA}\u{FDFA}\u{FDFA}\u{FDFA}\u{FDFA}", .text(.tooLong)),
        ] as [(String, Refusal.Code)])
    func refused(name: String, code: Refusal.Code) {
        let refusal = #expect(throws: Refusal.self, "\(name.debugDescription)") { try AccountName.accept(name) }
        #expect(refusal?.code == code && refusal?.field == "name")
    }

    @Test("The length of a name is measured before anything else")
    func length() {
        for unit in ["a", "\u{301}\u{323}", "\u{200D}👩", "\u{1100}\u{1161}\u{11A8}", "\u{FDFA}"] {
            let refusal = #expect(throws: Refusal.self) {
                try AccountName.accept(String(repeating: unit, count: 300_000))
            }
            #expect(refusal?.code == .text(.tooLong))
        }
    }
}
