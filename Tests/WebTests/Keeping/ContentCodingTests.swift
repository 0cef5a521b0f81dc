import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Pages in compressed forms", .timeLimit(.minutes(5)))
struct ContentCodingTests {
    @Test(
        "What is accepted is read as RFC 9110 says, and ours come in the order of their worth",
        arguments: [
            (nil, [.identity]), ("", [.identity]), ("identity", [.identity]), ("br", [.brotli, .identity]),
            ("gzip, deflate, br, zstd", [.brotli, .gzip, .identity]), ("GZIP", [.gzip, .identity]),
            ("gzip;q=0", [.identity]), ("br;q=0.000, gzip;q=0.1", [.gzip, .identity]), ("gzip;Q=0.0", [.identity]),
            ("*", [.brotli, .gzip, .identity]), ("*;q=0", [.identity]), ("br;q=0, *", [.gzip, .identity]),
            (" gzip ; q=1 , br ; q = 0 ", [.gzip, .identity]), (";;,,;q=0", [.identity]), ("bra", [.identity]),
            ("identity;q=0", [.identity]), ("gzip,\tbr", [.brotli, .gzip, .identity]), ("gzip;\tq=0", [.identity]),
            ("gzip;q=0;x=1", [.identity]), ("br;x=1;q=0", [.identity]), ("gzip;x=1", [.gzip, .identity]),
            ("identity;q=1, gzip;q=0.1", [.identity]), ("gzip;q=1, br;q=0.1", [.gzip, .brotli, .identity]),
            ("br;q=0.5, gzip;q=0.50", [.brotli, .gzip, .identity]), ("gzip;q=0.001", [.gzip, .identity]),
            ("identity;q=0.5, *;q=0.5", [.brotli, .gzip, .identity]), ("*;q=0.5, gzip;q=0.1", [.brotli, .identity]),
            ("gzip, gzip;q=0", [.identity]), ("gzip;q=2", [.identity]), ("gzip;q=", [.identity]),
            ("gzip;q=x", [.identity]), ("gzip;q=1.5, br;q=00.5, br;q=1.000", [.identity]),
            ("deflate;q=0, gzip;q=0.8", [.gzip, .identity]), ("identity;q=0.9, br;q=1", [.brotli, .identity]),
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
        let unpacked = self.page()
        let page = unpacked.packed()
        let plain = page.identity.eTag
        #expect(page.form(accepting: [.brotli, .identity], known: plain).isKnown)
        let (form, isKnown) = unpacked.form(accepting: [.brotli, .identity], known: page.forms[0].eTag)
        #expect(isKnown && form.eTag == page.forms[0].eTag, "also before it is made again")
        #expect(!unpacked.form(accepting: [.gzip, .identity], known: page.forms[0].eTag).isKnown)
        #expect(page.form(accepting: [.brotli, .identity], known: "\"x\", \(page.forms[0].eTag)").isKnown)
        #expect(!page.form(accepting: [.identity], known: page.forms[0].eTag).isKnown)
        #expect(page.form(accepting: [.brotli, .identity], known: "W/" + plain).isKnown)
        #expect(page.form(accepting: [.brotli, .identity], known: "*").form.coding == .brotli)
        #expect(page.form(accepting: [.gzip, .identity], known: nil).form.coding == .gzip)
        #expect(page.form(accepting: [.gzip, .brotli, .identity], known: nil).form.coding == .gzip)
    }

    @Test(
        "A tag is found in every list that RFC 9110 allows, weak or strong",
        arguments: [
            "\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",\t\"a\"", "\"b\" , W/\"a\" ,", ",, \"a\"", "\"b,c\",\"a\"",
            "b, \"a\"", "\t\"a\" ",
        ])
    func named(field: String) {
        #expect(KnownTags(field).name("\"a\"") && !KnownTags(field).areAny)
    }

    @Test(
        "No other tag is taken for it",
        arguments: [
            "", " ", ",", "a", "\"a", "a\"", "\"A\"", "w/\"a\"", "W/ \"a\"", "W/", "\"a\"x", "\"b, \"a\"\"",
            "\"b,\"a\",c\"",
            "*, \"b\"", "'a'",
        ])
    func unnamed(field: String) {
        #expect(!KnownTags(field).name("\"a\"") && !KnownTags(field).areAny)
    }

    @Test("Whatever there is, is known to who says so", arguments: ["*", " *\t"])
    func any(field: String) { #expect(KnownTags(field).areAny) }
}
