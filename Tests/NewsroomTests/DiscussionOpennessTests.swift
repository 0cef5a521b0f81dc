import Newsroom
import Testing

@Suite("Whether a discussion is open", .timeLimit(.minutes(1)))
struct DiscussionOpennessTests {
    /// `own` and `house`, `+` opens and `-` closes.
    private func changes(_ text: String) -> [Change] {
        text.split(separator: " ").enumerated().map { index, word in
            Change(
                number: Int64(index), kind: word.last == "+" ? .discussionOpened : .discussionClosed,
                story: word.hasPrefix("own") ? Story.ID(1) : nil)
        }
    }

    @Test(
        "While the story or the house is closed, readers do not notice the other",
        arguments: [
            (true, true, "house- house+", "01"), (false, true, "house- house+", ""),
            (true, false, "own- own+ house+", "2"), (true, true, "house- own- house+ own+", "03"),
            (true, true, "own- house- own+ house+", "03"), (false, true, "own+ own-", "01"),
        ])
    func news(_ isStoryOpen: Bool, _ isHouseOpen: Bool, _ moves: String, _ told: String) {
        let changes = changes(moves)
        var doors = DiscussionOpenness(isStoryOpen: isStoryOpen, isHouseOpen: isHouseOpen)
        let before = doors
        #expect(doors.news(among: changes).map { "\($0.number)" }.joined() == told)
        // Who was away hears the same.
        var then = doors.before(changes)
        #expect(then == before && then.news(among: changes).map { "\($0.number)" }.joined() == told)
        #expect(then == doors)
    }

    @Test("Nothing opens below a story that was withdrawn, and all else is always news")
    func withdrawn() {
        var doors = DiscussionOpenness.open
        let others = Change.Kind.allCases.filter { $0 != .discussionOpened && $0 != .discussionClosed }
        let changes = others.map { Change(number: 1, kind: $0, story: Story.ID(1)) }
        #expect(doors.news(among: changes) == changes)
        #expect(doors.news(among: self.changes("house- house+")) == [])
    }
}
