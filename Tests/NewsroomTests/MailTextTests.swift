import Foundation
import Testing

@testable import Newsroom

@Suite("Texts of mails", .timeLimit(.minutes(5)))
struct MailTextTests {
    @Test(
        "Nothing that looks like an address becomes a link",
        arguments: [
            ("See evil.example now", "See evil[.]example now"),
            ("https://evil.example/a?b", "https[:]//evil[.]example/a?b"),
            ("www.1und1.de", "www.1und1[.]de"), ("a@evil.co.uk", "a@evil[.]co[.]uk"),
            ("javascript://x", "javascript[:]//x"),
            ("evil\u{FF0E}com", "evil[\u{FF0E}]com"), ("evil\u{3002}com", "evil[\u{3002}]com"),
            ("evil\u{FF61}com", "evil[\u{FF61}]com"), ("пример.рф", "пример[.]рф"),
            ("evil.\u{200D}com", "evil[.]\u{200D}com"),
            ("evil.\u{200B}com", "evil[.]com"), ("http:\u{2060}//a.bc", "http[:]//a[.]bc"),
        ])
    func defused(typed: String, shown: String) {
        #expect(MailText.line(typed, most: 200) == shown)
    }

    @Test(
        "Sentences, numbers and abbreviations stay as they are",
        arguments: [
            "The end. A start.", "3.14 and 1.000,50", "U.S. and e.g. this", "Wait ... what", "句子。句子。", "At 14:30: go",
        ])
    func sentences(text: String) {
        #expect(MailText.line(text, most: 200) == text)
    }

    @Test("A line has no line ends, no control characters and nothing that turns the direction of the text")
    func oneLine() {
        #expect(
            MailText.line("a\r\nBcc: b@c\u{0}\u{2028}d\u{202E}e\u{200F}\u{FEFF}f\u{AD}", most: 99) == "a Bcc: b@c def"
        )
        let marks = MailText.line("a" + String(repeating: "\u{301}", count: 500), most: 300)
        #expect(marks.unicodeScalars.count == 9)
        #expect(MailText.line("👩‍👩‍👧 نام‌ها", most: 99) == "👩‍👩‍👧 نام‌ها")
    }

    @Test("A long line ends at a word, and a quotation after 12 lines or 700 characters")
    func long() {
        #expect(MailText.line(String(repeating: "word ", count: 99), most: 20) == "word word word…")
        #expect(MailText.line(String(repeating: "w", count: 99), most: 20).unicodeScalars.count == 20)
        let lines = MailText.quotation((1...99).map { "line \($0)" }.joined(separator: "\r\n\n"))
        #expect(
            lines.split(separator: "\n").count == 13 && lines.hasSuffix("line 12\n…")
                && lines.hasPrefix("line 1\nline 2\n"))
        let long = MailText.quotation(String(repeating: "word ", count: 9_999))
        #expect(long.unicodeScalars.count <= 700 && long.hasSuffix("…"))
        #expect(MailText.quotation(" \u{200B}\n\n").isEmpty)
    }

    @Test("A mail cleans its texts, and its links lead only to this site")
    func content() {
        let content = Mail.Content(
            subject: "A reply by evil.example\r\nBcc: all", parts: [.paragraph("a\nb"), .quotation("c\nd.example")])
        #expect(content.subject == "A reply by evil[.]example Bcc: all")
        #expect(content.parts == [.paragraph("a b"), .quotation("c\nd[.]example")])
        for path in [
            "", "a", "//evil.example", "https://evil.example", "/a b", "/a\r\nB", "/\"", "/<", "/\\evil", "/ä",
        ] {
            #expect(SitePath(path) == nil, "\(path)")
        }
        #expect(SitePath("/account/links/3f2a?next=/a&b=%20#c")?.text == "/account/links/3f2a?next=/a&b=%20#c")
        for code in ["", "12345", "1234567", "12345a", "１２３４５６"] { #expect(Mail.Code(code) == nil) }
        #expect(Mail.Code("012345")?.digits == "012345")
    }
}

@Suite("Addresses of mail relays and senders", .timeLimit(.minutes(5)))
struct RelayAddressTests {
    @Test("The parts of an address, decoded, with the usual ports")
    func parts() throws {
        let relay = try #require(RelayAddress("smtp://me%40here:p%3Aw%2F%25@mail.example.org"))
        #expect(relay.user == "me@here" && relay.password == "p:w/%" && relay.host == "mail.example.org")
        #expect(relay.port == 587 && !relay.isSecure && relay.requiresTLS)
        #expect(RelayAddress("SMTPS://mail.example.org/")?.port == 465)
        #expect(RelayAddress("smtp://localhost")?.port == 25)
        #expect(RelayAddress("smtp://[::1]:2525")?.host == "[::1]")
        #expect("\(relay)" == "smtp://mail.example.org:587" && relay.debugDescription == "\(relay)")
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://a b", "smtp://host/path",
            "smtp://host?x",
            "smtp://host#x", "smtp://user@host", "smtp://:password@host", "smtp://user:@host", "smtp://host:0",
            "smtp://host:65536", "smtp://u%0d%0aX:p@host", "smtp://u:p%00@host", "smtp://[::g]",
            "smtp://häfen.example",
        ])
    func refused(text: String) {
        #expect(RelayAddress(text) == nil)
    }

    @Test("TLS is required with a password, except to this machine")
    func encryption() {
        let required = [
            "smtp://u:p@relay.example", "smtps://relay.example", "smtps://localhost", "smtp://u:p@10.0.0.1",
        ]
        let open = ["smtp://relay.example", "smtp://u:p@localhost", "smtp://u:p@127.0.0.9", "smtp://u:p@[::1]"]
        for text in required { #expect(RelayAddress(text)?.requiresTLS == true, "\(text)") }
        for text in open { #expect(RelayAddress(text)?.requiresTLS == false, "\(text)") }
    }

    @Test("A sender is an address with or without a name")
    func sender() {
        #expect(MailSender("news@example.org") == MailSender(name: nil, address: "news@example.org"))
        for text in ["The Häfen Gazette <news@example.org>", " \"The Häfen Gazette\"   <news@example.org> "] {
            #expect(MailSender(text) == MailSender(name: "The Häfen Gazette", address: "news@example.org"), "\(text)")
        }
        for text in [
            "", "news", "news@localhost", "A <news@example.org", "A <>", "A <b@c.d> e", "ä@example.org",
            "A\r\nBcc: x <a@b.c>",
            "A \"B\" C <a@b.c>", "\u{202E}A <a@b.c>",
        ] { #expect(MailSender(text) == nil, "\(text)") }
    }
}
