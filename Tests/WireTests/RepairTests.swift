import Foundation
import Newsroom
import Testing

@testable import Wire

@Suite("Repairs", .timeLimit(.minutes(1)))
struct RepairTests {
    /// The body and what was assumed, for a story with these bytes in its second paragraph.
    private func read(_ bytes: [UInt8], declared: String = "UTF-8") -> (body: String?, assumptions: [Assumption]) {
        let parts = Documents.story(body: "<p>One.</p>\n<p>A?B</p>").utf8.split(separator: UInt8(ascii: "?"))
        let start = "<?xml version=\"1.0\" encoding=\"\(declared)\"?>"
        let document = NewsMLReader().read(Data(Array(start.utf8) + parts[0] + bytes + parts[1]), named: "a.xml")
        #expect(document.faults.isEmpty)
        return (document.stories.first?.body.components(separatedBy: "\n\n").last, document.assumptions)
    }

    private func read(_ text: String) -> (body: String?, assumptions: [Assumption]) { read(Array(text.utf8)) }

    @Test(
        "Characters that XML forbids are dropped and named with their line",
        arguments: [
            "\u{8}", "\u{0}", "\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "&#8;", "&#x8;",
            "&#0;",
            "&#xD800;", "&#xFFFE;", "&#99999999999;",
        ])
    func forbidden(text: String) {
        let (body, assumptions) = read(text)
        #expect(body == "AB")
        #expect(assumptions.count == 1 && assumptions.first?.line == 5 && assumptions.first?.file == "a.xml")
        #expect(assumptions.first?.sentence.hasSuffix("is not allowed. It is dropped.") == true)
    }

    @Test(
        "Control characters from Windows-1252 are read as what they were meant to be",
        arguments: [
            ("&#150;", "–"), ("&#x92;", "’"), ("\u{96}", "–"), ("&#133;", "…"), ("&#128;", "€"), ("&#129;", ""),
        ])
    func windows(text: String, meant: String) {
        let (body, assumptions) = read(text)
        #expect(body == "A\(meant)B" && assumptions.count == 1)
    }

    @Test("Bytes that are not UTF-8 are read as Windows-1252, or replaced")
    func notUTF8() {
        for (bytes, meant) in [
            ([0x92], "’"), ([0xE9], "é"), ([0xC3], "Ã"), ([0x81], ""), ([0xC0, 0xAF], "\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}"), ([0xF5, 0x80, 0x80, 0x80], "\u{FFFD}"), ([0xE2, 0x82], "\u{FFFD}"),
        ] as [([UInt8], String)] {
            let (body, assumptions) = read(bytes)
            #expect(body == "A\(meant)B" && assumptions.count == 1, "\(bytes)")
        }
        #expect(read([0x96], declared: "ISO-8859-1").body == "A–B")
        #expect(read([0xE9], declared: "US-ASCII").body == "AéB")
        #expect(read([0xE9], declared: "ISO-8859-1").assumptions.isEmpty)
    }

    @Test("The names of HTML's characters are read, and those of XML stay")
    func names() {
        let (body, assumptions) = read("&eacute;&hellip;&amp;&lt;&#233;")
        #expect(body == "Aé…&<éB")
        #expect(assumptions.count == 2)
        #expect(assumptions.first?.sentence == "The name &eacute; is not defined in XML. It is read as in HTML.")
        #expect(read("<![CDATA[&eacute;&#8;]]>").body == "A\\&eacute;\\&#8;B")
    }

    @Test("A file embedded in an attribute is dropped, whatever its length, and the lines keep their numbers")
    func embedded() {
        let data = "data:image/png;base64," + String(repeating: "iVBORw0KGgo\n", count: 6_000)
        let (body, assumptions) = read("<video id=\"x\" src=\"\(data)\"/>&#8;")
        #expect(body == "AB")
        #expect(assumptions.map(\.line) == [5, 6_005])
        #expect(read("<a href='DATA:\(data.dropFirst(5))'>c</a>").body == "AcB")
        #expect(read("<a href=\"data:text/plain,short\">c</a>").assumptions.isEmpty)
    }

    @Test("A bad character does not cost the good items of a message")
    func message() {
        let message = Documents.message(
            Documents.story(guid: "one", body: "<p>A\u{8}</p>"), Documents.story(guid: "two", body: "<p>B</p>"))
        let document = WireTests.read(message)
        #expect(document.stories.map(\.body) == ["A", "B"] && document.faults.isEmpty)
    }

    @Test("A file of nothing but bad characters costs little")
    func hostile() {
        let (_, assumptions) = read(String(repeating: "&#8;", count: 200_000))
        #expect(assumptions.count == XMLRepair.mostRemarks)
    }
}
