import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Staff in the database", .timeLimit(.minutes(5)))
struct StaffTests {
    private static let email = "moderator@example.org"

    private func add(
        _ email: String, _ role: Role, to newsroom: TestNewsroom, hash: String = "a hash", at now: Date = .noon
    ) async throws -> Staff {
        try await newsroom.database.write { tx in
            try tx.addStaff(email: email, name: "Somebody", role: role, passwordHash: hash, now: now)
        }
    }

    private func begin(_ token: String, _ staff: Staff, in newsroom: TestNewsroom, hash: String? = nil) async throws {
        try await newsroom.database.write { tx in
            try tx.begin(
                NewSession(tokenHash: token, now: .noon, expiresAt: .noon.later(60)), of: staff.id, provenBy: hash)
        }
    }

    private func session(_ token: String, in newsroom: TestNewsroom) async throws -> Session? {
        try await newsroom.database.read { tx in try tx.session(tokenHash: token, now: .noon.later(1)) }
    }

    private func log(_ newsroom: TestNewsroom) async throws -> [String] {
        try await newsroom.database.read { tx in
            try tx.logEntries().reversed().map { "\($0.actor) \($0.action) \($0.subject) \($0.detail)" }
        }
    }

    private func remove(_ email: String = Self.email, from newsroom: TestNewsroom) async throws {
        try await newsroom.database.write { tx in
            try tx.remove(try tx.member(email: email), unusableHash: "none", now: .noon.later(10))
        }
    }

    @Test(
        "A removed staff member is signed out permanently, and stays named in past rulings",
        arguments: TestedEngine.allCases)
    func removed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.report(try await newsroom.post("x"), source: "a")
        _ = try await newsroom.rule(.uphold, try #require(try await newsroom.cases().first).id)
        try await begin("one", newsroom.moderator, in: newsroom)
        #expect(try await session("one", in: newsroom)?.actor == .staff(newsroom.moderator))
        try await remove(from: newsroom)
        #expect(try await session("one", in: newsroom) == nil)
        #expect(try await newsroom.database.read { tx in try tx.staff(email: Self.email) } == nil)
        await #expect(throws: Refusal.wrongPassword) { try await begin("two", newsroom.moderator, in: newsroom) }
        #expect(try await newsroom.database.read { tx in try tx.latestRulings() }.map(\.staffName) == ["The moderator"])
        let refusal = await #expect(throws: Refusal.self) { try await remove(from: newsroom) }
        #expect(refusal?.code == .staff(.removed))
        #expect(Set(refusal?.values.keys.map(\.rawValue) ?? []) == ["name", "address", "time"])
        try await newsroom.expectSound()
    }

