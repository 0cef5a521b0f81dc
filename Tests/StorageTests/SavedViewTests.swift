import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Saved views of the queue in the database", .timeLimit(.minutes(5)))
struct SavedViewTests {
    private static let narrow = QueueFilter(
        .reported, story: Story.ID(1), topic: "Brücken & mehr", language: .english, clause: "abuse", hours: 3)

    private func save(_ name: String, _ filter: QueueFilter = narrow, of staff: Staff, in newsroom: TestNewsroom)
        async throws
    {
        let view = try SavedView(name: name, filter: filter)
        try await newsroom.database.write { tx in try tx.save(view, of: staff) }
    }

    private func views(of staff: Staff, in newsroom: TestNewsroom) async throws -> [SavedView] {
        try await newsroom.database.read { tx in try tx.savedViews(of: staff) }
    }

    @Test(
        "A view keeps its fields but nothing that was skipped, and is its owner's alone",
        arguments: TestedEngine.allCases)
    func own(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let staff = newsroom.moderator
        let other = try await newsroom.database.write { tx in
            try tx.addStaff(email: "b@example.org", name: "B", role: .moderator, passwordHash: "-", now: .noon)
        }
        try await save("  Rude words ", Self.narrow.skipping(Case.ID(7)), of: staff, in: newsroom)
        try await save("A week", QueueFilter(.unread, hours: 100), of: staff, in: newsroom)
        #expect(
            try await views(of: staff, in: newsroom) == [
                SavedView(name: "A week", filter: QueueFilter(.unread, hours: 100)),
                SavedView(name: "Rude words", filter: Self.narrow),
            ])
        #expect(try await views(of: other, in: newsroom) == [])
        try await save("RUDE  WORDS", QueueFilter(.held, hours: 1), of: staff, in: newsroom)
        #expect(try await views(of: staff, in: newsroom).last?.name == "RUDE  WORDS")
        #expect(try await views(of: staff, in: newsroom).last?.filter == QueueFilter(.held, hours: 1))
        try await newsroom.database.write { tx in
            try tx.deleteView(named: "rude words", of: other)
            #expect(try tx.savedViews(of: staff).count == 2)
            try tx.deleteView(named: "rude words", of: staff)
        }
        #expect(try await views(of: staff, in: newsroom).map(\.name) == ["A week"])
    }

    @Test("A person saves at most 20 views, and may replace each", arguments: TestedEngine.allCases)
    func most(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let staff = newsroom.moderator
        for number in 0..<SavedView.most { try await save("\(number)", of: staff, in: newsroom) }
        let refusal = await #expect(throws: Refusal.self) { try await save("another", of: staff, in: newsroom) }
        #expect(refusal?.code == .ruling(.tooManyViews))
        try await save("7", QueueFilter(.held, hours: 2), of: staff, in: newsroom)
        #expect(try await views(of: staff, in: newsroom).count == SavedView.most)
    }

    @Test("A name has 1 to 40 characters", arguments: ["", "  ", "two\nlines", String(repeating: "x", count: 41)])
    func names(_ name: String) {
        #expect(throws: Refusal.self) { try SavedView(name: name, filter: Self.narrow) }
    }
}
