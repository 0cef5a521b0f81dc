import Newsroom
import Testing

@Suite("Openness of discussions", .timeLimit(.minutes(1)))
struct DiscussionOpennessTests {
    /// Parses words such as `own+` and `house-`. `own` is the story and `house` the whole site; `+` opens and
    /// `-` closes.
    private func changes(_ text: String) -> [Change] {
        text.split(separator: " ").enumerated().map { index, word in
            Change(
                number: Int64(index), kind: word.last == "+" ? .discussionOpened : .discussionClosed,
                story: word.hasPrefix("own") ? Story.ID(1) : nil)
        }
    }

    @Test(
        "Openings and closings are reported only if they change whether readers can comment",
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
        // A reader who missed the changes gets the same news.
        var then = doors.before(changes)
        #expect(then == before && then.news(among: changes).map { "\($0.number)" }.joined() == told)
        #expect(then == doors)
    }

    @Test("A withdrawn story's discussion never opens, and all other changes are always news")
    func withdrawn() {
        var doors = DiscussionOpenness.open
        let others = Change.Kind.allCases.filter { $0 != .discussionOpened && $0 != .discussionClosed }
        let changes = others.map { Change(number: 1, kind: $0, story: Story.ID(1)) }
        #expect(doors.news(among: changes) == changes)
        #expect(doors.news(among: self.changes("house- house+")) == [])
    }
}
