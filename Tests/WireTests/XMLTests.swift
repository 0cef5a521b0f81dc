import Foundation
import Newsroom
import Testing

@testable import Wire

@Suite("XML", .timeLimit(.minutes(1)))
struct XMLTests {
    private func fault(_ bytes: some Sequence<UInt8>) -> WireFault? {
        let document = NewsMLReader().read(Data(bytes), named: "a.xml")
        #expect(document.items.isEmpty)
        return document.faults.first
    }

    private func fault(_ text: String) -> WireFault? { fault(text.utf8) }

    @Test(
        "A document type that declares nothing itself is skipped, and lines keep their numbers",
        arguments: [
            "<!DOCTYPE newsItem>", "<!DOCTYPE newsItem SYSTEM \"file:///etc/hostname\">",
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"\n \"http://a.example/x>.dtd\"\n>",
        ])
    func documentTypes(declaration: String) {
        let start = "<?xml version=\"1.0\"?>\n\(declaration)\n"
        #expect(read(start + Documents.story()).stories.count == 1)
        let lines = declaration.split(separator: "\n").count
        #expect(fault(start + Documents.story(version: "x"))?.line == 2 + lines)
        // The named file could define the entity, but it is never fetched.
        #expect(fault(start + Documents.story(body: "<p>&masthead;</p>"))?.sentence?.contains("masthead") == true)
    }

    @Test("Other document types and entities are refused with their line")
    func entities() {
        let story = Documents.story()
        #expect(fault("<?xml version=\"1.0\"?>\n<!DOCTYPE newsItem []>\n" + story)?.line == 2)
        #expect(fault("<!DOCTYPE a>\n<!DOCTYPE b>" + story)?.line == 2)
        #expect(fault(Documents.story(body: "<!DOCTYPE a>")) != nil)
        #expect(fault("<!DOCTYPE a \"" + story) != nil)
        #expect(fault("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>\n" + story)?.line == 1)
        #expect(fault("<!-- <!DOCTYPE a> -->\n\n<!DOCTYPE a [<!ENTITY % b SYSTEM \"x\"> %b;]>" + story)?.line == 3)
        #expect(fault("<!ENTITY a \"b\">" + story)?.sentence?.contains("document type") == true)
        let used = fault(Documents.story(body: "<p>One</p>\n<p>&masthead;</p>"))
        #expect(used?.line == 5 && used?.sentence?.contains("masthead") == true)
    }

    @Test("The five predefined entities and character references are read, in text and in attributes")
    func predefined() {
        let read = read(
            Documents.story(
                guid: "a&amp;b&#38;amp;&quot;&#x3C;", body: "<p>&lt;&gt;&amp;&quot;&apos;&#233; &amp;amp;</p>"))
        #expect(read.stories.first?.guid == "a&b&amp;\"<")
        #expect(read.stories.first?.body == "<>&\"'é \\&amp;")
    }

    @Test("A comment or CDATA section may mention document types")
    func harmless() {
        let read = read(Documents.story(body: "<p><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></p><?a <!DOCTYPE?>"))
        #expect(read.stories.first?.body == "\\<!DOCTYPE a>")
    }

    @Test("Nesting deeper than 100 elements is refused with the line")
    func depth() {
        let spans = 100 - 5
        func nested(_ count: Int) -> String {
            Documents.story(
                body: String(repeating: "\n<div>", count: count) + "Deep" + String(repeating: "</div>", count: count))
        }
        #expect(read(nested(spans)).stories.count == 1)
        #expect(fault(nested(spans + 1))?.sentence == "The elements are nested more than 100 levels deep.")
        #expect(fault(nested(spans + 1))?.line == 4 + spans + 1)
        #expect(fault(nested(50_000))?.sentence == "The elements are nested more than 100 levels deep.")
    }

    @Test("A document of more than 20 MB is refused before it is parsed")
    func size() {
        let large = Documents.story() + String(repeating: " ", count: XMLSource.largest)
        #expect(fault(large)?.sentence == "The file is larger than 20 MB.")
    }

    @Test("A document that is not well-formed is refused with the line")
    func notWellFormed() {
        for (text, line) in [
            ("<a>\n<b>\n</a>", 3), ("<a\n", 1), ("<a b=c/>", 1), ("<a/>\n<b/>", 2), ("<a b=\"1\" b=\"2\"/>", 1),
            ("<a>]]></a>", 1), ("<a>&</a>", 1),
            ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", 1), ("<a><!-- -- --></a>", 1), ("<a", 1), ("<!--", 1),
        ] {
            let fault = fault(text)
            #expect(fault?.line == line, "\(text)")
            #expect(fault?.sentence?.isEmpty == false)
        }
        #expect(fault("")?.sentence?.contains("not well-formed") == true)
    }

    @Test("UTF-16 that is cut off or has no byte order mark is refused")
    func brokenUTF16() {
        let units = "<a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(fault([0xFE, 0xFF] + units + [0xD8, 0x00]) != nil)
        #expect(fault(units)?.sentence == "The file begins with a NUL byte. UTF-16 needs a byte order mark.")
    }

    @Test("UTF-8 with a byte order mark, UTF-16 in both byte orders and Latin-1 are read alike")
    func encodings() {
        let text = Documents.story(body: "<p>Café</p>")
        let declared = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + text
        let forms: [[UInt8]] = [
            [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            declared.unicodeScalars.map { UInt8($0.value) },
        ]
        for form in forms {
            #expect(NewsMLReader().read(Data(form), named: "a.xml").stories.first?.body == "Café")
            #expect(FileKind(head: Data(form.prefix(FileKind.headLength))) == .document)
        }
    }

    @Test("Huge tags and too many elements are refused")
    func crowds() {
        let attributes = (0..<1_000).map { "a\($0)=\"'>'\"" }.joined(separator: " ")
        #expect(fault("<a>\n<b \(attributes)/></a>")?.sentence == "An element has more than 64 attributes.")
        #expect(fault("<a>\n<b c=\"\(String(repeating: "x", count: 70_000))\"/></a>")?.line == 2)
        let many = Documents.story(body: String(repeating: "<p/>", count: XMLReader.mostNodes + 1))
        #expect(fault(many)?.sentence?.contains("100000") == true)
    }

    @Test("Other XML is not NewsML-G2")
    func otherXML() {
        #expect(fault("<newsItem/>")?.sentence == "The file is XML, but not NewsML-G2: its root element is “newsItem”.")
        #expect(fault("<rss version=\"2.0\"/>")?.sentence?.contains("“rss”") == true)
        #expect(
            fault("<newsMessage xmlns=\"\(NewsMLReader.namespace)\"/>")?.sentence == "The news message has no items.")
        #expect(
            fault(Documents.message("<video xmlns=\"x\"/>"))?.sentence
                == "This item is not NewsML-G2: its element is “video”.")
    }
}
