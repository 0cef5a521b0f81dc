import Testing

@testable import Markup

@Suite("Bare addresses in comments", .timeLimit(.minutes(1)))
struct CommentAddressTests {
    @Test(
        "An address ends where the sentence continues",
        arguments: [
            ("https://example.org/a_b*c~d", "https://example.org/a_b*c~d"),
            ("(https://example.org/a)", "https://example.org/a"),
            ("https://example.org/a.", "https://example.org/a"),
            ("https://example.org/a?!,;:.'\"", "https://example.org/a"),
            ("„https://example.org/a”", "https://example.org/a"), ("«https://example.org/a»", "https://example.org/a"),
            ("“https://example.org/a”", "https://example.org/a"), ("‘https://example.org/a’", "https://example.org/a"),
            ("https://example.org/a…", "https://example.org/a"), ("https://example.org/a。次", "https://example.org/a"),
            ("（https://example.org/a）", "https://example.org/a"), ("「https://example.org/a」", "https://example.org/a"),
            ("看https://example.org/a这里", "https://example.org/a"),
            ("https://example.org/aを見る", "https://example.org/a"),
            ("https://example.org/a를", "https://example.org/a"), ("https://example.org/aที่นี่", "https://example.org/a"),
            ("https://example.org/aຢູ່", "https://example.org/a"), ("https://example.org/aនៅ", "https://example.org/a"),
            ("https://example.org/aမှာ", "https://example.org/a"), ("https://example.org/a،", "https://example.org/a"),
            ("https://example.org/a؟", "https://example.org/a"), ("https://example.org/a—b", "https://example.org/a"),
            ("https://example.org/a\u{A0}b", "https://example.org/a"),
            ("https://example.org/a\u{3000}b", "https://example.org/a"),
            ("https://example.org/a\u{200B}b", "https://example.org/a"),
            ("https://example.org/\u{202E}gpj", "https://example.org/"),
            ("https://example.org/a😀", "https://example.org/a"), ("https://example.org/a<b", "https://example.org/a"),
            ("https://example.org/a\\b", "https://example.org/a"), ("https://example.org/a`", "https://example.org/a"),
            ("https://example.org/über/дом", "https://example.org/über/дом"),
            ("https://example.org/u\u{308}", "https://example.org/u\u{308}"),
            ("https://пример.рф/я.", "https://пример.рф/я"), ("https://example.org/بيت", "https://example.org/بيت"),
            ("https://en.wikipedia.org/wiki/Foo_(bar)", "https://en.wikipedia.org/wiki/Foo_(bar)"),
            ("(https://en.wikipedia.org/wiki/Foo_(bar)).", "https://en.wikipedia.org/wiki/Foo_(bar)"),
            ("[https://example.org/a[1]]", "https://example.org/a[1]"),
            ("(https://example.org/a)b", "https://example.org/a"),
            ("https://example.org/(", "https://example.org/"), ("*https://example.org/a*", "https://example.org/a"),
            ("**https://example.org/a**.", "https://example.org/a"),
            ("_https://example.org/a_", "https://example.org/a"),
            ("[a](https://example.org/ \"b\")", "https://example.org/"),
            ("<https://example.org/a>", "https://example.org/a"),
            ("[a](https://example.org/\\)", "https://example.org/"), ("HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"),
            ("http://localhost:8080/?a=1&b=%20#c", "http://localhost:8080/?a=1&b=%20#c"),
            ("a:https://example.org/a", "https://example.org/a"), ("> https://example.org/a", "https://example.org/a"),
            ("www.example.org/a, b", "http://www.example.org/a"), ("(www.example.org)", "http://www.example.org"),
            ("看www.example.org。", "http://www.example.org"), ("WWW.example.org", "http://WWW.example.org"),
            ("*www.example.org*", "http://www.example.org"),
        ])
    func end(text: String, address: String) {
        let shown = ShownComment(text)
        #expect(shown.addresses == [address])
        #expect(shown.tags.filter { $0 == "a" } == ["a"])
        #expect(shown.isNested)
    }

    @Test(
        "Text that is not a web address is not linked",
        arguments: [
            "javascript:alert(1)", "javascript://example.org/", "[a](javascript:alert(1))", "[a](data:text/html,b)",
            "[a](//b)", "[a](/b)",
            "ftp://example.org", "me@example.org", "me@www.example.org", "mailto:me@example.org",
            "xhttps://example.org", "https://",
            "https:// a", "https://.", "https:///a", "http://)", "https://me:secret@example.org/",
            "[a](https://me@example.org/)",
            "www.", "www. a", "www..a", "awww.example.org", "/www.example.org", "a.www.example.org",
            "https:/example.org", "wwwxexample.org",
            "[a](https://exam ple.org)", "[a](https://" + String(repeating: "a", count: 2_000) + ")",
        ])
    func noAddress(text: String) {
        let shown = ShownComment(text)
        #expect(shown.addresses.allSatisfy { $0 == "https://exam" })
        #expect(shown.folded == text)
    }

    @Test("Three addresses become three links")
    func two() {
        #expect(
            ShownComment("https://example.org/a, https://example.org/b和https://example.org/c").addresses == [
                "https://example.org/a", "https://example.org/b", "https://example.org/c",
            ])
    }
}