    @Test(
        "A staff member removed by this version cannot sign in through the previous version",
        arguments: TestedEngine.allCases)
    func before(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await begin("one", newsroom.moderator, in: newsroom)
        try await remove(from: newsroom)
        let (hash, sessions): (String?, Int?) = try await newsroom.database.read { tx in
            (
                try tx.value("SELECT password_hash FROM people WHERE email = $1", Self.email),
                try tx.value("SELECT COUNT(*) FROM open_sessions")
            )
        }
        #expect(hash == "none" && sessions == 0)
        // Staff and sessions that the previous version adds are understood.
        try await newsroom.database.write { tx in
            try tx.run(
                """
                INSERT INTO people (email, name, role, password_hash, created_at) \
                VALUES ('old@example.org', 'Old', 'editor', '-', 0)
                """)
            try tx.run(
                """
                INSERT INTO open_sessions (token_hash, person_id, created_at, expires_at)
                SELECT 'late ' || id, id, $1, $2 FROM people
                """, Date.noon, Date.noon.later(60))
        }
        #expect(try await session("late \(newsroom.moderator.id)", in: newsroom) == nil)
        let old = try #require(try await newsroom.database.read { tx in try tx.staff(email: "old@example.org") }).staff
        #expect(try await session("late \(old.id)", in: newsroom)?.actor == .staff(old))
        _ = try await add(Self.email, .editor, to: newsroom)
        #expect(
            try await session("late \(newsroom.moderator.id)", in: newsroom) == nil,
            "the session stays ended after reinstatement")
    }

    @Test(
        "A removed staff member added again keeps the number and gets the new role and password",
        arguments: TestedEngine.allCases)
    func back(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        #expect(try await !database.read { tx in try tx.isFormerStaff(email: "nobody@example.org") })
        for refusal in [
            await #expect(throws: Refusal.self) { try await add(Self.email, .admin, to: newsroom) },
            await #expect(throws: Refusal.self) {
                try await database.read { tx in try tx.isFormerStaff(email: Self.email) }
            },
        ] {
            #expect(refusal == Refusal(.staff(.addressTaken), [.address: .text(Self.email)]))
        }
        try await remove(from: newsroom)
        #expect(try await database.read { tx in try tx.isFormerStaff(email: Self.email.uppercased()) })
        let back = try await add(Self.email.uppercased(), .admin, to: newsroom, hash: "new")
        #expect(back == Staff(id: newsroom.moderator.id, email: Self.email, name: "Somebody", role: .admin))
        let found = try #require(try await database.read { tx in try tx.staff(email: Self.email) })
        #expect(found.staff == back && found.passwordHash == "new")
    }

    @Test(
        "A new password ends all sessions, and refuses sign-ins with the old one",
        arguments: TestedEngine.allCases)
    func password(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await add("other@example.org", .editor, to: newsroom)
        for (token, staff) in [("one", other), ("two", other), ("three", newsroom.moderator)] {
            try await begin(token, staff, in: newsroom)
        }
        try await begin("four", other, in: newsroom, hash: "a hash")
        try await newsroom.database.write { tx in try tx.setPassword(hash: "new", of: other, now: .noon) }
        for token in ["one", "two", "four"] { #expect(try await session(token, in: newsroom) == nil) }
        #expect(try await session("three", in: newsroom) != nil)
        await #expect(throws: Refusal.wrongPassword) { try await begin("five", other, in: newsroom, hash: "a hash") }
        try await begin("six", other, in: newsroom, hash: "new")
        #expect(try await session("six", in: newsroom) != nil)
    }

    @Test(
        "The last admin cannot be removed or demoted",
        arguments: TestedEngine.allCases)
    func lastAdmin(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await remove(from: newsroom)
        let one = try await add("one@example.org", .admin, to: newsroom)
        let other = try await add("other@example.org", .admin, to: newsroom)
        try await remove("one@example.org", from: newsroom)
        for change in [
            { tx in _ = try tx.setRole(.editor, of: other, now: .noon) },
            { tx in try tx.remove(other, unusableHash: "-", now: .noon) },
        ] as [@Sendable (Transaction) throws -> Void] {
            let refusal = await #expect(throws: Refusal.self) { try await newsroom.database.write(change) }
            let values: [Refusal.Name: Refusal.Value] = [.name: .text(other.name), .address: .text(other.email)]
            #expect(refusal == Refusal(.staff(.lastAdmin), values))
        }
        #expect(try await newsroom.database.write { tx in try !tx.setRole(.admin, of: other, now: .noon) })
        _ = try await add(one.email, .admin, to: newsroom)
        #expect(try await newsroom.database.write { tx in try tx.setRole(.editor, of: other, now: .noon) })
    }

    @Test("The list shows all staff members with their open sessions", arguments: TestedEngine.allCases)
    func list(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await add("a@example.org", .editor, to: newsroom, at: .noon.later(5))
        for token in ["one", "two"] { try await begin(token, other, in: newsroom) }
        try await begin("three", newsroom.moderator, in: newsroom)
        try await remove(from: newsroom)
        let (all, later) = try await newsroom.database.read { tx in
            (try tx.employments(now: .noon.later(1)), try tx.employments(now: .noon.later(60)))
        }
        #expect(
            all == [
                Employment(staff: other, addedAt: .noon.later(5), removedAt: nil, openSessions: 2),
                Employment(staff: newsroom.moderator, addedAt: .noon, removedAt: .noon.later(10), openSessions: 0),
            ])
        #expect(later.map(\.openSessions) == [0, 0])
    }

    @Test("Sessions are listed and ended for one staff member only", arguments: TestedEngine.allCases)
    func sessions(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let other = try await add("other@example.org", .editor, to: newsroom)
        for (token, staff) in [("one", other), ("two", newsroom.moderator)] {
            try await begin(token, staff, in: newsroom)
        }
        let open = try await newsroom.database.read { tx in try tx.openSessions(of: other.id, now: .noon) }
        #expect(open == [OpenSession(id: "one", beganAt: .noon, expiresAt: .noon.later(60), usedAt: .noon, agent: "")])
        #expect(try await newsroom.database.write { tx in try tx.endSessions(of: other, now: .noon) } == 1)
        #expect(try await newsroom.database.write { tx in try tx.endSessions(of: other, now: .noon) } == 0)
        #expect(try await session("one", in: newsroom) == nil)
        #expect(try await session("two", in: newsroom) != nil)
        #expect(try await log(newsroom).last == "system staff.sessions staff \(other.id) other@example.org: 1 ended")
    }
}
