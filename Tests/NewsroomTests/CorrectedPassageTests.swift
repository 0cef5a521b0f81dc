import Foundation
import Newsroom
import Testing

@Suite("Comments that quote a passage which was corrected later", .timeLimit(.minutes(1)))
struct CorrectedPassageTests {
    private static let before = "The boat carried 55 people. “Nobody believed it,” the master of the harbor said."
    private static let after = "The boat carried 550 people. “Nobody believed it,” the mistress of the harbor said."

    private func comment(
        _ text: String, version: Int = 1, state: Newsroom.Comment.State = .published
    ) -> Newsroom.Comment {
        Newsroom.Comment(
            id: .init(1), story: .init(1), parent: nil, thread: .init(1), name: "A reader", text: text, state: state,
            storyVersion: version, createdAt: Date(timeIntervalSince1970: 0), editedAt: nil, replyCount: 0)
    }

    private func change(_ version: Int, from before: String = before, to after: String = after) -> Change {
        Change(version: version, act: .correction, before: QuotableText(before), after: QuotableText(after))
    }

    private typealias Change = CorrectedPassages.Change

    /// The version that made the change, if the comment gets a mark.
    private func mark(_ comment: Newsroom.Comment, _ changes: [Change]? = nil, current: String = after) -> Int? {
        let passages = CorrectedPassages(changes ?? [change(2)], current: QuotableText(current))
        let thread = Newsroom.Thread(beginning: comment, replies: [])
        return passages.changes(quotedIn: [thread])[comment.id]?.version
    }

    @Test(
        "A comment is marked if its quotation has a changed word",
        arguments: [
            "> the master of the harbor said", "> THE   master\n> of *the* harbor",
            "Really?\n\n> 'the master of the...",
            "You write \"Nobody believed it, the master of the harbor\" and I do not.",
            "„the master of the harbor said“", "«the master of the harbor said»", "> The boat carried 55",
            "> carried 55 people",
        ])
    func marked(text: String) { #expect(mark(comment(text)) == 2) }

    @Test(
        "A quotation that still stands, or never did, and words without marks get none",
        arguments: [
            "> Nobody believed it", "> The boat carried", "> the mistress of the harbor", "> a passage from elsewhere",
            "the master of the harbor said", "“the master”", "> master", "> carried 5", "> harbor said", "",
            "\"the master of\n\nthe harbor said\"",
        ])
    func unmarked(text: String) { #expect(mark(comment(text)) == nil) }

    @Test("Only comments about versions before the correction are marked")
    func later() {
        let text = "> the master of the harbor said"
        #expect(mark(comment(text, version: 2)) == nil && mark(comment(text, version: 3)) == nil)
        #expect(mark(comment(text, version: 2), [change(3)]) == 3)
    }

    @Test("A comment that readers do not see is not looked at")
    func hidden() {
        for state in [Newsroom.Comment.State.held, .deleted, .removed(clause: "abuse")] {
            #expect(mark(comment("> the master of the harbor said", state: state)) == nil)
        }
    }

    @Test("A passage that a later version restores has no mark")
    func restored() {
        #expect(mark(comment("> the master of the harbor said"), current: Self.before) == nil)
    }

    @Test("The newest of three corrections counts, and older ones are not looked at")
    func several() {
        let other = change(5, from: "Other words here.", to: "Different words here.")
        #expect(mark(comment("> the master of the harbor said"), [other, change(3), change(2)]) == 3)
        #expect(mark(comment("> the master of the harbor said"), [other, other, other, change(2)]) == nil)
    }

    @Test("Long quotations and many of them are not looked for")
    func bounded() {
        let story = String(repeating: "word ", count: 1_000)
        let changed = [change(2, from: story + "the end", to: "nothing")]
        let long = "> " + String(repeating: "word ", count: 600) + "the end"
        #expect(mark(comment(long), changed, current: "nothing") == nil)
        let many = (0..<10).map { "> other words \($0)\n\n" }.joined()
        #expect(mark(comment(many + "> word word the end"), changed, current: "nothing") == nil)
        #expect(mark(comment("> word word the end"), changed, current: "nothing") == 2)
    }

    @Test("Quotations that repeat one letter take time in proportion to the texts")
    func hostile() {
        let (text, quotation) = (String(repeating: "a", count: 200_000), String(repeating: "a", count: 1_900) + "b")
        let story = QuotableText(text)
        let wanted = QuotableText(quotation).letters
        let time = ContinuousClock().measure { for _ in 0..<10 { #expect(story.place(of: wanted) == nil) } }
        #expect(time < .seconds(10))
    }
}
