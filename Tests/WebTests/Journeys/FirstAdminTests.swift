import Database
import HTTPServer
import HTTPTypes
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("The first admin", .timeLimit(.minutes(5)))
struct FirstAdminTests {
    private func typed(
        _ token: String, name: String = "Ada Example", email: String = "ada@example.org",
        password: String = "seven gray boats waiting"
    ) -> KeyValuePairs<String, String> { ["token": token, "name": name, "email": email, "password": password] }

    /// A newspaper whose staff have all left, and the path of an invitation.
    private func newspaper() async throws -> (site: TestSite, path: String, token: String) {
        let newspaper = try await TestSite()
        try await newspaper.database.write { tx in try tx.run("UPDATE people SET removed_at = $1", 1) }
        let address = try #require(try await newspaper.site.inviteFirstAdmin())
        let path = String(address.dropFirst(TestSite.base.count))
        return (newspaper, path, String(path.split(separator: "=").last ?? ""))
    }

    @Test("The invited person becomes admin and is signed in, and the address works once")
    func journey() async throws {
        let (newspaper, path, token) = try await newspaper()
        #expect(token.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        var browser = TestBrowser(newspaper)
        let form = await browser.get(path)
        #expect(form.status == 200 && form.response.fields[.cacheControl] == "no-store")
        #expect(try form.page().content(ofField: "token") == token)
        let reply = await browser.post("/first-admin", typed(token))
        #expect(reply.location == "/desk")
        #expect(await browser.follow(reply).status == 200)
        let staff = try await newspaper.site.newspaper.member("ada@example.org")
        #expect(staff.role == .admin && staff.name == "Ada Example")
        for again in [
            await browser.get(path), await browser.post("/first-admin", typed(token)),
        ] {
            #expect(again.status == 404)
        }
        #expect(try await newspaper.site.inviteFirstAdmin() == nil)
        #expect(!newspaper.log.lines.contains { $0.contains(token) || $0.contains("seven gray") })
    }

    @Test("A refused form keeps what was typed, except the password, and the address still works")
    func refused() async throws {
        let (newspaper, path, token) = try await newspaper()
        var browser = TestBrowser(newspaper)
        for form in [
            typed(token, password: "short"), typed(token, email: "nobody"), typed(token, name: "A"),
        ] {
            let reply = await browser.post("/first-admin", form)
            #expect(reply.status == 422)
            let page = try reply.page()
            for (field, value) in form where field != "password" { #expect(page.content(ofField: field) == value) }
            #expect(page.content(ofField: "password") == nil)
        }
        #expect(await browser.get(path).status == 200)
    }

    @Test("An address is refused after an hour, with another token, and as soon as there are staff")
    func closed() async throws {
        let (newspaper, path, token) = try await newspaper()
        var browser = TestBrowser(newspaper)
        for other in ["/first-admin", "/first-admin?token=", "/first-admin?token=\(String(token.reversed()))x"] {
            #expect(await browser.get(other).status == 404)
        }
        newspaper.clock.advance(Double(Newspaper.invitationSeconds) - 1)
        #expect(await browser.get(path).status == 200)
        newspaper.clock.advance(1)
        #expect(await browser.get(path).status == 404)
        let next = try #require(try await newspaper.site.inviteFirstAdmin())
        let open = String(next.dropFirst(TestSite.base.count))
        #expect(await browser.get(open).status == 200)
        try await newspaper.database.write { tx in
            _ = try tx.addStaff(
                email: "b@example.org", name: "Ben Sample", role: .moderator, passwordHash: "x", now: .noon)
        }
        #expect(await browser.get(open).status == 404)
        let form = typed(String(open.split(separator: "=").last ?? ""))
        #expect(await browser.post("/first-admin", form).status == 404)
    }

    @Test("The database has only the hash of a token")
    func hashed() async throws {
        let (newspaper, _, token) = try await newspaper()
        let stored: String? = try await newspaper.database.read { tx in
            try tx.value("SELECT token_hash FROM invitations")
        }
        #expect(stored == Keys.hash(token) && stored != token)
    }
}
