import Foundation
import Newsroom
import Testing

@testable import Wire

@Suite("Forms of content", .timeLimit(.minutes(1)))
struct ContentTests {
    private func document(_ contentSet: String, content: String = "<headline>H</headline>") -> WireDocument {
        read(Documents.story(content: content, contentSet: contentSet))
    }

    private func body(_ contentSet: String) -> String? { document(contentSet).stories.first?.body }

    @Test("HTML is read in the namespace of NewsML, in none, and in capitals")
    func namespaces() {
        #expect(body("<inlineXML><html><head><title>x</title></head><body><p>A</p></body></html></inlineXML>") == "A")
        #expect(body("<inlineXML><html xmlns=\"\"><body><p>A</p></body></html></inlineXML>") == "A")
        #expect(body("<inlineXML><p>A</p><p xmlns=\"\">B</p></inlineXML>") == "A\n\nB")
        #expect(body("<inlineXML><BODY xmlns=\"\"><P>A</P><UL><LI>B</LI></UL></BODY></inlineXML>") == "A\n\n- B")
        #expect(body("<inlineXML><nitf><body><body.content><p>A</p></body.content></body></nitf></inlineXML>") == "A")
    }

    @Test("HTML and NITF are read as data, whether escaped, in a CDATA section or in base64")
    func data() {
        let html = "<!DOCTYPE html><p>A<br>B<p>C &amp; D&nbsp;E"
        let expected = "A\\\nB\n\nC & D\u{A0}E"
        #expect(body("<inlineData contenttype=\"text/html\"><![CDATA[\(html)]]></inlineData>") == expected)
        #expect(body("<inlineData><![CDATA[\n\(html)]]></inlineData>") == expected)
        #expect(body("<inlineData contenttype=\"text/plain\"><![CDATA[\(html)]]></inlineData>") == expected)
        #expect(body("<inlineXML><![CDATA[<p>A</p>]]></inlineXML>") == "A")
        #expect(body("<inlineData contenttype=\"text/html\">&lt;p&gt;A &amp;lt; B&lt;/p&gt;</inlineData>") == "A < B")
        let base64 = Data(html.utf8).base64EncodedString()
        #expect(body("<inlineData contenttype=\"text/html\" encoding=\"e:base64\">\(base64)</inlineData>") == expected)
        let nitf = "<nitf><body><body.content><p>A</p></body.content></body></nitf>"
        #expect(body("<inlineData contenttype=\"text/vnd.IPTC.NITF\"><![CDATA[\(nitf)]]></inlineData>") == "A")
    }

    @Test("HTML without markup has paragraphs at its line ends")
    func onlyText() {
        #expect(body("<inlineXML><html><body>One.\nTwo.</body></html></inlineXML>") == "One.\n\nTwo.")
        #expect(body("<inlineData contenttype=\"text/html\">One.\n\nTwo.</inlineData>") == "One.\n\nTwo.")
    }

    @Test("Of several contents, the first one with text counts")
    func several() {
        let empty = "<inlineXML><html xmlns=\"\(Documents.xhtml)\"><body><p/></body></html></inlineXML>"
        #expect(
            body("<remoteContent href=\"a.jpg\"/>\(empty)<inlineData>A</inlineData><inlineData>B</inlineData>") == "A")
    }

    @Test(
        "A body without text publishes nothing, and the import says so",
        arguments: [
            "", "<p/>", "<p>\u{A0}</p>", "<p>By Ada Example</p>", "<h1>H</h1>", "<p>PORTO, Feb 2 (Wire) -</p>", "<hr/>",
            "<figure><img src=\"a\"/></figure>", "<h1>H</h1><p>By Ada Example and Ben Sample</p><p> </p>",
        ])
    func empty(xhtml: String) {
        let document = document(Documents.xhtmlBody(xhtml))
        #expect(document.items.isEmpty && document.faults.first?.sentence == "This item has no text.")
        #expect(document.faults.first?.line != nil)
    }

    @Test("An item with nothing but a summary has the summary as its text, and the import says so")
    func summary() {
        let content = "<headline>H</headline><description role=\"drol:summary\">It *rained*.</description>"
        for contentSet in [
            "", "<inlineData/>", Documents.xhtmlBody("<p/>"), "<remoteContent href=\"http://a.example/x\"/>",
        ] {
            let document = document(contentSet, content: content)
            #expect(document.stories.first?.body == "It \\*rained\\*." && document.stories.first?.standfirst == nil)
            #expect(document.assumptions.map(\.sentence) == ["The item has no text. Its summary is the text."])
        }
    }

    @Test("HTML that would cost the parser too much is refused or tamed, in good time")
    func hostile() {
        func fault(_ html: String) -> String? {
            document("<inlineData contenttype=\"text/html\"><![CDATA[\(html)]]></inlineData>").faults.first?.sentence
        }
        let many = String(repeating: "<i>", count: HTMLGate.mostTags + 1)
        #expect(fault(many) == "The HTML of this item has more than 20000 elements.")
        #expect(
            fault(String(repeating: "<div>", count: 15_000) + "x")
                == "The elements are nested more than 100 levels deep.")
        let fonts = (0..<5_000).map { "<font size=\($0)><p>x" }.joined()
        #expect(
            body("<inlineData contenttype=\"text/html\"><![CDATA[\(fonts)]]></inlineData>")?.hasPrefix("x\n\nx") == true
        )
    }
}
