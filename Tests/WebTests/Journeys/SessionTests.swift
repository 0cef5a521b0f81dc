import Database
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("Sessions", .timeLimit(.minutes(5)))
struct SessionTests {
    @Test("A session ends when its time is over")
    func expiry() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        newspaper.clock.advance(12 * 3_600 - 1)
        #expect(await editor.get("/desk").status == 200)
        newspaper.clock.advance(1)
        #expect(await editor.get("/desk").status == 303)
        #expect(await editor.rule("dismiss", on: 1).status == 403)
    }

    @Test("A change of role takes effect at once")
    func role() async throws {
        let newspaper = try await TestSite()
        var admin = TestBrowser(newspaper, as: .admin)
        #expect(await admin.post("/desk/house/discussion", ["decision": "close"]).status == 303)
        for (role, desk, house) in [("moderator", 200, 403), ("visitor", 403, 403), ("nonsense", 403, 403)] {
            try await newspaper.database.write { tx in
                _ = try tx.run("UPDATE people SET role = $1 WHERE email = 'admin@example.org'", role)
            }
            #expect(await admin.get("/desk").status == desk, "\(role)")
            #expect(await admin.post("/desk/house/discussion", ["decision": "open"]).status == house, "\(role)")
        }
    }

    @Test("A removal, new password or new role takes effect at the next request, in every process")
    func changes() async throws {
        let newspaper = try await TestSite()
        let other = try newspaper.another()
        func statuses(_ role: Role) async -> [Int] {
            var (here, there) = (TestBrowser(newspaper, as: role), TestBrowser(other))
            there.cookies = here.cookies
            return await [here.get("/desk").status, there.get("/desk").status]
        }
        for role in [Role.moderator, .editor, .admin] { #expect(await statuses(role) == [200, 200]) }
        var (moderator, editor) = (TestBrowser(newspaper, as: .moderator), TestBrowser(newspaper, as: .editor))
        #expect(await editor.post("/desk/stories/1/discussion", ["decision": "close"]).status == 303)
        try await newspaper.database.write { tx in
            try tx.remove(try tx.member(email: "moderator@example.org"), unusableHash: "-", now: .noon)
            _ = try tx.setRole(.moderator, of: try tx.member(email: "editor@example.org"), now: .noon)
            try tx.setPassword(hash: "other", of: try tx.member(email: "admin@example.org"), now: .noon)
        }
        #expect(await statuses(.moderator) == [303, 303])
        #expect(await statuses(.editor) == [200, 200])
        #expect(await statuses(.admin) == [303, 303])
        #expect(await moderator.rule("dismiss", on: 1).status == 403)
        #expect(await editor.post("/desk/stories/1/discussion", ["decision": "open"]).status == 403)
    }

    @Test("The log shows staff changes made on the command line")
    func log() async throws {
        let newspaper = try await TestSite()
        try await newspaper.database.write { tx in
            _ = try tx.setRole(.moderator, of: try tx.member(email: "editor@example.org"), now: .noon)
        }
        var admin = TestBrowser(newspaper, as: .admin)
        let page = try await admin.get("/desk/log").page()
        for text in ["system", "staff.role", "staff.add", "editor@example.org: editor to moderator"] {
            #expect(page.text.contains(text), "\(text)")
        }
    }

    @Test("Only the hash of a session token is stored, and nothing similar to a token works")
    func tokens() async throws {
        let newspaper = try await TestSite()
        let token = try #require(newspaper.tokens[.admin])
        let kept: [String] = try await newspaper.database.read { tx in
            try tx.all("SELECT token_hash FROM open_sessions") { try $0[0] }
        }
        #expect(kept.contains(Keys.hash(token)) && !kept.contains(token))
        var stranger = TestBrowser(newspaper)
        for cookie in [
            Keys.hash(token), token.uppercased(), token + "x", "", "'; --", String(repeating: "a", count: 8_000),
        ] {
            stranger.cookies["session"] = cookie
            #expect(await stranger.get("/desk").status == 303)
        }
    }
}
