import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import PageCache

@Suite("Compressed representations of pages", .timeLimit(.minutes(5)))
struct ContentCodingTests {
    @Test(
        "Accept-Encoding is read as RFC 9110 says, and the codings are in order of preference",
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

    private func page() -> Page {
        Page(Self.text, Lifetime())
    }

    @Test("Each representation has its own strong tag, made from the content")
    func tags() {
        let page = page().compressed()
        let tags = page.representations.map(\.eTag)
        #expect(Set(tags).count == 3 && tags.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
        #expect(tags == self.page().compressed().representations.map(\.eTag))
        #expect(page.representations.map { $0.fields[.contentEncoding] } == ["br", "gzip", nil])
    }

    @Test("The gzip representation unpacks to the page")
    func gzip() throws {
        let packed = try #require(ContentCoding.gzip.compress(Self.text))
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

    @Test("Data that would not shrink is not compressed")
    func noise() {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<5_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        #expect(ContentCoding.gzip.compress(noise) == nil && ContentCoding.brotli.compress(noise) == nil)
        #expect(ContentCoding.gzip.compress([]) == nil && ContentCoding.brotli.compress([]) == nil)
    }

    @Test("A client that already has a representation gets 304 rather than a better one")
    func known() {
        let plainPage = self.page()
        let page = plainPage.compressed()
        let plain = page.identity.eTag
        #expect(page.select(accepting: [.brotli, .identity], ifNoneMatch: plain).isNotModified)
        let (form, isNotModified) = plainPage.select(
            accepting: [.brotli, .identity], ifNoneMatch: page.representations[0].eTag)
        #expect(isNotModified && form.eTag == page.representations[0].eTag, "even before the page is compressed again")
        #expect(
            !plainPage.select(accepting: [.gzip, .identity], ifNoneMatch: page.representations[0].eTag).isNotModified)
        #expect(
            page.select(accepting: [.brotli, .identity], ifNoneMatch: "\"x\", \(page.representations[0].eTag)")
                .isNotModified)
        #expect(!page.select(accepting: [.identity], ifNoneMatch: page.representations[0].eTag).isNotModified)
        #expect(page.select(accepting: [.brotli, .identity], ifNoneMatch: "W/" + plain).isNotModified)
        #expect(page.select(accepting: [.brotli, .identity], ifNoneMatch: "*").representation.coding == .brotli)
        #expect(page.select(accepting: [.gzip, .identity], ifNoneMatch: nil).representation.coding == .gzip)
        #expect(page.select(accepting: [.gzip, .brotli, .identity], ifNoneMatch: nil).representation.coding == .gzip)
    }

    @Test(
        "A tag is found in every list that RFC 9110 allows, weak or strong",
        arguments: [
            "\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",\t\"a\"", "\"b\" , W/\"a\" ,", ",, \"a\"", "\"b,c\",\"a\"",
            "b, \"a\"", "\t\"a\" ",
        ])
    func named(field: String) {
        #expect(EntityTags(field).contain("\"a\"") && !EntityTags(field).matchAny)
    }

    @Test(
        "Similar or malformed tags do not match",
        arguments: [
            "", " ", ",", "a", "\"a", "a\"", "\"A\"", "w/\"a\"", "W/ \"a\"", "W/", "\"a\"x", "\"b, \"a\"\"",
            "\"b,\"a\",c\"",
            "*, \"b\"", "'a'",
        ])
    func unnamed(field: String) {
        #expect(!EntityTags(field).contain("\"a\"") && !EntityTags(field).matchAny)
    }

    @Test("A star matches any tag", arguments: ["*", " *\t"])
    func any(field: String) { #expect(EntityTags(field).matchAny) }
}
