import Foundation
import Testing

@testable import Newsroom

@Suite("Notes about passages", .timeLimit(.minutes(1)))
struct DraftNoteTests {
    private let content: DraftContent = {
        var content = DraftContent()
        content.headline = "A lighthouse opens"
        content.standfirst = "It shines."
        content.body = "The lamp *turns*.\n\nIt costs\nforty million at the Caf\u{E9}."
        return content
    }()

    private func isGone(_ passage: String?) -> Bool {
        let person = DraftPerson(id: .init(1), name: "Ada Example")
        let note = DraftNote(
            id: .init(1), author: person, createdAt: Date(timeIntervalSince1970: 0), text: "?", passage: passage,
            resolution: nil)
        return !content.notesWithoutPassage([note]).isEmpty
    }

    @Test(
        "A passage is found in the headline, the standfirst and the text, whatever its white space and normal form",
        arguments: [
            nil, "lighthouse", "It shines.", "The lamp *turns*.", "turns*.\r\n\r\nIt costs", "costs forty million",
            "the Cafe\u{301}",
        ])
    func found(passage: String?) { #expect(!isGone(passage)) }

    @Test(
        "A passage that was changed is gone",
        arguments: ["a Lighthouse", "The lamp turns.", "fortymillion", "opens It shines", "the Cafe."])
    func gone(passage: String) { #expect(isGone(passage)) }

    @Test("A note has 1 to 2,000 characters without control characters, a passage up to 500")
    func rules() throws {
        #expect(try DraftNote.textRule.accept(" one\r\ntwo ") == "one\ntwo")
        for (text, code) in [
            ("", Refusal.TextCode.missing), ("\u{200B}", .missing), ("a\u{0}b", .unprintable),
            (String(repeating: "x", count: 2_001), .tooLong),
        ] {
            let refusal = #expect(throws: Refusal.self) { try DraftNote.textRule.accept(text) }
            #expect(refusal?.code == .text(code) && refusal?.field == "text")
        }
        #expect(try DraftNote.passageRule.acceptOptional(" \n") == nil)
        let refusal = #expect(throws: Refusal.self) {
            try DraftNote.passageRule.acceptOptional(String(repeating: "x", count: 501))
        }
        #expect(refusal?.code == .text(.tooLong) && refusal?.field == "passage")
    }
}
