import Foundation
import Markup
import Newsroom
import Testing

@testable import Web

@Suite("Markup designed to be slow", .timeLimit(.minutes(5)))
struct MarkdownTests {
    /// Texts as long as a comment may be.
    static let pathological: [String] = [
        filled("["), filled("[a]("), filled("[a](b"), filled("*a **a "), filled("_a __a "), filled("a**b"),
        filled("![["), filled("<"), filled("<!--"),
        filled("<?"), filled("<!A "), filled("<![CDATA["), filled("`a``a```"), filled(">"), filled("> "), filled("* "),
        filled("1. "), filled("- * + "),
        filled("\\"), filled("&amp;"), filled("a\n"), filled("\n>"), filled("[a]:b\n"), filled("[a]: <\n"),
        filled("www."), filled("http://a"),
        filled("a@b."), filled("(www.a.b"), filled("*"), filled("_"), filled("**x"), filled("~~x"), filled("|a\n|-\n"),
        filled("# "), filled("=\n"),
        filled("<a "), filled("<a b=\""), filled("[^1]"), filled("\t"), filled(" \n"), filled("***a_ "), filled("]"),
        filled("(("), filled("[\\"),
        filled("[]()"), filled("<http://"), filled("e\u{0301}"), filled("\u{200D}"), filled("http://a.b/("),
        filled("\\*a\\* "), filled("](http://a"), filled("[a](http://a) "), filled("\n- "), filled("\u{200B}*"),
        filled("&#0;"), filled("&CounterClockwiseContourIntegral;"),
        String(repeating: "> ", count: 2_400) + "a",
        (0..<99).map { String(repeating: " ", count: $0) + "* a\n" }.joined(),
    ]

    private static func filled(_ part: String) -> String {
        String(repeating: part, count: 5_000 / part.unicodeScalars.count)
    }

    @Test(
        "A pathological comment is shown or refused, and nests only up to a limit",
        arguments: pathological)
    func comment(text: String) async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let reply = await reader.comment(text)
        #expect(reply.status == 303 || reply.status == 422)
        let page = try await reader.follow(reply).page()
        expectCommentMarkup(page, text)
        #expect(page.elements.map(\.depth).max() ?? 0 < 40)
    }

    @Test("A comment saved again from the edit form is shown unchanged", arguments: HostileText.own)
    func again(vector: String) async throws {
        var reader = TestBrowser(try await TestSite())
        let first = await reader.comment(vector)
        guard first.status == 303 else { return }
        let number = first.location?.split(separator: "-").last.map(String.init) ?? ""
        let form = try await reader.get("/comments/\(number)/edit").page()
        let text = try #require(form.content(ofField: "text"))
        let before = await reader.follow(first).text
        #expect(await reader.post("/comments/\(number)/edit", ["text": text]).status == 303)
        #expect(await reader.follow(first).text == before)
    }
}
