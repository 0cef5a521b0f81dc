import Testing

@testable import Markup

@Suite("The plain text of a story", .timeLimit(.minutes(1)))
struct PlainTextTests {
    @Test(
        "A line shows the structure that the words alone would not",
        arguments: [
            ("One\ntwo\n\n## Three", ["One two", "Three"]),
            ("- a\n- b\n\n  c\n", ["• a", "• b", "\u{2003}c"]),
            ("3. a\n4. b\n   - c\n", ["3. a", "4. b", "\u{2003}• c"]),
            ("> a\n>\n> > b\n\nc", ["> a", "> > b", "c"]),
            ("> - a\n> - b\n", ["> • a", "> • b"]),
            ("- > a\n  > \n  > b\n", ["• > a", "\u{2003}> b"]),
            ("| a | b |\n|---|---|\n| 1 |  |\n", ["a | b", "1 | "]),
            ("On ~~Monday~~ *Tuesday*", ["On ~~Monday~~ Tuesday"]),
            ("```\na   b\n\n c\n```", ["a   b", " c"]),
            ("- \n- a\n", ["• a"]), ("<b>\nx\n\ny", ["<b>", "x", "y"]), ("", []),
        ])
    func lines(text: String, expected: [String]) {
        #expect(Markdown(text).plainText().split(separator: "\n").map(String.init) == expected)
    }

    @Test(
        "The opening is the first paragraph without struck words, tables and columns",
        arguments: [
            ("| a |\n|---|\n| b |\n\nOne *two*.", "One two."), ("```\na  b\n```\n\nOne.", "One."),
            ("On ~~Monday~~ Tuesday.", "On Tuesday."), ("~~Monday~~ Tuesday.", "Tuesday."),
            ("~~All of it.~~\n\nOne.", "One."), ("- One.\n", "One."), ("| a |\n|---|\n", ""),
        ])
    func opening(text: String, expected: String) {
        #expect(Markdown(text).opening(limit: 300) == expected)
    }
}
