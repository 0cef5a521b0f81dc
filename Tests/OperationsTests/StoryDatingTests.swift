import Foundation
import Newsroom
import Testing

@testable import Operations

@Suite("Dates of arriving stories", .timeLimit(.minutes(1)))
struct StoryDatingTests {
    private let now = Date(timeIntervalSince1970: 1_770_000_000)

    private func date(first: TimeInterval, version: TimeInterval) -> (
        first: TimeInterval, version: TimeInterval, reasons: Int
    ) {
        let incoming = IncomingStory(
            guid: "one", wireVersion: 1, status: .usable, language: .english, firstCreated: now + first,
            versionCreated: now + version, headline: "H", body: "B")
        let dated = StoryDating.date(incoming, at: now)
        return (
            dated.story.firstCreated.timeIntervalSince(now), dated.story.versionCreated.timeIntervalSince(now),
            dated.reasons.count
        )
    }

    @Test("A date in the future is now")
    func future() {
        #expect(date(first: 86_400, version: -60) == (0, -60, 1))
        #expect(date(first: -60, version: 60) == (-60, 0, 1))
        #expect(date(first: 60, version: 120) == (0, 0, 2))
    }

    @Test("A text that was written more than a week after its story began has its own date")
    func rewritten() {
        let week = StoryDating.longestUpdate
        #expect(date(first: -5 * 365 * 86_400, version: -60) == (-60, -60, 1))
        #expect(date(first: -60 - week, version: -60) == (-60 - week, -60, 0))
        #expect(date(first: -61 - week, version: -60) == (-60, -60, 1))
        #expect(date(first: -60, version: -120) == (-60, -120, 0))
    }
}
