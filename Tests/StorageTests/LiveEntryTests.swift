import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Live stories in the database", .timeLimit(.minutes(5)))
struct LiveEntryTests {
    private static func draft(_ text: String, headline: String? = nil) throws -> LiveEntryDraft {
        try LiveEntryDraft(headline: headline, text: text)
    }

    /// A newsroom whose story is live, with this many entries.
    private func newsroom(_ engine: TestedEngine, entries: Int = 0) async throws -> TestNewsroom {
        let newsroom = try await engine.newsroom()
        let (story, staff) = (newsroom.story, newsroom.moderator)
        try await newsroom.database.write { tx in
            try tx.decide(.begin, on: story, by: staff, now: .noon)
            for number in 0..<entries {
                let now = Date.noon.later(Double(number))
                _ = try tx.addEntry(
                    try Self.draft("Entry \(number)."), isKeyPoint: false, token: "\(number)", to: story, by: staff,
                    now: now)
            }
        }
        return newsroom
    }

    @Test("Entries page by key in both orders, forward and back, each once", arguments: TestedEngine.allCases)
    func paging(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine, entries: 45)
        let (story, staff) = (newsroom.story, newsroom.moderator)
        try await newsroom.database.write { tx in
            try tx.removeEntry(LiveEntry.ID(10), of: story, by: staff, now: .noon)
        }
        try await newsroom.database.read { tx in
            for order in Coverage.Order.allCases {
                let coverage = Coverage(since: .noon, order: order)
                var (pages, key): ([LiveEntries], LiveEntry.ID?) = ([], nil)
                repeat {
                    pages.append(try tx.entries(of: story, coverage, after: key))
                    key = pages.last?.next
                } while key != nil
                #expect(pages.map(\.entries.count) == [20, 20, 4])
                let numbers = pages.flatMap(\.entries).map(\.id.number)
                let expected = (1...45).filter { $0 != 10 }.map(Int64.init)
                #expect(numbers == (order == .oldest ? expected : expected.reversed()))
                #expect(pages.map(\.previous) == [nil, nil, pages[0].next])
            }
        }
    }

    @Test("Each act has its entry in the log and in the change feed", arguments: TestedEngine.allCases)
    func record(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine, entries: 1)
        let (story, staff, id) = (newsroom.story, newsroom.moderator, LiveEntry.ID(1))
        try await newsroom.database.write { tx in
            for pinned in [true, true, false] {
                try tx.pinEntry(id, of: story, isKeyPoint: pinned, by: staff, now: .noon)
            }
            try tx.editEntry(id, of: story, to: try Self.draft("New."), revision: 0, by: staff, now: .noon.later(60))
            try tx.editEntry(id, of: story, to: try Self.draft("New."), revision: 0, by: staff, now: .noon.later(60))
            for _ in 0..<2 { try tx.removeEntry(id, of: story, by: staff, now: .noon) }
            for act in [Coverage.Act.oldest, .end, .end, .begin] {
                try tx.decide(act, on: story, by: staff, now: .noon)
            }
        }
        try await newsroom.database.read { tx in
            let log = try tx.logEntries(limit: 9)
            #expect(
                log.reversed().map(\.action) == [
                    "live.begin", "live.add", "live.pin", "live.unpin", "live.edit", "live.remove", "live.oldest",
                    "live.end", "live.resume",
                ])
            #expect(log.allSatisfy { $0.subject == "story \(story)" && !$0.detail.contains("New.") })
            #expect(try tx.firstBrokenLogEntry() == nil)
            let changes = try tx.changes(after: 0, limit: 100).suffix(9)
            #expect(
                changes.map(\.kind) == [
                    .coverageChanged, .entryAdded, .entryEdited, .entryEdited, .entryEdited, .entryRemoved,
                    .coverageChanged, .coverageChanged, .coverageChanged,
                ])
            #expect(changes.compactMap(\.entry) == Array(repeating: id, count: 5))
            #expect(try tx.story(story)?.coverage == Coverage(since: .noon, order: .oldest))
            #expect(try tx.story(story)?.lastChange == changes.last?.number)
        }
    }

    @Test("A removed entry keeps its row, and readers see nothing of it", arguments: TestedEngine.allCases)
    func removal(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine, entries: 3)
        let (story, staff, id) = (newsroom.story, newsroom.moderator, LiveEntry.ID(2))
        try await newsroom.database.write { tx in
            try tx.pinEntry(id, of: story, isKeyPoint: true, by: staff, now: .noon)
            try tx.removeEntry(id, of: story, by: staff, now: .noon)
        }
        try await newsroom.database.read { tx in
            let page = try tx.entries(of: story, Coverage(since: .noon))
            #expect(page.entries.map(\.id.number) == [3, 1] && page.keyPoints.isEmpty)
            #expect(throws: Refusal(.live(.removed))) { try tx.entry(id, of: story) }
            #expect(throws: Refusal(.missing(.liveEntry))) { try tx.entry(LiveEntry.ID(9), of: story) }
            #expect(throws: Refusal(.missing(.liveEntry))) { try tx.entry(LiveEntry.ID(1), of: Story.ID(9)) }
            let placed = try tx.placedEntry(LiveEntry.ID(3), of: story)
            #expect(placed.earlier == LiveEntry.ID(1) && placed.later == nil)
            #expect(try !tx.isShown(id, of: story))
            let kept: String? = try tx.value(
                "SELECT text FROM live_entries WHERE id = $1 AND removed_by IS NOT NULL", id)
            #expect(kept == "Entry 1.")
        }
    }

    @Test(
        "A form that is sent twice adds one entry, and two editors do not overwrite each other",
        arguments: TestedEngine.allCases)
    func twice(_ engine: TestedEngine) async throws {
        let newsroom = try await newsroom(engine)
        let (story, staff) = (newsroom.story, newsroom.moderator)
        try await newsroom.database.write { tx in
            let add = { (token: String) in
                try tx.addEntry(
                    try Self.draft("One."), isKeyPoint: false, token: token, to: story, by: staff, now: .noon)
            }
            let first = try add("a")
            #expect(try add("a") == first)
            #expect(try add("b") != first)
            #expect(throws: Refusal(.live(.postedAlready))) {
                try tx.addEntry(
                    try Self.draft("Another."), isKeyPoint: false, token: "a", to: story, by: staff, now: .noon)
            }
            try tx.editEntry(first, of: story, to: try Self.draft("Two."), revision: 0, by: staff, now: .noon)
            #expect(throws: Refusal(.live(.changedMeanwhile))) {
                try tx.editEntry(first, of: story, to: try Self.draft("Three."), revision: 0, by: staff, now: .noon)
            }
            let entry = try tx.entry(first, of: story)
            #expect(entry.text.sent == "Two." && entry.revision == 1 && entry.editedAt == .noon)
            #expect(entry.authorName == "The moderator")
        }
    }

    @Test(
        "Entries are refused where there is no running coverage, and key points above the limit",
        arguments: TestedEngine.allCases)
    func refusals(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (story, staff) = (newsroom.story, newsroom.moderator)
        try await newsroom.database.write { tx in
            let add = { (token: String, isKeyPoint: Bool) in
                try tx.addEntry(
                    try Self.draft("One."), isKeyPoint: isKeyPoint, token: token, to: story, by: staff, now: .noon)
            }
            #expect(throws: Refusal(.live(.notLive))) { try add("a", false) }
            try tx.decide(.begin, on: story, by: staff, now: .noon)
            for number in 0..<LiveEntry.mostKeyPoints { _ = try add("\(number)", true) }
            let surplus = #expect(throws: Refusal.self) { try add("surplus", true) }
            #expect(surplus?.code == .live(.tooManyKeyPoints))
            try tx.decide(.end, on: story, by: staff, now: .noon)
            #expect(throws: Refusal(.live(.ended))) { try add("b", false) }
            // The same form once more is the same entry, even after the end.
            #expect(try add("0", true) == LiveEntry.ID(1))
            try tx.withdraw(story, version: 1, reason: "-", by: "editor", now: .noon)
            #expect(throws: Refusal(.story(.withdrawn))) { try add("c", false) }
            #expect(throws: Refusal(.story(.withdrawn))) { try tx.decide(.begin, on: story, by: staff, now: .noon) }
        }
    }
}
