import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Pages in compressed forms")
struct ContentCodingTests {
    @Test(
        "What is accepted is read as RFC 9110 says, and ours come in the order of their worth",
        arguments: [
            (nil, [.identity]), ("", [.identity]), ("identity", [.identity]), ("br", [.brotli, .identity]),
            ("gzip, deflate, br, zstd", [.brotli, .gzip, .identity]), ("GZIP", [.gzip, .identity]),
            ("gzip;q=0", [.identity]), ("br;q=0.000, gzip;q=0.1", [.gzip, .identity]), ("gzip;Q=0.0", [.identity]),
            ("*", [.brotli, .gzip, .identity]), ("*;q=0", [.identity]), ("br;q=0, *", [.gzip, .identity]),
            (" gzip ; q=1 , br ; q = 0 ", [.gzip, .identity]), (";;,,;q=0", [.identity]), ("bra", [.identity]),
            ("identity;q=0", [.identity]),
        ] as [(String?, [ContentCoding])])
    func accepted(field: String?, codings: [ContentCoding]) {
        #expect(ContentCoding.accepted(field) == codings)
    }

    private static let text = Array(String(repeating: "A line of a page as it may be. ", count: 400).utf8)

    private func page() -> KeptPage {
        KeptPage(Answer(type: "text/html", body: Self.text), Keeping(), asOf: 0)
    }

    @Test("Each form has a strong tag of its own, made from the content")
    func tags() {
        let page = page().packed()
        let tags = page.forms.map(\.eTag)
        #expect(Set(tags).count == 3 && tags.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
        #expect(tags == self.page().packed().forms.map(\.eTag))
        #expect(page.forms.map { $0.fields[.contentEncoding] } == ["br", "gzip", nil])
    }

    @Test("Gzip unpacks to the page")
    func gzip() throws {
        let packed = try #require(ContentCoding.gzip.pack(Self.text))
        let file = URL.temporary("gz")
        try Data(packed).write(to: file)
        let gunzip = Process()
        gunzip.executableURL = URL(filePath: "/bin/gzip")
        gunzip.arguments = ["-dc", file.path]
        let pipe = Pipe()
        gunzip.standardOutput = pipe
        try gunzip.run()
        let unpacked = try pipe.fileHandleForReading.readToEnd()
        gunzip.waitUntilExit()
        #expect(unpacked.map(Array.init) == Self.text)
    }

    @Test("What would not get smaller is left as it is")
    func noise() {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<5_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        #expect(ContentCoding.gzip.pack(noise) == nil && ContentCoding.brotli.pack(noise) == nil)
        #expect(ContentCoding.gzip.pack([]) == nil && ContentCoding.brotli.pack([]) == nil)
    }

    @Test("Who has a form already is told so, before a better one is sent")
    func known() {
        let page = page().packed()
        let plain = page.identity.eTag
        #expect(page.form(accepting: [.brotli, .identity], known: plain).isKnown)
        #expect(page.form(accepting: [.brotli, .identity], known: "\"x\", \(page.forms[0].eTag)").isKnown)
        #expect(!page.form(accepting: [.identity], known: page.forms[0].eTag).isKnown)
        #expect(!page.form(accepting: [.brotli, .identity], known: "W/" + plain).isKnown)
        #expect(page.form(accepting: [.gzip, .identity], known: nil).form.coding == .gzip)
    }
}
