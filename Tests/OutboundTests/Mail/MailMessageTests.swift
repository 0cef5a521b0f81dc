import Foundation
import Newsroom
import Testing

@testable import Outbound

@Suite("Messages of mails", .timeLimit(.minutes(5)))
struct MailMessageTests {
    private func message(
        subject: String = "A subject", name: String = "The Gazette", to: String = "reader@example.org",
        plain: String = "A text.\n", unsubscribe: String? = nil
    ) throws -> MailMessage {
        MailMessage(
            from: try #require(Mailbox("news@example.org")), fromName: name, to: try #require(Mailbox(to)),
            subject: subject, plain: plain, html: "<p>A text.</p>\n", language: "en", unsubscribe: unsubscribe,
            date: Date(timeIntervalSince1970: 1_767_268_805), identifier: "0123456789abcdef0123456789abcdef",
            domain: "news.example")
    }

    private func lines(_ message: MailMessage) -> [String] {
        String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    /// The headers by name, unfolded. Fails if a name occurs twice.
    private func headers(_ message: MailMessage) -> [String: String] {
        let text = String(decoding: message.bytes, as: UTF8.self)
        let head = text.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ")
        return Dictionary(
            uniqueKeysWithValues: head.components(separatedBy: "\r\n").map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
            })
    }

    /// The text of encoded words.
    private func decoded(_ text: String) throws -> String {
        // Each word has whole characters.
        try text.split(separator: " ").map { word in
            let base64 = try #require(word.wholeMatch(of: /=\?UTF-8\?B\?(.*)\?=/)).output.1
            return String(decoding: try #require(Data(base64Encoded: String(base64))), as: UTF8.self)
        }.joined()
    }

    @Test("A message has its headers once, and both texts")
    func whole() throws {
        let message = try message(unsubscribe: "https://news.example/unsubscribe/3f2a")
        let headers = headers(message)
        #expect(headers["Date"] == "Thu, 1 Jan 2026 12:00:05 +0000")
        #expect(headers["From"] == "\"The Gazette\" <news@example.org>" && headers["To"] == "<reader@example.org>")
        #expect(headers["Subject"] == "A subject" && headers["Auto-Submitted"] == "auto-generated")
        #expect(headers["Message-ID"] == "<0123456789abcdef0123456789abcdef@news.example>")
        #expect(headers["List-Unsubscribe"] == "<https://news.example/unsubscribe/3f2a>")
        #expect(headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
        #expect(headers["MIME-Version"] == "1.0" && headers["Content-Language"] == "en")
        let text = String(decoding: message.bytes, as: UTF8.self)
        #expect(text.contains("text/plain") && text.contains("text/html") && text.hasSuffix("--\r\n"))
        #expect(try self.headers(self.message())["List-Unsubscribe"] == nil)
    }

    @Test(
        "No text can add a header or a line",
        arguments: [
            "A\r\nBcc: b@example.org", "A\nB", "A\rB", "A\u{0}B", "A\u{85}B", "A\u{2028}B", " A ", "=?UTF-8?Q?A?=", "",
        ])
    func hostile(text: String) throws {
        let message = try message(subject: text, name: text)
        #expect(headers(message).count == 9 && headers(message)["Bcc"] == nil)
        #expect(try decoded(headers(message)["Subject"] ?? "") == text)
    }

    @Test(
        "Long and foreign texts are encoded in short lines",
        arguments: [
            "Grüße aus Köln", String(repeating: "👩‍👩‍👧 ", count: 30), String(repeating: "קול ", count: 60),
            String(repeating: "a", count: 500), String(repeating: "ä", count: 500),
        ])
    func foreign(text: String) throws {
        let message = try message(subject: text, name: text, plain: "\(text)\n.\n..a\nFrom b\nc \n= \(text)\n")
        #expect(lines(message).allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        let headers = headers(message)
        #expect(try decoded(headers["Subject"] ?? "") == text)
        #expect(try decoded(headers["From"]?.replacing(" <news@example.org>", with: "") ?? "") == text)
    }

    @Test("A text in Latin letters stays readable, with everything encoded that relays change")
    func quotedPrintable() {
        let encoding = TransferEncoding(
            "Größe = 1\n.dot\nFrom here\nFirm \n\nend\t\n" + String(repeating: "x", count: 200))
        #expect(encoding.name == "quoted-printable")
        let lines = encoding.body.components(separatedBy: "\r\n")
        #expect(lines.prefix(6) == ["Gr=C3=B6=C3=9Fe =3D 1", "=2Edot", "=46rom here", "Firm=20", "", "end=09"])
        #expect(lines.dropFirst(6).map(\.count) == [76, 76, 50, 0])
        #expect(lines[6].hasSuffix("=") && lines[7].hasSuffix("=") && !lines[8].hasSuffix("="))
        #expect(
            TransferEncoding("Слово\n").name == "base64" && TransferEncoding("Слово\n").body == "0KHQu9C+0LLQvg0K\r\n")
    }

    @Test("Every text comes back as it was", arguments: 0..<40)
    func roundTrip(seed: Int) throws {
        var state = UInt64(seed + 1)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = Array("ab .=_F\n\tßж😀-\"<>From ")
        let text = String((0..<next(900)).map { _ in alphabet[next(seed % 2 == 0 ? 8 : alphabet.count)] }) + "\n"
        let encoding = TransferEncoding(text)
        #expect(encoding.body.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
        guard encoding.name == "quoted-printable" else { return }
        let joined = encoding.body.replacing("=\r\n", with: "").replacing("\r\n", with: "\n")
        let decoded = joined.replacing("%", with: "%25").replacing("=", with: "%").removingPercentEncoding
        #expect(decoded == text)
    }

    @Test("The longest addresses, quoted ones and those of international domains are written")
    func addresses() throws {
        let long =
            String(repeating: "a", count: 64) + "@"
            + Array(repeating: String(repeating: "b", count: 61), count: 3)
            .joined(separator: ".") + ".de"
        #expect(long.count == 253)
        #expect(try headers(message(to: long))["To"] == "<\(long)>")
        #expect(Mailbox("reader+tag@bücher.example")?.text == "reader+tag@xn--bcher-kva.example")
        #expect(Mailbox("a@faß.DE")?.domain == "xn--fa-hia.de")
        #expect(Mailbox("дом@почта.рф")?.text == "дом@xn--80a1acny.xn--p1ai" && Mailbox("дом@a.de")?.needsUTF8 == true)
        #expect(Mailbox("broadsheet@localhost")?.text == "broadsheet@localhost" && Mailbox("a@b") == nil)
        #expect(Mailbox("a..b@example.org")?.text == "\"a..b\"@example.org")
        #expect(Mailbox("\"a b@c\"@example.org")?.local == "\"a b@c\"")
        #expect(Mailbox("a[b@example.org")?.local == "\"a[b\"")
        #expect(Mailbox("a>\"b@example.org")?.local == "\"a>\\\"b\"")
    }

    @Test(
        "What is no address gets no mail",
        arguments: [
            "", "a", "@example.org", "a@", "a@b c", "a@b>", "a@\r\nb", "a\r\nDATA@b.de", "a\u{0}@b.de", "a@-b.de",
            "a@b..de",
            "a@[127.0.0.1]", "a@" + String(repeating: "b", count: 300), String(repeating: "a", count: 3_000) + "@b.de",
        ])
    func noAddress(text: String) {
        #expect(Mailbox(text) == nil)
    }
}
