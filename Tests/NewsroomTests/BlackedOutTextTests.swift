import Testing

@testable import Newsroom

@Suite("Texts without a passage", .timeLimit(.minutes(1)))
struct BlackedOutTextTests {
    private func text(_ text: String, without passage: String, occurrence: Int? = nil) throws -> String {
        let draft = try RedactionDraft(
            passage: passage, occurrence: occurrence, clause: nil, revision: nil, policy: .standard)
        return try BlackedOutText(text, without: draft.passage, occurrence: draft.occurrence).text
    }

    @Test(
        "Five marks stand in place of each occurrence, whatever its length",
        arguments: [
            ("Call 030 123456 now.", "030 123456", "Call █████ now."),
            ("a b a b a", "a", "█████ b █████ b █████"),
            ("Anna and anna", "Anna", "█████ and anna"),
            ("*Anna* was there", "Anna", "*█████* was there"),
            ("one\n\ntwo three", "one two", "█████ three"),
            ("one  two three", " one two ", "█████ three"),
            ("aaaa b", "aaa", "█████a b"),
            ("العنوان هو شارع ١٢", "شارع ١٢", "العنوان هو █████"),
        ])
    func places(text before: String, passage: String, after: String) throws {
        #expect(try text(before, without: passage) == after)
    }

    @Test("Marks that touch become one, so that their number tells nothing")
    func touching() throws {
        #expect(try text("ababab c", without: "ab") == "█████ c")
        #expect(try text("█████b c", without: "b") == "█████ c")
        #expect(try text("b█████ c", without: "b") == "█████ c")
        #expect(try text("a ██ c", without: "█ c") == "a █████")
        #expect(try text("x █████ y z", without: "█████ y") == "x █████ z")
    }

    @Test("One occurrence of several can be taken")
    func occurrence() throws {
        #expect(try text("a b a b a", without: "a", occurrence: 2) == "a b █████ b a")
        let refusal = #expect(throws: Refusal.self) { try text("a b a", without: "a", occurrence: 3) }
        #expect(refusal?.code == .redaction(.notInText))
    }

    @Test(
        "A passage is refused if it is empty, elsewhere, already black or the whole text",
        arguments: [
            ("a b", "", Refusal.RedactionCode.noPassage), ("a b", " \n\u{200B}", .noPassage), ("a b", "c", .notInText),
            ("Anna", "anna", .notInText), ("*a* b", "a b", .notInText), ("a █████", "█████", .blackAlready),
            ("a █████ █████", "█████ █████", .blackAlready), ("a b", "a b", .wholeText), ("a a", "a", .wholeText),
            ("█████ b", "b", .wholeText),
        ])
    func refused(text before: String, passage: String, code: Refusal.RedactionCode) {
        let refusal = #expect(throws: Refusal.self) { try text(before, without: passage) }
        #expect(refusal?.code == .redaction(code) && refusal?.field == "passage")
    }

    @Test("An unknown rule is refused, and none is needed")
    func rules() throws {
        let refusal = #expect(throws: Refusal.self) {
            try RedactionDraft(passage: "a", clause: "nothing", revision: nil, policy: .standard)
        }
        #expect(refusal?.code == .ruling(.noClause))
        #expect(try RedactionDraft(passage: "a", clause: "", revision: nil, policy: .standard).clause == nil)
        let named = try RedactionDraft(passage: "a", clause: "private", revision: nil, policy: .standard)
        #expect(named.clause?.code == "private")
    }

    @Test("A long text full of half matches is searched quickly")
    func effort() {
        let before = String(repeating: "a", count: 5_000) + " c"
        let passage = String(repeating: "a", count: 2_500) + "b"
        let time = ContinuousClock().measure {
            for _ in 0..<20 { #expect(throws: Refusal.self) { try text(before, without: passage) } }
        }
        #expect(time < .seconds(20), "a search of all pairs takes minutes")
    }
}
