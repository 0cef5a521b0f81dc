import Testing

@testable import Newsroom

@Suite("Two texts of one draft", .timeLimit(.minutes(1)))
struct DraftMergeTests {
    private let base = "one\n\ntwo\n\nthree\n\nfour"

    @Test("Changes to different lines are merged")
    func merged() {
        let merged = TextMerge.merge(
            base: base, mine: "ONE\n\ntwo\n\nthree\n\nfour", theirs: "one\n\ntwo\n\nthree\n\nfour\n\nfive")
        #expect(merged == "ONE\n\ntwo\n\nthree\n\nfour\n\nfive")
        #expect(
            TextMerge.merge(base: base, mine: "two\n\nthree\n\nfour", theirs: "one\n\ntwo\n\nTHREE\n\nfour")
                == "two\n\nTHREE\n\nfour")
    }

    @Test("The same change by both is one change")
    func same() {
        #expect(TextMerge.merge(base: base, mine: "one", theirs: "one") == "one")
        let (mine, theirs) = ("ONE\n\ntwo\n\nthree\n\nfour", "ONE\n\ntwo\n\nthree\n\nFOUR")
        #expect(TextMerge.merge(base: base, mine: mine, theirs: theirs) == theirs)
    }

    @Test("Different changes to the same line are a conflict")
    func conflict() {
        #expect(
            TextMerge.merge(base: base, mine: "1\n\ntwo\n\nthree\n\nfour", theirs: "uno\n\ntwo\n\nthree\n\nfour") == nil
        )
        #expect(TextMerge.merge(base: "", mine: "a", theirs: "b") == nil)
    }

    @Test("A text that only one person has changed is taken from this person")
    func onlyOne() {
        #expect(TextMerge.merge(base: base, mine: base, theirs: "x") == "x")
        #expect(TextMerge.merge(base: base, mine: "x", theirs: base) == "x")
    }

    @Test("Fields are merged one by one, and a conflict names its field")
    func fields() {
        var (old, mine, theirs) = (DraftContent(), DraftContent(), DraftContent())
        old.headline = "Old"
        (mine, theirs) = (old, old)
        mine.topics = ["Harbors"]
        theirs.headline = "New"
        let merge = DraftMerge(base: old, mine: mine, theirs: theirs)
        #expect(merge.conflicts.isEmpty)
        #expect(merge.content.headline == "New" && merge.content.topics == ["Harbors"])
        mine.headline = "Mine"
        let conflict = DraftMerge(base: old, mine: mine, theirs: theirs)
        #expect(conflict.conflicts == [.headline])
        #expect(conflict.content.headline == "Mine")
    }
}
