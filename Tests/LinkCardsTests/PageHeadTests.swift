import Foundation
import Testing

@testable import LinkCards

@Suite("The head of a page on another site", .timeLimit(.minutes(1)))
struct PageHeadTests {
    private func head(_ html: String, charset: String? = nil) -> PageHead {
        PageHead(Array(html.utf8), charset: charset)
    }

    @Test("Open Graph wins over the page's own title and description")
    func openGraph() {
        let head = head(
            """
            <!DOCTYPE html><html lang=en><head><title>Own</title><meta name="description" content="Own words">
            <meta property="og:title" content="The report &amp; more"><meta property='og:description' content='A > b'>
            <META PROPERTY="og:site_name" CONTENT=Example><meta content="/a.jpg?b=1&amp;c=2" property=og:image>
            """)
        #expect(head.title == "The report & more" && head.description == "A > b" && head.site == "Example")
        #expect(head.picture == "/a.jpg?b=1&c=2")
    }

    @Test("Without Open Graph, the page's own title and description count")
    func own() {
        let head = head("<title> A\n title </title><meta name=description content='Words'><body><title>No</title>")
        #expect(head.title == "A title" && head.description == "Words" && head.site == nil && head.picture == nil)
        #expect(self.head("<meta property='og:title' content=' '><title>Own</title>").title == "Own")
    }

    @Test(
        "Tags in comments, scripts, styles and in the body do not count",
        arguments: [
            "<!-- <title>No</title> -->", "<script>'<title>No</title>'</script>", "<STYLE><title>No</title></STYLE>",
            "<noscript><title>No</title></noscript>", "<body><title>No</title>", "<!-- <title>No</title>",
            "<script><title>No</title>", "<title></title>", "<title>\u{202E} \u{200B}</title>", "", "plain text",
            "<meta property=og:title>", "<meta property=og:title content=\"No", "<title>\u{FFFD}</title>",
        ])
    func noTitle(html: String) { #expect(head(html).title == nil, "\(html)") }

    @Test("Texts are in one line, without control and direction characters, and cut")
    func cleaned() {
        #expect(head("<title>a\u{202E}b&#x7;c\u{200F}d&#8238;e</title>").title == "a b cd e")
        let long = head("<title>\(String(repeating: "word ", count: 500))</title>").title
        #expect(long?.unicodeScalars.count ?? 0 <= 200 && long?.hasSuffix("word…") == true)
        let unbroken = head("<title>\(String(repeating: "w", count: 500))</title>").title
        #expect(unbroken?.unicodeScalars.count == 200)
        let marks = head("<title>Z\(String(repeating: "\u{0301}", count: 900))a</title>").title
        #expect(marks?.unicodeScalars.count == 6)
        let description = head("<meta name=description content='\(String(repeating: "ä ", count: 900))'>").description
        #expect(description?.unicodeScalars.count ?? 0 <= 300)
        #expect(head("<meta property=og:image content='/\(String(repeating: "a", count: 3_000))'>").picture == nil)
    }

    @Test("The encoding comes from the response, or from the page")
    func encodings() {
        let western = Array("<title>Caf".utf8) + [0xE9] + Array("</title>".utf8)
        #expect(PageHead(western, charset: "ISO-8859-1").title == "Café")
        #expect(PageHead(Array("<meta charset='windows-1252'>".utf8) + western).title == "Café")
        #expect(PageHead(Array("<meta charset='utf-8'>".utf8) + western).title == nil)
        #expect(PageHead(western, charset: "none").title == nil)
        let russian = Array("<title>".utf8) + [0xCC, 0xE8, 0xF0] + Array("</title>".utf8)
        #expect(PageHead(russian, charset: "windows-1251").title == "Мир")
        #expect(head("<title>Мир</title>", charset: "utf-8").title == "Мир")
    }

    @Test(
        "A hostile page takes little time",
        arguments: [
            "<div>", "<b><p>", "<font size=1>", "<meta ", "<meta a ", "<meta property=og:title content='", "<title>",
            "<!--", "<script>", "</", "<", "a=\"", "<table><b>", "<meta content=a>", "<svg><title>", "\0", "&#8238;",
        ])
    func hostile(part: String) {
        let page = Array(String(repeating: part, count: (512 << 10) / part.utf8.count).utf8)
        let time = ContinuousClock().measure { _ = PageHead(page) }
        #expect(time < .seconds(5), "\(part) took \(time)")
        let attributes = "<meta \((0..<100_000).map { "a\($0)" }.joined(separator: " ")) property=og:title content=a>"
        #expect(head(attributes).title == nil)
    }
}
