import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Comparing versions")
struct ComparisonTests {
    @Test("The same text has no changes")
    func same() {
        let comparison = Comparison(from: ["One.", "Two."], to: ["One.", "Two."])
        #expect(comparison.isEmpty && comparison.changes == [.same("One."), .same("Two.")])
    }

    @Test("Words are compared inside a paragraph that was rewritten")
    func words() {
        let comparison = Comparison(
            from: ["The boat takes two hours by road.", "Same."], to: ["The boat takes three hours by road.", "Same."])
        #expect(
            comparison.changes == [
                .rewritten([
                    .same("The boat takes "), .removed("two "), .added("three "), .same("hours by road."),
                ]), .same("Same."),
            ])
    }

    @Test("A paragraph put in front of a rewritten one does not hide the rewriting")
    func inserted() {
        let comparison = Comparison(
            from: ["Six boats a day are planned until May."],
            to: ["Something else entirely was said first.", "Ten boats a day are planned until May."])
        #expect(
            comparison.changes == [
                .added("Something else entirely was said first."),
                .rewritten([.removed("Six "), .added("Ten "), .same("boats a day are planned until May.")]),
            ])
    }

    @Test("Paragraphs that share little are shown as a whole")
    func different() {
        let comparison = Comparison(from: ["Alpha beta gamma."], to: ["Delta epsilon zeta eta."])
        #expect(comparison.changes == [.removed("Alpha beta gamma."), .added("Delta epsilon zeta eta.")])
    }

    @Test("What was taken out and what was put in are the two texts again", arguments: 1...40)
    func whole(_ seed: Int) {
        var state = UInt64(seed)
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func text() -> [String] {
            (0..<next(9)).map { _ in (0...next(6)).map { _ in "w\(next(4))" }.joined(separator: " ") }
        }
        let (older, newer) = (text(), text())
        let comparison = Comparison(from: older, to: newer)
        #expect(comparison.changes.compactMap(\.older) == older)
        #expect(comparison.changes.compactMap(\.newer) == newer)
    }

    @Test("A thousand wholly different paragraphs, and a thousand reversed ones, stay within the budget of steps")
    func bounded() {
        let older = (0..<1_000).map { row in (0..<60).map { "a\(row)x\($0)" }.joined(separator: " ") }
        let newer = (0..<1_000).map { row in (0..<60).map { "b\(row)x\($0)" }.joined(separator: " ") }
        #expect(Comparison(from: older, to: newer).changes.count == 2_000)
        #expect(Comparison(from: older, to: older.reversed()).changes.compactMap(\.older) == older)
    }

    @Test("The comparison is marked for eyes and said for ears")
    func shown() throws {
        let older = Sample.version(1)
        let newer = Sample.version(2, headline: "Old ferry line returns to the strait after twenty years")
        let page = VersionPage(story: Sample.story(newer), version: newer, earlier: older)
        let html = page.html(in: try Sample.edition()).string
        #expect(html.contains("after <del><span class=\"unseen\">taken out: </span>nineteen</del>"))
        #expect(html.contains("<ins><span class=\"unseen\">put in: </span>twenty</ins>"))
        #expect(html.contains("From version 1 to version 2"))
    }
}

extension Comparison.Change {
    fileprivate var older: String? {
        switch self {
        case .same(let text), .removed(let text): text
        case .added: nil
        case .rewritten(let pieces): pieces.compactMap(\.older).joined()
        }
    }

    fileprivate var newer: String? {
        switch self {
        case .same(let text), .added(let text): text
        case .removed: nil
        case .rewritten(let pieces): pieces.compactMap(\.newer).joined()
        }
    }
}

extension Comparison.Piece {
    fileprivate var older: String? {
        switch self {
        case .same(let text), .removed(let text): text
        case .added: nil
        }
    }

    fileprivate var newer: String? {
        switch self {
        case .same(let text), .added(let text): text
        case .removed: nil
        }
    }
}
