import Foundation
import Testing

/// Texts written to break pages.
enum HostileText {
    /// Our own texts. Each tries one way out of its context.
    static let own: [String] = [
        "<script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</title><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "\"><svg/onload=alert(1)>", "<!--", "-->",
        "<![CDATA[",
        "]]>", "<!DOCTYPE html>", "</script><script>", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "&lt;script&gt;",
        "&#60;b&#62;",
        "&amp;lt;", "&", "&&&", "&copy", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)", "[a](//evil.example)", "[a](/\\evil.example)",
        "[a](vbscript:x)",
        "[a](http://ok.example \"title\\\" onclick=alert(1)\")", "[a](<http://ok.example\" onclick=\"alert(1)>)",
        "<http://a\"b>",
        "<javascript:alert(1)>", "![x](http://evil.example/p.png)", "![x](x\" onerror=\"alert(1))",
        "www.evil.example\"onclick=alert(1)",
        "http://ok.example/'onmouseover='alert(1)", "`</p><script>x</script>`", "```\n</pre><script>x</script>\n```",
        "    <script>indented</script>", "> <script>x</script>", "# <img src=x>", "* </li></ul></div>",
        "<div class=\"comment-text\">",
        "</div></div></article></section></main></body></html>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0>",
        "<form action=//evil.example>", "<style>*{display:none}</style>", "<link rel=stylesheet href=//evil.example>",
        "[a]: javascript:alert(1)\n\n[a]", "[a][b]\n\n[b]: data:,x", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
        "\u{FEFF}<b>",
        "\u{202E}txt.exe", "a\u{2028}b", "\u{200B}\u{200B}a", "e" + String(repeating: "\u{0301}", count: 200),
        "\u{1F468}\u{200D}\u{1F469}",
        "مرحبا \u{202B}<b>\u{202C}", "𝕬𝖇𝖈", "\u{FFFD}", "\u{10FFFD}", "﷽﷽﷽", "=cmd|' /C calc'!A0",
        "%0d%0aSet-Cookie: a=b",
        "\\\"};alert(1)//", "\\u003cscript\\u003e", "'; DROP TABLE comments; --", "$1 ?1 :name", "1' OR '1'='1",
        "%s%n%x", "../../../etc/passwd",
    ]

    /// All available texts: our own, and the collections next to the project if they exist.
    static var all: [String] { own + strings("text/blns.json") + markup + texts }

    /// The texts cut to names: one line of at most 40 characters.
    static var names: [String] {
        all.map { String($0.split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars.prefix(40)) }
    }

    private static func strings(_ name: String) -> [String] {
        guard let data = try? Data(contentsOf: file(name)) else { return [] }
        return (try? JSONDecoder().decode([String].self, from: data)) ?? []
    }

    /// The test vectors of a well-known HTML sanitizer.
    private static var markup: [String] {
        guard let text = try? String(contentsOf: file("markup/dompurify-expect.mjs.txt"), encoding: .utf8) else {
            return []
        }
        return text.matches(of: /"payload": ("(?:[^"\\]|\\.)*")/).compactMap { match in
            try? JSONDecoder().decode(String.self, from: Data(match.output.1.utf8))
        }
    }

    private static var texts: [String] {
        ["text/bidi.txt", "text/zalgo.txt"].compactMap { try? String(contentsOf: file($0), encoding: .utf8) }
    }

    private static func file(_ name: String) -> URL {
        URL(filePath: #filePath).appending(path: "../../../../../shared/hostile/" + name).standardizedFileURL
    }
}
