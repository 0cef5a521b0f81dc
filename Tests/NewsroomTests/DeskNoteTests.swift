import Foundation
import Newsroom
import Testing

@Suite("Notes of the desk, and the quotations of comments", .timeLimit(.minutes(1)))
struct DeskNoteTests {
    @Test("A note needs a known subject and up to 2,000 characters")
    func rules() throws {
        #expect(try DeskNoteDraft(subject: "comment", text: " a word\n").text == "a word")
        #expect(try DeskNoteDraft(subject: "name", text: String(repeating: "x", count: 2_000)).subject == .name)
        for (subject, text, field) in [
            ("", "x", "about"), ("case", "x", "about"), ("name", " \n", "note"), ("name", "\u{0}", "note"),
            ("name", String(repeating: "x", count: 2_001), "note"),
        ] {
            let refusal = #expect(throws: Refusal.self) { _ = try DeskNoteDraft(subject: subject, text: text) }
            #expect(refusal?.kind == .invalid && refusal?.field == field)
        }
    }

    @Test(
        "The passages that a comment quotes are its lines with a mark, joined if they follow each other, and passages between quotation marks",
        arguments: [
            ("no mark", []), ("5 > 4", []), ("> one", ["one"]),
            ("> one\n> two\n\nWhy?\n\n>three", ["one two", "three"]),
            ("  > indented", ["indented"]), (">> nested", ["nested"]), (">", [""]),
            ("So “nobody believed it until the horn” is new.\n> one", ["nobody believed it until the horn", "one"]),
            ("“a short one” and 5\" here", []),
            (
                "\"a passage over two\nlines of a paragraph\"",
                ["a passage over two lines of a paragraph"]
            ),
        ])
    func passages(text: String, expected: [String]) {
        let comment = Newsroom.Comment(
            id: .init(1), story: .init(1), parent: nil, thread: .init(1), name: "A reader", text: text,
            state: .published, storyVersion: 1, createdAt: Date(timeIntervalSince1970: 0), editedAt: nil, replyCount: 0)
        #expect(comment.quotedPassages == expected)
    }
}
