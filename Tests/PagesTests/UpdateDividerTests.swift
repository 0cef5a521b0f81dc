import Foundation
import Newsroom
import Testing

@testable import Pages

@Suite("Dividers for story updates between comments", .timeLimit(.minutes(1)))
struct UpdateDividerTests {
    /// Version 2 is from 8:45 pm EST on the day of the first comments, version 3 from four days later.
    private static let times = [
        2: Sample.published.addingTimeInterval(8_940), 3: Sample.published.addingTimeInterval(345_600),
    ]

    /// The comments, dividers and marks in the order of the page.
    private func outline(
        _ threads: [Newsroom.Thread], current: Int, order: ThreadOrder = .oldest, after: PageKey? = nil,
        next: PageKey? = nil, previous: Int? = nil
    ) throws -> [String] {
        let discussion = Sample.discussion(
            threads, order: order, after: after, next: next,
            updates: StoryUpdates(current: current, times: Self.times, previous: previous))
        let html = Sample.page(Sample.story(Sample.version(current)), discussion: discussion)
            .html(in: try Sample.context()).shown
        let parts = /id="comment-(\d+)"|<p class="(update(?:-mark)?)"(?: id="[^"]*")?>(.*?)<\/p>/
        return html.matches(of: parts).map { match in
            if let comment = match.1 { return String(comment) }
            let text = (match.3 ?? "").replacing(/<[^>]*>/, with: "")
            let address = (match.3 ?? "").firstMatch(of: /versions\/([^"]*)/)?.1 ?? ""
            return "\(text) \(address)"
        }
    }

    private func thread(_ number: Int64, _ version: Int, _ replies: [Newsroom.Comment] = []) -> Newsroom.Thread {
        Sample.thread(Sample.comment(number, storyVersion: version), replies)
    }

    private func reply(_ number: Int64, _ version: Int) -> Newsroom.Comment {
        Sample.comment(number, parent: 1, thread: 1, storyVersion: version)
    }

    @Test("The discussion of an unchanged story has no divider")
    func none() throws {
        #expect(try outline([thread(1, 1), thread(2, 1)], current: 1) == ["1", "2"])
    }

    @Test("A version that only corrects a typo has no divider, and does not hide the update before it")
    func minor() throws {
        #expect(try outline([thread(1, 3), thread(2, 4)], current: 4) == ["1", "2"])
        let shown = try outline([thread(1, 2), thread(2, 4)], current: 4)
        #expect(shown.count == 3 && shown[1].contains("See what changed 4"))
    }

    @Test("One divider separates the comments before an update from those after it")
    func once() throws {
        let threads = [thread(1, 1), thread(2, 1), thread(3, 2), thread(4, 2)]
        let divider = "Story updated 8:45 pm. See what changed 2"
        #expect(try outline(threads, current: 2) == ["1", "2", divider, "3", "4"])
        #expect(try outline(threads.reversed(), current: 2, order: .newest) == ["4", "3", divider, "2", "1"])
    }

    @Test("An update without later comments has its divider where the next comment will be")
    func unanswered() throws {
        let divider = "Story updated 8:45 pm. See what changed 2"
        #expect(try outline([thread(1, 1)], current: 2) == ["1", divider])
        #expect(try outline([thread(1, 1)], current: 2, order: .newest) == [divider, "1"])
        #expect(try outline([thread(1, 1)], current: 2, next: PageKey(milliseconds: 1, number: 1)) == ["1"])
    }

    @Test("Several updates between two comments share a divider with the last time, and the date if it differs")
    func several() throws {
        #expect(
            try outline([thread(1, 1), thread(2, 3)], current: 3)
                == ["1", "Story updated Feb 06, 2013 6:16pm EST. See what changed 3?since=1", "2"])
    }

    @Test(
        "A page that continues a discussion begins with a divider if the story was updated between the pages",
        arguments: [(ThreadOrder.oldest, 1, 2), (.newest, 2, 1)])
    func continued(order: ThreadOrder, previous: Int, version: Int) throws {
        let key = PageKey(milliseconds: 1, number: 1)
        let divider = "Story updated 8:45 pm. See what changed 2"
        let changed = try outline([thread(3, version)], current: 2, order: order, after: key, previous: previous)
        #expect(changed == [divider, "3"])
        let unchanged = try outline(
            [thread(3, 1)], current: 2, order: order, after: key, next: key, previous: 1)
        #expect(unchanged == ["3"])
    }

    @Test("A reply has a mark if its version differs from that of the comment it replies to, once per run")
    func marks() throws {
        let late = Sample.comment(6, parent: 4, thread: 1, storyVersion: 1)
        let replies = [reply(2, 1), reply(3, 2), reply(4, 2), reply(5, 1), late]
        #expect(
            try outline([thread(1, 1, replies)], current: 2) == [
                "1", "2", "3", "Story updated 8:45 pm 2", "4", "6", "About the version before the 8:45 pm update 2",
                "5",
                "Story updated 8:45 pm. See what changed 2",
            ])
    }

    @Test("A comment on an earlier version has a mark if it follows a later divider")
    func lateForm() throws {
        let threads = [thread(1, 1), thread(2, 2), thread(3, 1), thread(4, 2)]
        let divider = "Story updated 8:45 pm. See what changed 2"
        let mark = "About the version before the 8:45 pm update 2"
        #expect(try outline(threads, current: 2) == ["1", divider, "2", "3", mark, "4"])
        #expect(
            try outline(threads.reversed(), current: 2, order: .newest) == ["4", "3", mark, "2", divider, "1"])
    }
}
