import Markup
import Testing

@Suite("Parts of a text that its readers would not see", .timeLimit(.minutes(1)))
struct LostPartTests {
    @Test(
        "A text without pictures may not lose a picture, an address, a footnote or all of itself",
        arguments: [
            ("![Boats](picture:12)", .picture), ("Rain ![](https://example.org/a.jpg) here.", .picture),
            ("> - ![a][b]\n\n[b]: https://example.org", .picture), ("One[^1]\n\n[^1]: ![a](picture:1)", .picture),
            ("[a](picture:1)", .address), ("[a](javascript:alert(1))", .address), ("[](https://example.org)", .address),
            ("One[^1]\n\n[^1]: [a](b)", .address), ("| a |\n|---|\n| [a](b) |", .address),
            ("One.\n\n[^1]: A note.", .footnote), ("One[^1]\n\n[^1]: A note.\n\n[^2]: Another.", .footnote),
            ("[^1]: and [^2]", .footnote), ("[a]: https://example.org", .everything), ("-", .everything),
            ("---", .everything),
        ] as [(String, LostPart)])
    func lost(text: String, part: LostPart) {
        #expect(Markdown.lostPart(of: text) == part)
    }

    @Test(
        "Readers see all other Markdown",
        arguments: [
            "One **two** ~~three~~ `four` [five](https://example.org).", "<b> <script>", "| a |\n|---|\n| b |",
            "> [!FACTS] Boats\n> One.", "One[^1] and[^1]\n\n[^1]: A note[^2]\n\n[^2]: Another.",
            "<ftp://example.org> <a@example.org> <https://example.org>", "```\n[^1]: a  b\n```", "!(a) [a] [b][c] ![d]",
        ])
    func seen(text: String) {
        #expect(Markdown.lostPart(of: text) == nil)
    }
}
