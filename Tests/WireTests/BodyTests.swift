import Markup
import Newsroom
import Testing

@testable import Wire

@Suite("Bodies", .timeLimit(.minutes(1)))
struct BodyTests {
    private func body(_ xhtml: String) -> String? {
        read(Documents.story(body: xhtml)).stories.first?.body
    }

    @Test("Emphasis, links, lists, quotations, headings and breaks become Markdown")
    func markup() {
        #expect(body("<p>A <em>b </em><strong>c</strong> <b><i>d</i></b>.</p>") == "A *b* **c** ***d***.")
        #expect(
            body("<p>See <a href=\"https://a.example/x_(y)?a=1&amp;copy;=2\">this <b>one</b></a>!</p>")?
                .hasPrefix("See [this one](https://a.example/x\\_%28y%29?a=1\\&copy;=2)") == true)
        #expect(body("<ul><li>One</li><li><p>Two</p></li></ul><ol><li>Three</li></ol>") == "- One\n- Two\n\n1. Three")
        #expect(body("<blockquote><p>A</p><p>B</p></blockquote>") == "> A\n>\n> B")
        #expect(body("<h1>A</h1><p>B</p><h3>C #</h3><p>D</p>") == "## A\n\nB\n\n### C \\#\n\nD")
        #expect(body("<p>A<br/>B<br/><br/>C</p>") == "A\\\nB\n\nC")
        #expect(body("<p>A</p><hr/><p>B</p>") == "A\n\n---\n\nB")
    }

    @Test("Other elements are reduced to their text, and scripts and styles are dropped")
    func otherElements() {
        #expect(body("<p>A<span>b</span><u>c</u></p><script>x</script><style>y</style><p>D</p>") == "Abc\n\nD")
        #expect(body("<div>A<p>B</p>C</div>text") == "A\n\nB\n\nC\n\ntext")
        #expect(
            body("<ul>stray<li>A<ul><li>B</li></ul></li></ul>")
                == "- stray\n- A\n\n  - B".replacing("stray\n- A", with: "stray\n\n- A"))
        #expect(body("<h2><p>A</p><p>B</p></h2>") == "A\n\nB")
    }

    @Test("Only http and https addresses are linked, and no address breaks out of its link")
    func addresses() {
        for address in [
            "javascript:alert(1)", "data:text/html,x", "//a.example", "/a", "ftp://a.example", " JaVaScRiPt:x", "",
        ] {
            #expect(body("<p><a href=\"\(address)\">x</a></p>") == "x")
        }
        let html = Markdown.story(
            body("<p><a href=\"http://a.example/)&quot;&lt;b> [x](javascript:y)\\\">x</a></p>") ?? ""
        ).string
        #expect(html.hasPrefix("<p><a href=\"http://a.example/%29%22%3Cb%3E") && !html.contains("javascript:y\""))
        #expect(body("<p>wow!<a href=\"http://a.example\">x</a></p>") == "wow\\![x](http://a.example)")
    }

    @Test("Emphasis that Markdown cannot express is dropped, and its words are kept")
    func emphasisInWords() {
        #expect(body("<p>a<b>b</b>c</p>") == "a**b**c")
        #expect(body("<p>a<b>“b”</b>c</p>") == "a“b”c")
        #expect(body("<p><b>a</b><i>b</i></p>") == "**a**b")
        #expect(body("<p><b> </b>a<b/></p>") == "a")
    }

    @Test("Text in a body is shown as it is, and never becomes markup")
    func literalText() {
        #expect(
            body("<p># a</p><p>- b</p><p>1. c</p><p>&lt;b>d&lt;/b></p><p>*e*</p>")
                == "\\# a\n\n\\- b\n\n1\\. c\n\n\\<b>d\\</b>\n\n\\*e\\*")
        #expect(body("<p>a<br/># b<br/>===</p>") == "a\\\n\\# b\\\n\\===")
        let html = Markdown.story(body("<p>&lt;img src=x onerror=alert(1)></p><p>[a](javascript:x)</p>") ?? "").string
        #expect(html == "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n<p>[a](javascript:x)</p>\n")
    }

    @Test("The namespace of the body determines its format, whatever its content type")
    func contentTypes() {
        for type in ["application/xhtml+html", "application/xhtml+xml", "text/html", "", "x/y"] {
            let content =
                "<inlineXML contenttype=\"\(type)\"><p xmlns=\"\(Documents.xhtml)\">A</p>"
                + "<p xmlns=\"\(Documents.xhtml)\">B</p></inlineXML>"
            #expect(read(Documents.story(contentSet: content)).stories.first?.body == "A\n\nB")
        }
    }

    @Test("An NITF body has its headline, byline, dateline and crossheads read")
    func nitf() {
        let content = """
            <inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>\
            <hedline><hl1>From NITF</hl1></hedline>
            <byline>By Ada Example, <byttl>Staff</byttl></byline><dateline><location>PORTO</location> (Wire)</dateline>
            <abstract><p>In short.</p></abstract></body.head>
            <body.content><p>One <em>two</em>.</p><hl2>Later</hl2>\
            <block><p>Three.</p><media>no</media></block></body.content></body></nitf></inlineXML>
            """
        let story = read(Documents.story(content: "", contentSet: content)).stories.first
        #expect(story?.headline == "From NITF" && story?.byline == "Ada Example" && story?.standfirst == "In short.")
        #expect(story?.dateline == Dateline(place: "PORTO", agency: "Wire"))
        #expect(story?.body == "One *two*.\n\n## Later\n\nThree.")
    }

    @Test("Plain text has paragraphs at empty lines, or else at line endings")
    func plainText() {
        func body(_ text: String) -> String? {
            read(Documents.story(contentSet: "<inlineData contenttype=\"text/plain\">\(text)</inlineData>")).stories
                .first?.body
        }
        #expect(
            body("\n\nPORTO (Wire) - One\ntwo.\n\nThree.\n\n\nCAPITALS\n\nFour.\n")
                == "One two.\n\nThree.\n\n## CAPITALS\n\nFour.")
        #expect(body("One.\nTwo.") == "One.\n\nTwo.")
    }

    @Test("An unsupported body is refused, and the message names its type")
    func refused() {
        func reason(_ content: String) -> String? { read(Documents.story(contentSet: content)).faults.first?.sentence }
        #expect(reason("<inlineXML><sports xmlns=\"urn:x\"/></inlineXML>")?.contains("“sports” in “urn:x”") == true)
        #expect(
            reason("<inlineData contenttype=\"application/pdf\">x</inlineData>")?.contains("“application/pdf”") == true)
        #expect(reason("<inlineData contenttype=\"text/plain\" encoding=\"e:gzip\">eA==</inlineData>") != nil)
        #expect(
            reason("<remoteContent href=\"http://a.example/x\"/>")
                == "The text of this item is remote content, which Broadsheet does not fetch.")
    }
}
