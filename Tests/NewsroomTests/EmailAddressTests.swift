import Foundation
import Testing

@testable import Newsroom

@Suite("E-mail addresses", .timeLimit(.minutes(1)))
struct EmailAddressTests {
    @Test(
        "Addresses are accepted in one form",
        arguments: [
            ("ann@example.org", "ann@example.org", "ann@example.org"),
            (" Ann.Lee+news@EXAMPLE.org ", "Ann.Lee+news@example.org", "Ann.Lee+news@example.org"),
            (
                "o'brien!#$%&*-/=?^_`{|}~@a.b.example", "o'brien!#$%&*-/=?^_`{|}~@a.b.example",
                "o'brien!#$%&*-/=?^_`{|}~@a.b.example"
            ),
            ("ann@bücher.example", "ann@bücher.example", "ann@xn--bcher-kva.example"),
            ("ann@BU\u{308}CHER.example", "ann@bücher.example", "ann@xn--bcher-kva.example"),
            ("ann@XN--BCHER-KVA.example", "ann@bücher.example", "ann@xn--bcher-kva.example"),
            ("ann@faß.example", "ann@faß.example", "ann@xn--fa-hia.example"),
            ("ann@почта.рф", "ann@почта.рф", "ann@xn--80a1acny.xn--p1ai"),
            ("ann@例え。テスト", "ann@例え.テスト", "ann@xn--r8jz45g.xn--zckzah"),
            ("ann@ＥＸＡＭＰＬＥ．org", "ann@example.org", "ann@example.org"),
            ("ann@نامه\u{200C}ای.example", "ann@نامه\u{200C}ای.example", "ann@xn--mgba3gch31f060k.example"),
            ("ann@ab--cd.example", "ann@ab--cd.example", "ann@ab--cd.example"),
        ])
    func accepted(typed: String, text: String, ascii: String) throws {
        let address = try EmailAddress(typed)
        #expect(address.text == text && address.ascii == ascii)
        #expect(address.asciiDomain == ascii.split(separator: "@")[1] && address.key == text.lowercased())
        #expect(
            try EmailAddress.accept(typed) == text && EmailAddress(text) == address && EmailAddress(ascii) == address)
    }

    @Test("All spellings have one key")
    func key() throws {
        let spellings = [
            "Ann@Bücher.example", "ANN@BÜCHER.EXAMPLE", "ann@xn--bcher-kva.example", "ann@Bu\u{308}cher.example",
        ]
        #expect(Set(try spellings.map { try EmailAddress($0).key }) == ["ann@bücher.example"])
    }

    @Test("An address from an earlier release can still be looked up")
    func lookup() {
        #expect(EmailAddress.lookedUp(" jürgen@example.org") == "jürgen@example.org")
        #expect(EmailAddress.lookedUp("ann@XN--BCHER-KVA.example") == "ann@bücher.example")
        #expect(EmailAddress.lookedUp(String(repeating: "a", count: 300)) == nil)
    }

    @Test(
        "Other addresses are refused for a reason",
        arguments: [
            ("a", .text(.tooShort)), ("ann", .text(.noEmailAddress)), ("@example.org", .text(.noEmailAddress)),
            ("ann@", .text(.noEmailAddress)), ("ann@b@example.org", .text(.noEmailAddress)),
            ("ann＠example.org", .text(.noEmailAddress)),
            ("\"ann lee\"@example.org", .email(.quoted)), ("\"a@b\"@example.org", .email(.quoted)),
            ("jürgen@example.org", .email(.foreignLetters)), ("аnn@example.org", .email(.foreignLetters)),
            ("ann@[192.0.2.1]", .email(.bracketed)), ("ann@[IPv6:::1]", .email(.bracketed)),
            ("ann@localhost", .email(.noDot)), ("ann@192.0.2.1", .email(.domain)),
            ("ann@-a.example", .email(.domain)), ("ann@a_b.example", .email(.domain)),
            ("ann@a b.example", .email(.wrongCharacter)),
            ("ann@xn--a.example", .email(.domain)), ("ann@☃\u{301}\u{378}.example", .email(.domain)),
            ("ann@اa.example", .email(.domain)), ("ann@example.org:25", .email(.domain)),
            (".ann@example.org", .email(.strayDot)), ("ann.@example.org", .email(.strayDot)),
            ("ann..lee@example.org", .email(.strayDot)), ("ann@example.org.", .email(.strayDot)),
            ("ann@.example.org", .email(.strayDot)), ("ann@example..org", .email(.strayDot)),
            ("ann@example。。org", .email(.strayDot)),
            ("ann lee@example.org", .email(.wrongCharacter)), ("ann,lee@example.org", .email(.wrongCharacter)),
            ("<ann@example.org>", .email(.wrongCharacter)), ("mailto:ann@example.org", .email(.wrongCharacter)),
            ("ann(x)@example.org", .email(.wrongCharacter)), ("ann[x]@example.org", .email(.wrongCharacter)),
            ("ann\\@example.org", .email(.wrongCharacter)),
            ("ann\r\nBcc: b@example.org", .text(.unprintable)), ("ann\u{0}@example.org", .text(.unprintable)),
            ("ann\u{202E}@example.org", .text(.unprintable)), ("ann@exam\u{200B}ple.org", .text(.unprintable)),
            ("ann@exam\u{AD}ple.org", .text(.unprintable)), ("ann\u{200E}@example.org", .text(.unprintable)),
        ] as [(String, Refusal.Code)])
    func refused(typed: String, code: Refusal.Code) {
        let refusal = #expect(throws: Refusal.self, "\(typed.debugDescription)") { try EmailAddress(typed) }
        #expect(refusal?.code == code && refusal?.field == "email")
    }

    @Test("The limits count octets of the form that is sent")
    func limits() throws {
        let label = String(repeating: "a", count: 63)
        let domain = "\(label).\(label).\(label.dropLast(4)).example"
        #expect(domain.count == 195)
        #expect(try EmailAddress("\(String(repeating: "b", count: 58))@\(domain)").ascii.utf8.count == 254)
        #expect(code("\(String(repeating: "b", count: 59))@\(domain)") == .text(.tooLong))
        #expect(try EmailAddress("\(String(repeating: "b", count: 64))@example.org").text.count == 76)
        #expect(code("\(String(repeating: "b", count: 65))@example.org") == .email(.longLocalPart))
        #expect(try EmailAddress("b@\(label).example").text.count == 73)
        #expect(code("b@a\(label).example") == .email(.longLabel))
        #expect(code("b@\(String(repeating: "ü", count: 60))ab.example") == .email(.longLabel))
        // 130 characters, but more than 254 octets in ASCII.
        let wide = Array(repeating: String("水火木金土日月山川田".shuffled()), count: 11).joined(separator: ".")
        #expect("b@\(wide).example".count < 140 && code("b@\(wide).\(wide).example") == .text(.tooLong))
        #expect(code("b@" + String(repeating: "a.", count: 200_000) + "org") == .text(.tooLong))
    }

    private func code(_ typed: String) -> Refusal.Code? {
        do {
            _ = try EmailAddress(typed)
            return nil
        } catch { return error.code }
    }
}
