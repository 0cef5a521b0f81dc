import Foundation
import Testing

@testable import Newsroom

@Suite("Names that readers confuse have one key", .timeLimit(.minutes(5)))
struct LookalikeKeyTests {
    @Test(
        "Names that look alike",
        arguments: [
            [
                "paypal", "PAYPAL", "PayPal", "pаypаl", "ｐａｙｐａｌ", "pay pal", "paypaI", "pay-pal",
                "pay_pal", "𝐩𝐚𝐲𝐩𝐚𝐥", "ⓟⓐⓨⓟⓐⓛ", "pay\u{200B}pal", "рауpal", "🅿aypal", "PAYPA|", "paypa1", "p.a.y.p.a.l",
            ],
            ["Ana1", "Anal", "AnaI", "Ana|", "ana l"], ["Rnary", "Mary", "mary", "RNARY"],
            ["O0O", "000", "ooo", "ОоО", "οοο"],
            ["Ann Lee", "AnnLee", "ann-lee", "Ann’Lee", "Ann·Lee", "ANN  LEE", "Ann Lee 🌻"],
            ["O'Brien", "O’Brien", "OʼBrien", "OBrien", "O`Brien", "O´Brien"],
            ["The desk", "The dᴇsᴋ", "ᴛʜᴇ ᴅᴇsᴋ"], ["Broadsheet", "Bʀᴏᴀᴅsʜᴇᴇᴛ"],
            ["ВОВ", "вов", "BOB", "bob"], ["ΑΝΝΑ", "ANNA", "Αννα", "anna"], ["Вера", "BEPA", "вера"],
            ["Ian", "lan", "ian", "IAN", "ıan"], ["İbrahim", "ibrahim", "IBRAHIM"], ["Straße", "STRASSE", "strasse"],
            ["José", "JOSÉ", "Jose\u{301}", "ｊｏｓｅ\u{301}"], ["ﬁona", "Fiona"], ["🇦dmin", "🅰dmin", "🅐dmin", "admin"],
            ["Ａｎｎ", "Ann"], ["ｱﾝﾅ", "アンナ"], ["김", "김".decomposedStringWithCanonicalMapping], ["דוד", "דו\u{200B}ד"],
            ["می\u{200C}نا", "مینا"], ["Ann\u{3164}", "Ann"], ["Ann\u{2800}", "Ann"],
        ])
    func same(names: [String]) throws {
        let key = try #require(names.first).lookalikeKey
        #expect(!key.isEmpty)
        for name in names { #expect(name.lookalikeKey == key, "\(name)") }
    }

    @Test(
        "Names that differ",
        arguments: [
            ("Ann", "Anne"), ("Ann Lee", "Anna Lee"), ("José", "Jose"), ("Garðar", "Garar"), ("Ann", "Änn"),
            ("דוד", "דיוד"), ("サノ", "サ"), ("さくら", "さら"),
            ("王", "玉"), ("Ann 1", "Ann 2"), ("Иван", "Ивана"), ("محمد", "محمود"), ("ไทย", "ไท"), ("Nina", "Vina"),
            ("김민수", "김민주"), ("Ann", "李"),
        ])
    func different(one: String, other: String) { #expect(one.lookalikeKey != other.lookalikeKey) }

    @Test("The short way for ASCII gives the keys of ICU")
    func ascii() {
        for scalar in (0x21...0x7E as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
            let (text, key) = (String(scalar), String(scalar).lookalikeKey)
            guard scalar.isLetterOrNumber || scalar == "|" else {
                #expect(key.isEmpty, "\(text)")
                continue
            }
            #expect(text.skeleton.compatiblyFolded.skeleton == key || key == "l", "\(text)")
            // A letter outside ASCII takes the long way.
            #expect((text + "é").lookalikeKey == key + "é")
        }
    }

    /// All characters, without most of the Chinese ones and the syllables of Hangul.
    private static let characters: [Unicode.Scalar] = (0x21...0x1FFFF as ClosedRange<UInt32>).filter {
        !(0x3500...0x9F00).contains($0) && !(0xAD00...0xD700).contains($0) && !(0x17100...0x18A00).contains($0)
    }.compactMap(Unicode.Scalar.init).filter { $0.properties.generalCategory != .unassigned }

    @Test("The key of a key is the key, for each character, and is short")
    func fixed() {
        for scalar in Self.characters {
            let pair = "a\(scalar)".lookalikeKey
            if pair.lookalikeKey != pair { Issue.record("U+\(String(scalar.value, radix: 16)): \(pair)") }
            let key = String(scalar).lookalikeKey
            let growth = Double(key.utf8.count) / Double(max(1, String(scalar).compatiblyFolded.unicodeScalars.count))
            if growth > 24 { Issue.record("U+\(String(scalar.value, radix: 16)): \(key)") }
        }
    }

    @Test("Case, width, composition and spaces do not change the key", arguments: AccountNameTests.names)
    func variants(name: String) {
        let key = name.lookalikeKey
        let variants = [
            name.uppercased(), name.lowercased(), name.decomposedStringWithCanonicalMapping,
            name.precomposedStringWithCompatibilityMapping, name.replacing(" ", with: "  "), key,
            name.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? name,
        ]
        for variant in variants { #expect(variant.lookalikeKey == key, "\(variant)") }
    }

    @Test("The key of a key is the key, for random texts")
    func random() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...6, using: &generator)).reduce(into: "") { text, _ in
                text.unicodeScalars.append(Self.characters.randomElement(using: &generator) ?? "a")
            }
            let key = text.lookalikeKey
            #expect(key.lookalikeKey == key, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }
}
