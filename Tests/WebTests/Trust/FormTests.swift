import Database
import HTTPTypes
import Newsroom
import Testing

@testable import Web

@Suite("Contents of forms", .timeLimit(.minutes(5)))
struct FormTests {
    private static let path = TestStories.bridgePath + "/comments"

    @Test(
        "Invalid UTF-8 is refused and shown with replacement characters",
        arguments: [
            "%ED%A0%80", "%FF", "%C0%80", "%E2%82", "%F4%90%80%80", "%80",
        ])
    func bytes(encoded: String) async throws {
        var reader = TestBrowser(try await TestSite())
        let reply = await reader.post(Self.path, body: "name=A+reader&text=before\(encoded)after")
        #expect(reply.status == 422)
        let page = try reply.page()
        #expect(page.content(ofField: "text")?.hasPrefix("before\u{FFFD}") == true)
        #expect(page.content(ofField: "text")?.hasSuffix("after") == true)
    }

    @Test(
        "A NUL or other unprintable character is refused",
        arguments: ["%00", "%01", "%1B", "%7F", "%C2%85", "%EF%BF%BE", "%EF%B7%90"])
    func controls(encoded: String) async throws {
        var reader = TestBrowser(try await TestSite())
        for body in [
            "name=A+reader&text=a\(encoded)b", "name=A\(encoded)reader&text=ab",
            "name=A+reader&text=ab&email=a\(encoded)@example.org",
        ] {
            let reply = await reader.post(Self.path, body: body)
            #expect(reply.status == 422)
            _ = try reply.page()
        }
    }

    @Test(
        "An invalid percent encoding is kept as a percent sign",
        arguments: [("100%", "100%"), ("%zz", "%zz"), ("%4", "%4"), ("a%%41", "a%A"), ("1+1%2B", "1 1+")])
    func percent(encoded: String, text: String) async throws {
        var reader = TestBrowser(try await TestSite())
        let reply = await reader.post(Self.path, body: "name=A+reader&text=\(encoded)")
        #expect(try await reader.follow(reply).page().text.contains(text))
    }

    @Test("The first value of a repeated field counts")
    func twice() async throws {
        var reader = TestBrowser(try await TestSite())
        let reply = await reader.post(Self.path, body: "name=A+reader&text=The+first.&text=The+second.&name=Another")
        let page = try await reader.follow(reply).page()
        #expect(page.text.contains("The first.") && page.text.contains("A reader"))
        #expect(!page.text.contains("The second.") && !page.text.contains("Another"))
    }

    @Test("A form with more than 64 fields is refused as a whole")
    func many() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let padding = (1...63).map { "f\($0)=x" }.joined(separator: "&")
        #expect(await reader.post(Self.path, body: "\(padding)&name=A+reader&text=A+word.&parent=").status == 422)
        #expect(await reader.post(Self.path, body: "name=A+reader&text=A+word.&\(padding)").status == 422)
        let fewer = (1...62).map { "f\($0)=x" }.joined(separator: "&")
        #expect(await reader.post(Self.path, body: "\(fewer)&name=A+reader&text=A+word.").status == 303)
        let texts: [String] = try await newspaper.database.read { tx in
            try tx.all("SELECT text FROM comments") { try $0[0] }
        }
        #expect(texts == ["A word."])
    }

    @Test(
        "A body of another type is refused",
        arguments: [
            "application/json", "multipart/form-data; boundary=x", "text/plain", "",
            "application/x-www-form-urlencodedx", "text/xml",
        ])
    func type(name: String) async throws {
        var reader = TestBrowser(try await TestSite())
        let body = Array("name=A+reader&text=A+word.".utf8)
        #expect(await reader.send(.post, Self.path, type: name, body: body).status == 422)
        let named = "Application/X-WWW-Form-Urlencoded; charset=UTF-8"
        #expect(await reader.send(.post, Self.path, type: named, body: body).status == 303)
    }

    @Test(
        "An empty body, or one that has only separators, is refused with a message",
        arguments: ["", "&", "&&&&", "=", "====", "&=&="])
    func empty(body: String) async throws {
        var reader = TestBrowser(try await TestSite())
        let reply = await reader.post(Self.path, body: body)
        #expect(reply.status == 422)
        #expect(try reply.page().content(ofClass: "refusal")?.isEmpty == false)
    }

    @Test("Fields that no form has change nothing")
    func massAssignment() async throws {
        let newspaper = try await TestSite { $0.holdsUnknownNames = true }
        var reader = TestBrowser(newspaper)
        let extra =
            "role=admin&state=published&is_listed=1&is_held=false&staff=1"
            + "&id=77&story=2&story_id=2&created_at=1&source=x&writer=x&reply_count=9"
        _ = await reader.post(Self.path, body: "name=A+reader&text=A+word.&\(extra)")
        _ = await reader.post("/sign-in", body: "email=reader%40example.org&password=x&\(extra)")
        #expect(try await newspaper.row("SELECT state || story_id || id || reply_count FROM comments") == "held110")
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await moderator.post("/desk/cases/1/ruling", body: "outcome=approve&clause=&revision=0&staff_id=3&\(extra)")
        #expect(try await newspaper.row("SELECT staff_id || outcome FROM rulings") == "1approve")
        let roles: [String] = try await newspaper.database.read { tx in
            try tx.all("SELECT role FROM people ORDER BY id") { try $0[0] }
        }
        #expect(roles == ["moderator", "editor", "admin", "reporter", "reader"])
        #expect(await moderator.post("/desk/house/discussion", body: "decision=close&\(extra)").status == 403)
    }
}

extension TestSite {
    fileprivate func row(_ sql: SQL) async throws -> String? {
        try await database.read { tx in try tx.value(sql) }
    }
}
