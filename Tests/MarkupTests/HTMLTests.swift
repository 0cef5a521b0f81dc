import Foundation
import Testing

@testable import Markup

@Suite("HTML by interpolation", .timeLimit(.minutes(1)))
struct HTMLTests {
    @Test("Text is escaped in content and in attributes")
    func escapes() {
        let hostile = #"<script>alert("x")</script> & 'y'"#
        let html: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
        let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"
        #expect(html.string == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test("Only markup is inserted unescaped")
    func composes() {
        let inner: HTML = "<b>\("<i>")</b>"
        let html: HTML = "<p>\(inner)\([inner, inner])\(nil as HTML?)\(3)</p>"
        #expect(
            html.string == "<p><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b>3</p>")
    }

    @Test("Characters that HTML cannot contain become U+FFFD")
    func controls() {
        let html = HTML(text: "a\u{0}b\u{8}c\u{7F}d\u{85}e\u{FFFE}f\tg\nh")
        #expect(html.string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\tg\nh")
    }

    @Test(
        "Plain text in an address attribute is replaced by about:invalid",
        arguments: ["javascript:alert(1)", "https://example.org/"])
    func addresses(_ text: String) {
        let link: HTML = "<a href=\"\(text)\">x</a>"
        #expect(link.string == "<a href=\"about:invalid\">x</a>")
    }

    @Test("An address attribute is recognized however its tag is assembled, and after any length of page")
    func addressesBehindLongText() {
        let long = HTML(text: String(repeating: "line\n", count: 10_000))
        let opening: HTML = "\(long)\(long)<a href=\""
        #expect(("\(opening)\("javascript:x")\">" as HTML).string.hasSuffix("<a href=\"about:invalid\">"))
        let torn: HTML = "\(long + "<a")\(" href" as HTML)\("=\"" as HTML)\("javascript:x")\">"
        #expect(torn.string.hasSuffix("<a href=\"about:invalid\">"))
    }

    @Test("A long page contains all its parts in order, however it is assembled")
    func long() {
        let parts = (0..<3_000).map {
            HTML(text: String(repeating: "\($0) ", count: $0 % 40) + ($0 % 3 == 0 ? "\n" : ""))
        }
        let whole = parts.map(\.string).joined()
        var nested = HTML()
        for start in stride(from: 0, to: parts.count, by: 500) {
            nested.append("\(parts[start..<(start + 250)])\(parts[(start + 250)..<(start + 500)].joined())")
        }
        #expect(nested.string == whole && nested.count == whole.utf8.count)
        #expect(nested == HTML(text: whole) && nested.hashValue == HTML(text: whole).hashValue)
        #expect((nested + nested).string == whole + whole)
    }

    @Test("Numbers are written in full", arguments: [0, 7, -1, 1_234_567_890, .max, .min])
    func numbers(_ number: Int64) {
        #expect(("\(number)" as HTML).string == String(number))
    }

    @Test("Data cannot end its data block")
    func dataBlock() {
        let data = JSON.object(["headline": .text("</script><script>alert(1)//&")])
        let html = HTML.dataBlock(type: "application/ld+json", data)
        #expect(!html.string.dropFirst(8).dropLast(9).contains("<"))
        #expect(html.string.contains(#"\u003c/script\u003e"#))
    }

    @Test("A data block is valid JSON with complete texts")
    func json() throws {
        let hostile = (0...0x7F).map { String(UnicodeScalar($0)) } + ["\u{2028}", "é", "👍🏽", "مرحبا", "\"\\/", ""]
        let data = JSON.object([
            "texts": .texts(hostile), "number": .number(-12), "left out": nil, "truth": .truth(true),
            "objects": .list([.object([:]), .object(["a": .list([])])]),
        ])
        let text = HTML.dataBlock(type: "application/ld+json", data).string
        let block = text.dropFirst("<script type=\"application/ld+json\">".count).dropLast("</script>".count)
        struct Read: Decodable, Equatable {
            let texts: [String]
            let number: Int
            let truth: Bool
            let objects: [[String: [Int]]]
        }
        let read = try JSONDecoder().decode(Read.self, from: Data(block.utf8))
        #expect(read == Read(texts: hostile, number: -12, truth: true, objects: [[:], ["a": []]]))
        #expect(!block.contains("left out"))
    }
}

@Suite("Templates", .timeLimit(.minutes(1)))
struct TemplateTests {
    private func filled(_ template: Template, with texts: [String]) -> String {
        var html: HTML = "."
        html.write(template) { hole, out in out.write(text: texts[Int(hole)]) }
        return html.string
    }

    @Test("Holes are filled in order, including in nested templates and on repeated use")
    func holes() {
        let name: Template = "<b>\(hole: 1)</b>"
        let line: Template = "\(hole: 0)\(name), \(hole: 0)\("!", if: true)\(name, if: false)"
        #expect(filled(line, with: ["one", "two"]) == ".one<b>two</b>, one!")
        #expect(filled("<p>", with: []) == ".<p>")
    }

    @Test("Text is escaped in a template and in its holes, and is never an address")
    func text() {
        let line: Template =
            "<a href=\"\("x:y" as String)\" title=\"\("<" as String)\">\(hole: 0)</a><a href=\"\(hole: 0)\">"
        #expect(
            filled(line, with: ["javascript:&"])
                == ".<a href=\"about:invalid\" title=\"&lt;\">javascript:&amp;</a><a href=\"about:invalid\">")
    }

    @Test("A safe address is inserted as an address")
    func addresses() {
        let line: Template = "<a href=\"\(SafeURL(path: ["a&b"]))/\(hole: 0)\">"
        #expect(
            filled(line, with: ["7"]) == ".<a href=\"\(SafeURL(path: ["a&b"]).text.replacing("&", with: "&amp;"))/7\">")
    }
}

@Suite("Addresses", .timeLimit(.minutes(1)))
struct SafeURLTests {
    @Test(
        "Only http and https addresses with a host are accepted",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.org", "/path", "http://",
            "https:///x", "ftp://example.org", "https://user:secret@example.org/", "https://exa mple.org",
            "java\nscript:alert(1)", "vbscript:x", "",
        ])
    func refused(_ text: String) { #expect(SafeURL(text) == nil) }

    @Test("Paths are encoded component by component")
    func path() {
        let url = SafeURL(path: ["stories", "1", "a/b ..\"<ü"], query: [("after", "1&2")], fragment: "c 1")
        #expect(url.text == "/stories/1/a%2Fb%20..%22%3C%C3%BC?after=1%262#c%201")
    }
}
