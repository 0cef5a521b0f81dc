import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Comparing versions", .timeLimit(.minutes(1)))
struct ComparisonTests {
    @Test("Equal texts have no changes")
    func same() {
        let comparison = Comparison(from: ["One.", "Two."], to: ["One.", "Two."])
        #expect(comparison.isEmpty && comparison.changes == [.same("One."), .same("Two.")])
    }

    @Test("Words are compared within a rewritten paragraph")
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

    @Test("A paragraph inserted before a rewritten one does not hide the rewriting")
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

    @Test(
        "Words are compared in scripts without spaces",
        arguments: [
            (
                "市长说，新大桥将于五月开放，票价为两元。", "市长说，新大桥将于六月开放，票价为两元。",
                [.same("市长说，新大桥将于"), .removed("五月"), .added("六月"), .same("开放，票价为两元。")]
            ),
            (
                "新しい橋は五月に開通すると市長が発表した。", "新しい橋は五月に完成すると市長が発表した。",
                [.same("新しい橋は五月に"), .removed("開通"), .added("完成"), .same("すると市長が発表した。")]
            ),
            (
                "สะพานใหม่จะเปิดในเดือนพฤษภาคม นายกเทศมนตรีกล่าว", "สะพานใหม่จะเปิดในเดือนมิถุนายน นายกเทศมนตรีกล่าว",
                [
                    .same("สะพานใหม่จะเปิดในเดือน"), .removed("พฤษภาคม "), .added("มิถุนายน "),
                    .same("นายกเทศมนตรีกล่าว"),
                ]
            ),
            (
                "The minister of 日本国 said no.", "The minister of 日本 said yes.",
                [
                    .same("The minister of "), .removed("日本国 "), .added("日本 "), .same("said "), .removed("no."),
                    .added("yes."),
                ]
            ),
        ] as [(String, String, [Comparison.Piece])])
    func withoutBlanks(_ older: String, _ newer: String, _ pieces: [Comparison.Piece]) {
        #expect(Comparison(from: [older], to: [newer]).changes == [.rewritten(pieces)])
    }

    @Test("Paragraphs without spaces that share only punctuation are shown as wholes")
    func differentWithoutBlanks() {
        let (older, newer) = ("天气很好，我们去公园，孩子高兴。", "股市下跌，投资者担心，银行观望。")
        #expect(Comparison(from: [older], to: [newer]).changes == [.removed(older), .added(newer)])
    }

    @Test(
        "Joining the words of a text gives the same text",
        arguments: [
            "", " ", "  ", "a", " a  b ", "日本", " 日本 の  国 ", "เดือน พฤษภาคม", "a日b 本", "日\u{3000}本", "🇸🇾日🇸🇾", "か\u{3099}き",
            "한국어 문장",
            "\u{1A20}\u{1000} x",
        ])
    func split(_ text: String) {
        #expect(SplitText(text).words.joined() == text)
    }

    @Test(
        "Text in a script with spaces is split at spaces",
        arguments: ["Two words, three.", "한국어 문장입니다.", "Это — текст"])
    func splitAtBlanks(_ text: String) {
        let words = SplitText(text).words
        #expect(words.count == text.split(separator: " ").count && words.dropLast().allSatisfy { $0.hasSuffix(" ") })
    }

    @Test("A Chinese paragraph of 100,000 characters stays within the step limit")
    func longWithoutBlanks() {
        let older = String(repeating: "市长说新大桥将于五月开放", count: 9_000)
        let newer = String(repeating: "股市下跌投资者担心银行观望", count: 9_000)
        #expect(Comparison(from: [older], to: [newer]).changes == [.removed(older), .added(newer)])
        #expect(Comparison(from: [older], to: [older + "。"]).changes == [.rewritten([.same(older), .added("。")])])
    }

    @Test("No space is inserted into text without spaces")
    func shownWithoutBlanks() throws {
        let (older, newer) = (Sample.version(1, headline: "新大桥将于五月开放"), Sample.version(2, headline: "新大桥将于六月开放"))
        let page = VersionPage(story: Sample.story(newer), version: newer, earlier: older)
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains("五月</del><ins>") && html.contains("六月</ins>开放</p>"))
    }

    @Test("Paragraphs that share little are shown as wholes")
    func different() {
        let comparison = Comparison(from: ["Alpha beta gamma."], to: ["Delta epsilon zeta eta."])
        #expect(comparison.changes == [.removed("Alpha beta gamma."), .added("Delta epsilon zeta eta.")])
    }

    @Test("Removed and added parts add up to the two texts", arguments: 1...40)
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

    @Test("1,000 different or reversed paragraphs stay within the step limit")
    func bounded() {
        let older = (0..<1_000).map { row in (0..<60).map { "a\(row)x\($0)" }.joined(separator: " ") }
        let newer = (0..<1_000).map { row in (0..<60).map { "b\(row)x\($0)" }.joined(separator: " ") }
        #expect(Comparison(from: older, to: newer).changes.count == 2_000)
        #expect(Comparison(from: older, to: older.reversed()).changes.compactMap(\.older) == older)
    }

    @Test("The comparison is marked visually and for screen readers")
    func shown() throws {
        let older = Sample.version(1)
        let newer = Sample.version(2, headline: "Old ferry line returns to the strait after twenty years")
        let page = VersionPage(story: Sample.story(newer), version: newer, earlier: older)
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains("after <del><span class=\"unseen\">removed: </span>nineteen</del>"))
        #expect(html.contains("<ins><span class=\"unseen\">added: </span>twenty</ins>"))
        #expect(html.contains("Changes from version 1 to version 2"))
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
