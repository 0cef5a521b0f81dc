import Database
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Log entries about staff", .timeLimit(.minutes(5)))
struct StaffLogTests {
    @Test("Each change is logged in the same transaction", arguments: TestedEngine.allCases)
    func entries(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let staff = newsroom.moderator
        try await newsroom.database.write { tx in
            _ = try tx.setRole(.editor, of: staff, now: .noon)
            _ = try tx.setRole(.editor, of: try tx.member(email: staff.email), now: .noon)
            try tx.setPassword(hash: "other", of: staff, now: .noon)
            try tx.remove(try tx.member(email: staff.email), unusableHash: "-", now: .noon)
            _ = try tx.addStaff(email: staff.email, name: "Back", role: .admin, passwordHash: "-", now: .noon)
        }
        let entries = try await newsroom.database.read { tx in try tx.logEntries().reversed() as [LogEntry] }
        #expect(entries.allSatisfy { $0.actor == "system" && $0.subject == "staff \(staff.id)" })
        #expect(
            entries.map { "\($0.action) \($0.detail)" } == [
                "staff.add moderator@example.org: moderator", "staff.role moderator@example.org: moderator to editor",
                "staff.password moderator@example.org", "staff.remove moderator@example.org: editor",
                "staff.add moderator@example.org: admin, reinstated",
            ])
        try await newsroom.expectSound()
    }

    @Test("A refused change leaves no entry", arguments: TestedEngine.allCases)
    func refused(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.database.write { tx in
            _ = try tx.setRole(.admin, of: newsroom.moderator, now: .noon)
        }
        await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                try tx.remove(try tx.member(email: newsroom.moderator.email), unusableHash: "-", now: .noon)
            }
        }
        let entries = try await newsroom.database.read { tx in try tx.logEntries() }
        #expect(entries.map(\.action) == ["staff.role", "staff.add"])
    }
}
