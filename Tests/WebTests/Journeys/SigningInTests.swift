import Database
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("Staff sign in and out", .timeLimit(.minutes(5)))
struct SigningInTests {
    private static let password = "correct horse battery"

    private static let hash = Result { try Password.hash(password, of: "desk@example.org") }

    /// Uses a real password, which takes seconds to check. With `.quick`, the hash is the password itself.
    private func newspaper(_ queue: PasswordQueue = PasswordQueue(), hash: String? = nil) async throws -> TestSite {
        let newspaper = try await TestSite(passwordQueue: queue)
        let hash = try hash ?? Self.hash.get()
        try await newspaper.database.write { tx in
            _ = try tx.addStaff(
                email: "desk@example.org", name: "The desk", role: .moderator, passwordHash: hash, now: .noon)
        }
        return newspaper
    }

    @Test("A staff member with the right password signs in to the desk, and signs out again")
    func right() async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper)
        let away = await browser.get("/desk/log")
        #expect(away.location == "/sign-in?next=%2Fdesk%2Flog")
        let form = try await browser.follow(away).page()
        #expect(form.content(ofField: "next") == "/desk/log")
        let reply = await browser.post(
            "/sign-in", ["email": " DESK@example.org ", "password": Self.password, "next": "/desk/log"])
        #expect(reply.location == "/desk/log")
        let token = try #require(browser.cookies["session"])
        #expect(token.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(await browser.follow(reply).status == 200)

        let out = await browser.post("/sign-out", [:])
        #expect(out.location == "/")
        #expect(browser.cookies["session"] == nil)
        browser.cookies["session"] = token
        #expect(await browser.get("/desk").status == 303, "the session has ended, not only its cookie")
        #expect(newspaper.log.lines.contains { $0.contains("signed in") })
        #expect(!newspaper.log.lines.contains { $0.contains(token) || $0.contains(Self.password) })
    }

    @Test("A wrong password and an unknown e-mail address get the same page")
    func wrong() async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper)
        let known = await browser.post("/sign-in", ["email": "desk@example.org", "password": "not this one"])
        let unknown = await browser.post("/sign-in", ["email": "none@example.org", "password": "not this one"])
        #expect(known.status == 422 && unknown.status == 422)
        #expect(known.text.replacing("desk@", with: "none@") == unknown.text)
        #expect(browser.cookies.isEmpty)
        #expect(try known.page().content(ofField: "password") == nil)
        #expect(newspaper.log.lines.count { $0.contains("sign-in refused") } == 2)
        #expect(!newspaper.log.lines.contains { $0.contains("not this one") })
    }

    @Test("A removed staff member gets the page for unknown addresses, and can sign in once reinstated")
    func removed() async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper)
        let form: KeyValuePairs = ["email": "desk@example.org", "password": Self.password]
        #expect(await browser.post("/sign-in", form).status == 303)
        try await newspaper.writeFromElsewhere { tx in
            try tx.remove(try tx.member(email: "desk@example.org"), unusableHash: Password.ofNobody, now: .noon)
        }
        #expect(await browser.get("/desk").status == 303)
        var stranger = TestBrowser(newspaper)
        let removed = await stranger.post("/sign-in", form)
        let unknown = await stranger.post("/sign-in", ["email": "none@example.org", "password": Self.password])
        #expect(removed.status == 422)
        #expect(removed.text.replacing("desk@", with: "none@") == unknown.text)
        #expect(stranger.cookies.isEmpty)
        let hash = try Password.hash("a wholly new one", of: "desk@example.org")
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.addStaff(
                email: "desk@example.org", name: "The desk", role: .editor, passwordHash: hash, now: .noon)
        }
        #expect(await browser.get("/desk").status == 303, "the old session stays ended")
        #expect(await stranger.post("/sign-in", form).status == 422)
        let again = await stranger.post("/sign-in", ["email": "desk@example.org", "password": "a wholly new one"])
        #expect(again.status == 303)
    }

    @Test("The placeholder hash of removed staff matches no password, and takes as long to check")
    func ofNobody() throws {
        let real = try Self.hash.get().split(separator: "$")
        let none = Password.ofNobody.split(separator: "$")
        #expect(real.dropLast(2) == none.dropLast(2))
        #expect(none.last != real.last && none.last?.count != real.last?.count)
        #expect(!Password.matches("", Password.ofNobody) && !Password.matches(Self.password, Password.ofNobody))
    }

    @Test("There is no account with a default password")
    func standard() async throws {
        var browser = TestBrowser(try await TestSite(passwordQueue: PasswordQueue()))
        for email in ["admin", "admin@example.org", "root", ""] {
            #expect(await browser.post("/sign-in", ["email": email, "password": "admin"]).status == 422)
        }
    }

    @Test(
        "After sign-in, only paths of the desk are followed",
        arguments: [
            "https://evil.example/", "//evil.example", "/\\evil.example", "/desk\\@evil.example", "/desk//evil.example",
            "/deskhttp://evil.example", "javascript:alert(1)", "/desk/..//evil.example", "/desk/%2f%2fevil.example",
            "/desk\r\nSet-Cookie: a=b", "/desk?x=//evil.example", "\u{0}/desk", "/desk/\u{202E}", "/", "",
        ])
    func next(path: String) async throws {
        var browser = TestBrowser(try await newspaper(.quick, hash: Self.password))
        let form = await browser.get("/sign-in?next=\(TestBrowser.segment(path))")
        expectSafeAddresses(try form.page(), path)
        let reply = await browser.post(
            "/sign-in", ["email": "desk@example.org", "password": Self.password, "next": path])
        #expect(reply.status == 303)
        let location = try #require(reply.location)
        #expect(location.hasPrefix("/desk"))
        #expect(!location.contains("//") && !location.contains("\\"))
        #expect(location.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
}
