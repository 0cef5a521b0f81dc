import Testing

@testable import Newsroom

@Suite("A suggested correction as it is sent", .timeLimit(.minutes(1)))
struct SuggestionDraftTests {
    private func draft(
        passage: String? = nil, wrong: String = "A word.", correct: String? = nil, evidence: String? = nil,
        name: String? = nil, thanks: Bool = false
    ) throws -> SuggestionDraft {
        try SuggestionDraft(
            passage: passage, wrong: wrong, correct: correct, evidence: evidence, name: name, mayBeThanked: thanks)
    }

    @Test("Only what is wrong is needed, and empty fields have no value")
    func least() throws {
        let draft = try draft(passage: " ", wrong: " It was 1923. ", correct: "", evidence: "\n", name: "")
        #expect(draft.texts == .init(passage: nil, wrong: "It was 1923.", correct: nil, evidence: nil))
        #expect(draft.name == nil && !draft.mayBeThanked)
    }

    @Test("A field that is empty, too long or unprintable is refused at its name")
    func refused() {
        let refusals: [(String, () throws -> SuggestionDraft)] = [
            ("wrong", { try draft(wrong: "") }), ("wrong", { try draft(wrong: "\u{200B}") }),
            ("wrong", { try draft(wrong: String(repeating: "w", count: 2_001)) }),
            ("passage", { try draft(passage: String(repeating: "p", count: 501)) }),
            ("correct", { try draft(correct: String(repeating: "c", count: 2_001)) }),
            ("evidence", { try draft(evidence: String(repeating: "e", count: 2_001)) }),
            ("evidence", { try draft(evidence: "a\u{0}b") }), ("passage", { try draft(passage: "a\u{1B}b") }),
            ("name", { try draft(name: "A") }), ("name", { try draft(name: "A\u{202E}B") }),
            ("name", { try draft(name: String(repeating: "n", count: 41)) }), ("name", { try draft(thanks: true) }),
        ]
        for (field, make) in refusals {
            let refusal = #expect(throws: Refusal.self) { try make() }
            #expect(refusal?.field == field && refusal?.kind == .invalid)
        }
    }

    @Test("Every script is accepted up to the limit")
    func scripts() throws {
        for letter in ["ß", "字", "ع", "🙂"] {
            let draft = try draft(
                passage: String(repeating: letter, count: 500), wrong: String(repeating: letter, count: 2_000),
                name: "عايدة", thanks: true)
            #expect(draft.texts.wrong.unicodeScalars.count == 2_000 && draft.name == "عايدة")
        }
    }

    @Test("Only an answer needs an answer, and nobody decides to reopen")
    func decisions() throws {
        #expect(try SuggestionDecisionDraft(act: "accept", answer: " ").answer == nil)
        #expect(try SuggestionDecisionDraft(act: "dismiss", answer: "No.").answer == "No.")
        for (act, answer) in [
            ("answer", ""), ("reopen", "A."), ("", ""), ("dismiss", String(repeating: "a", count: 2_001)),
        ] {
            #expect(throws: Refusal.self) { try SuggestionDecisionDraft(act: act, answer: answer) }
        }
    }
}
