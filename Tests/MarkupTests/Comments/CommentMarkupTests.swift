import Testing

@testable import Markup

@Suite("The markup of comments", .timeLimit(.minutes(1)))
struct CommentMarkupTests {
    private func html(_ text: String) -> String {
        Markdown.comment(text).string.replacing(" dir=\"auto\"", with: "").replacing(
            " rel=\"ugc nofollow noopener\"", with: ""
        )
        .replacing("\n", with: "")
    }

    @Test(
        "Line breaks, paragraphs and emphasis are rendered",
        arguments: [
            ("", ""), ("\n \n", ""), ("a\nb", "<p>a<br>b</p>"), ("a  \n  b\t\n\n\n \nc \n", "<p>a<br>b</p><p>c</p>"),
            ("a\r\n\r\nb", "<p>a</p><p>b</p>"), ("\ta\n    b", "<p>a<br>b</p>"),
            ("*a*", "<p><em>a</em></p>"), ("_a b_, **c**!", "<p><em>a b</em>, <strong>c</strong>!</p>"),
            (
                "__a__ ***b*** ___c___",
                "<p><strong>a</strong> <em><strong>b</strong></em> <em><strong>c</strong></em></p>"
            ),
            ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
            ("***a* b** ***c** d*", "<p><strong><em>a</em> b</strong> <em><strong>c</strong> d</em></p>"),
            ("**a *b***", "<p><strong>a <em>b</em></strong></p>"), ("*a _b_ c*", "<p><em>a <em>b</em> c</em></p>"),
            ("*a\nb*", "<p><em>a<br>b</em></p>"), ("*a\n…*", "<p><em>a<br>…</em></p>"),
            ("(*a*)", "<p>(<em>a</em>)</p>"), ("\"*a*\"", "<p>&quot;<em>a</em>&quot;</p>"),
            ("*don't*", "<p><em>don&#39;t</em></p>"), ("*強調*", "<p><em>強調</em></p>"),
            ("，*強調*。", "<p>，<em>強調</em>。</p>"),
            ("*مرحبا*، نعم", "<p><em>مرحبا</em>، نعم</p>"), ("*❤️* *é*", "<p><em>❤️</em> <em>é</em></p>"),
            ("\u{2067}*א*\u{2069}", "<p>\u{2067}<em>א</em>\u{2069}</p>"), ("*a* and *b", "<p><em>a</em> and *b</p>"),
            ("***a**", "<p>*<strong>a</strong></p>"), ("**a***", "<p><strong>a</strong>*</p>"),
            ("*a\n\nb*", "<p>*a</p><p>b*</p>"), ("- *a\n- b*", "<ul><li><p>*a</p></li><li><p>b*</p></li></ul>"),
        ])
    func emphasis(text: String, expected: String) { #expect(html(text) == expected) }

    @Test(
        "A quotation ends before the first line without a mark",
        arguments: [
            ("> a", "<blockquote><p>a</p></blockquote>"), (">a\n>b", "<blockquote><p>a<br>b</p></blockquote>"),
            ("> a\nb", "<blockquote><p>a</p></blockquote><p>b</p>"),
            ("> a\n> > b\n> c", "<blockquote><p>a</p><blockquote><p>b</p></blockquote><p>c</p></blockquote>"),
            ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
            ("> a\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
            ("a\n> b\nc", "<p>a</p><blockquote><p>b</p></blockquote><p>c</p>"),
            ("> - a\n> b\nc", "<blockquote><ul><li><p>a</p></li></ul><p>b</p></blockquote><p>c</p>"),
            ("> *a\n> b*", "<blockquote><p><em>a<br>b</em></p></blockquote>"),
            ("> *a\nb*", "<blockquote><p>*a</p></blockquote><p>b*</p>"),
            (
                ">>>>>>>> a",
                String(repeating: "<blockquote>", count: 6) + "<p>&gt;&gt; a</p>"
                    + String(repeating: "</blockquote>", count: 6)
            ),
        ])
    func quotations(text: String, expected: String) { #expect(html(text) == expected) }

    @Test(
        "A list ends before the first line that has no mark and is not indented",
        arguments: [
            ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"), ("* a", "<ul><li><p>a</p></li></ul>"),
            ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("- a\n+ b", "<ul><li><p>a</p></li></ul><ul><li><p>b</p></li></ul>"),
            ("- a\nb", "<ul><li><p>a</p></li></ul><p>b</p>"), ("- a\n b", "<ul><li><p>a<br>b</p></li></ul>"),
            ("- a\n\n  b\n\nc", "<ul><li><p>a</p><p>b</p></li></ul><p>c</p>"),
            ("- a\n  - b\n- c", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>"),
            ("- a\n - b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("- - a", "<ul><li><ul><li><p>a</p></li></ul></li></ul>"),
            ("- > a\n  b", "<ul><li><blockquote><p>a</p></blockquote><p>b</p></li></ul>"),
            ("- a\n> b", "<ul><li><p>a</p></li></ul><blockquote><p>b</p></blockquote>"),
            ("1. a\n2. b", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
            ("7) a", "<ol start=\"7\"><li><p>a</p></li></ol>"),
            ("0. a", "<ol start=\"0\"><li><p>a</p></li></ol>"),
            (
                "1. a\n1. b\n3. c",
                "<ol><li><p>a</p></li><li value=\"1\"><p>b</p></li><li value=\"3\"><p>c</p></li></ol>"
            ),
            ("1. a\n   - b\n2. c", "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>"),
            (
                "1. a\n   1. x\n   2. y\n3. b",
                "<ol><li><p>a</p><ol><li><p>x</p></li><li><p>y</p></li></ol></li><li value=\"3\"><p>b</p></li></ol>"
            ),
            ("1. a\nb\n2. c", "<ol><li><p>a</p></li></ol><p>b</p><ol start=\"2\"><li><p>c</p></li></ol>"),
            ("a\n- b", "<p>a</p><ul><li><p>b</p></li></ul>"), ("a\n1. b", "<p>a</p><ol><li><p>b</p></li></ol>"),
            ("a\n14. b", "<p>a<br>14. b</p>"), ("- #\n- 1.", "<ul><li><p>#</p></li><li><p>1.</p></li></ul>"),
        ])
    func lists(text: String, expected: String) { #expect(html(text) == expected) }

    @Test(
        "A link has text and a safe address",
        arguments: [
            ("[a b](https://example.org)", "<p><a href=\"https://example.org\">a b</a></p>"),
            ("![a](https://example.org)", "<p>![a](<a href=\"https://example.org\">https://example.org</a>)</p>"),
            ("[![a](b)](https://example.org)", "<p><a href=\"https://example.org\">![a](b)</a></p>"),
            ("[*a* **b](https://example.org)**", "<p><a href=\"https://example.org\"><em>a</em> **b</a>**</p>"),
            ("*[a*](https://example.org)*", "<p><em><a href=\"https://example.org\">a*</a></em></p>"),
            (
                "[a [b](https://example.org/b) c](https://example.org/c)",
                "<p>[a <a href=\"https://example.org/b\">b</a> c]("
                    + "<a href=\"https://example.org/c\">https://example.org/c</a>)</p>"
            ),
            ("[a [b] c](https://example.org)", "<p><a href=\"https://example.org\">a [b] c</a></p>"),
            (
                "[https://example.net](https://example.org)",
                "<p><a href=\"https://example.org\">https://example.net</a></p>"
            ),
            ("[a](https://example.org/?b=1&c=\u{27})", "<p><a href=\"https://example.org/?b=1&amp;c=&#39;\">a</a></p>"),
            ("[a](https://example.org/b_(c))", "<p><a href=\"https://example.org/b_(c)\">a</a></p>"),
            ("[a](https://example.org/b[]=c)", "<p><a href=\"https://example.org/b[]=c\">a</a></p>"),
            ("[a](https://zh.wikipedia.org/wiki/中文)。", "<p><a href=\"https://zh.wikipedia.org/wiki/中文\">a</a>。</p>"),
            ("[a\nb](https://example.org)", "<p><a href=\"https://example.org\">a<br>b</a></p>"),
            ("[中](https://example.org)文", "<p><a href=\"https://example.org\">中</a>文</p>"),
        ])
    func links(text: String, expected: String) { #expect(html(text) == expected) }

    @Test(
        "A backslash is hidden only if it changes how the text is shown",
        arguments: [
            ("\\*a\\*", "*a*"), ("\\*a*", "*a*"), ("\\*\\*a\\*\\*", "**a**"), ("\\**a**", "**a**"), ("\\_a_", "_a_"),
            ("\\\\*a*", "\\<em>a</em>"), ("\\\\\\*a*", "\\*a*"),
            ("\\[a](https://example.org/)", "[a](<a href=\"https://example.org/\">https://example.org/</a>)"),
            ("\\> a", "&gt; a"), ("\\- a", "- a"), ("\\* a *", "* a *"), ("1\\. a", "1. a"), ("1\\) a", "1) a"),
            ("*a* 2\n1\\. a", "<em>a</em> 2<br>1. a"),
            ("a\n\\> b", "a<br>&gt; b"), ("*a*\n\\> b", "<em>a</em><br>&gt; b"), ("*a\n\\* b*", "<em>a<br>* b</em>"),
            ("\\*a", "\\*a"), ("2\\*3\\*4", "2\\*3\\*4"), ("a\\", "a\\"), ("a\\\nb", "a\\<br>b"), ("\\#a", "\\#a"),
            ("\\[a\\]", "\\[a\\]"),
            ("\\\\server\\share", "\\\\server\\share"), ("a\n14\\. b", "a<br>14\\. b"), ("\\>", "\\&gt;"),
            ("\\-", "\\-"), ("1\\.", "1\\."),
            ("¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯"), ("¯\\\\\\_(ツ)_/¯", "¯\\_(ツ)_/¯"),
        ])
    func backslashes(text: String, expected: String) { #expect(html(text) == "<p>\(expected)</p>") }

    @Test("Emphasis nests up to a limit, and deeper marks are shown as typed")
    func depth() {
        let text =
            String(repeating: "*a ", count: 100) + "b" + String(repeating: "*", count: 1)
            + String(repeating: " c*", count: 99)
        let shown = ShownComment(text)
        #expect(shown.tags.count { $0 == "em" } == 8)
        #expect(shown.folded.count { $0 == "*" } == 200 - 16)
    }
}
