import Testing

@testable import Markup

@Suite("The link cards of a story", .timeLimit(.minutes(1)))
struct CardTests {
    private static var additions: StoryAdditions {
        StoryAdditions(card: { address in
            address.text.contains("card") ? "<div>\(address.text)</div>\n" : nil
        })
    }

    private func story(_ text: String) -> String { Markdown.story(text, additions: Self.additions).string }

    @Test(
        "A paragraph that holds only an address becomes a card",
        arguments: [
            ("<https://example.org/card>", "https://example.org/card"),
            ("https://example.org/card", "https://example.org/card"),
            ("  http://example.org/a_card_b?c=1&d=2  ", "http://example.org/a_card_b?c=1&amp;d=2"),
            ("<https://example.org/card?a=1&amp;b=2>", "https://example.org/card?a=1&amp;b=2"),
            ("[https://example.org/card](https://example.org/card)", "https://example.org/card"),
        ])
    func cards(text: String, address: String) {
        #expect(story("One.\n\n\(text)\n\nTwo.") == "<p>One.</p>\n<div>\(address)</div>\n<p>Two.</p>\n")
    }

    @Test(
        "Anything else stays what it is",
        arguments: [
            "<https://example.org/other>", "https://example.org/other", "See https://example.org/card",
            "https://example.org/card now", "[Card](https://example.org/card)", "<card@example.org>",
            "<javascript:card>",
            "javascript:card", "https://card@example.org/", "https://example.org/card\nhttps://example.org/card",
            "# https://example.org/card", "`https://example.org/card`", "//example.org/card",
            "*https://example.org/card*",
        ])
    func others(text: String) { #expect(story(text) == Markdown.story(text).string && !story(text).contains("<div>")) }

    @Test(
        "An address in a list, a quotation, a box or a footnote stays a link",
        arguments: [
            "- <https://example.org/card>", "> <https://example.org/card>", "> [!FACTS]\n> <https://example.org/card>",
            "A.[^1]\n\n[^1]: <https://example.org/card>", "1. One\n\n   <https://example.org/card>",
        ])
    func nested(text: String) {
        #expect(!story(text).contains("<div>") && Markdown(text).cardAddresses.isEmpty)
        #expect(story(text).contains("href=\"https://example.org/card\""))
    }

    @Test("The addresses of a text are known, each once, and a text without any is not parsed")
    func addresses() {
        let text = "One.\n\n<https://example.org/b>\n\nhttps://example.org/a\n\n  <https://example.org/b>\n\n<https:>"
        #expect(Markdown(text).cardAddresses == ["https://example.org/b", "https://example.org/a"])
        for line in ["<https://a.b/>", "https://a.b", "  http://a.b", "[https://a.b](https://a.b)"] {
            #expect(Markdown.mayHaveCards("One.\n\n\(line)\n") && Markdown.mayHaveCards(line), "\(line)")
        }
        for text in ["", "See https://a.b", "- <https://a.b>", "One.\n\n> https://a.b", "[words](https://a.b)"] {
            #expect(!Markdown.mayHaveCards(text), "\(text)")
        }
    }

    @Test("The dateline opens the next paragraph of words, and plain text keeps the address")
    func dateline() {
        let html = Markdown.story("<https://example.org/card>\n\nOne.", dateline: "PORT - ", additions: Self.additions)
        #expect(html.string.hasSuffix("</div>\n<p>PORT - One.</p>\n"))
        #expect(Markdown("<https://example.org/card>").plainText() == "https://example.org/card\n")
    }
}
