import Newsroom
import Testing

@Suite("Decisions on many cases", .timeLimit(.minutes(1)))
struct BulkRulingTests {
    @Test(
        "A list of cases and texts is read as it was written, and nothing else is read",
        arguments: ["", "12", "12.", ".0", "12.0-", "0.0", "12.-1", "12.0.1", "12.x", "12.0 13.0", "1２.0"])
    func lists(text: String) {
        let cases = [
            ReadCase(id: .init(12), revision: 0),
            ReadCase(id: .init(9_007_199_254_740_993), revision: 1_790_000_000_000),
        ]
        #expect(ReadCase.text(cases) == "12.0-9007199254740993.1790000000000")
        #expect(ReadCase.list(ReadCase.text(cases)) == cases)
        #expect(ReadCase.list(text) == nil)
    }

    @Test("A decision needs cases, at most 500 of them, and a rule if it removes")
    func drafts() throws {
        func draft(_ outcome: String, _ clause: String?, _ count: Int64, _ sentence: String? = nil) throws
            -> BulkRulingDraft
        {
            try BulkRulingDraft(
                outcome: outcome, clause: clause, sentence: sentence,
                cases: (0..<count).map { ReadCase(id: .init($0 + 1), revision: 0) }, policy: .standard)
        }
        #expect(try draft("remove", "abuse", 500).cases.count == 500)
        #expect(try draft("keep", "abuse", 1).clause == nil)
        for (outcome, clause, count, code) in [
            ("hold", "abuse", 1, .noOutcome), ("remove", nil, 1, .noClause), ("remove", "none", 1, .noClause),
            ("keep", nil, 0, .noCases), ("keep", nil, 501, .tooManyCases),
        ] as [(String, String?, Int64, Refusal.RulingCode)] {
            let refusal = #expect(throws: Refusal.self) { _ = try draft(outcome, clause, count) }
            #expect(refusal?.code == .ruling(code))
        }
        #expect(throws: Refusal.self) { _ = try draft("keep", nil, 1, String(repeating: "x", count: 501)) }
        let twice = ReadCase(id: .init(1), revision: 0)
        #expect(
            try BulkRulingDraft(outcome: "keep", clause: nil, sentence: nil, cases: [twice, twice], policy: .standard)
                .cases == [twice])
    }
}
