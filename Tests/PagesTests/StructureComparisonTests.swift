import Newsroom
import Testing

@testable import Pages

@Suite("Comparing the structure of versions", .timeLimit(.minutes(1)))
struct StructureComparisonTests {
    @Test(
        "A change of structure is a change of words",
        arguments: [
            ("3. One\n4. Two", "2. One\n3. Two", ["3.", "4."], ["2.", "3."]),
            ("- One of many boats", "1. One of many boats", ["•"], ["1."]),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 3 |", ["2"], ["3"]),
            ("| a | b | c |\n|---|---|---|", "| a | b |\n|---|---|", ["b", "|", "c"], ["b"]),
            ("| a b c |\n|---|", "| a b c |\n|---|\n| d |", [], ["d"]),
            ("On ~~Monday~~ or on Tuesday", "On Monday or on Tuesday", ["~~Monday~~"], ["Monday"]),
            ("```\na   1\nb   2\n```", "```\na   1\nb   3\n```", ["2"], ["3"]),
            ("> One boat of many", "One boat of many", [">"], []),
            ("One boat of many[^1]\n\n[^1]: Two", "One boat of many", ["many[1]", "[1] Two"], ["many"]),
            ("> One boat of many", "> > One boat of many", [], [">"]),
            ("> [!FACTS]\n> One boat of many", "> One boat of many", ["┃"], [">"]),
            ("- a\n- One boat of many", "- a\n  - One boat of many", ["•"], ["\u{2003}•"]),
        ])
    func structure(older: String, newer: String, removed: [String], added: [String]) {
        let markup = LanguageMarkup(house: .english, text: .english)
        let comparison = Comparison(
            from: Sample.version(body: older).paragraphs(in: markup),
            to: Sample.version(body: newer).paragraphs(in: markup))
        var (removedWords, addedWords) = ([String](), [String]())
        for change in comparison.changes {
            switch change {
            case .same: break
            case .removed(let text): removedWords.append(text)
            case .added(let text): addedWords.append(text)
            case .rewritten(let pieces):
                for piece in pieces {
                    let words = piece.text.split(separator: " ").map(String.init)
                    if case .removed = piece { removedWords += words }
                    if case .added = piece { addedWords += words }
                }
            }
        }
        #expect(removedWords == removed && addedWords == added)
    }
}
