import HTTPTypes
import Newsroom
import Testing

@testable import Web

@Suite("Trailing slashes", .timeLimit(.minutes(5)))
struct TrailingSlashTests {
    @Test(
        "A trailing slash redirects permanently to the page, for every role",
        arguments: [
            ("/feed.xml/", "/feed.xml"), ("/stories/1/", "/stories/1"),
            (TestStories.bridgePath + "/", TestStories.bridgePath),
            (TestStories.bridgePath + "/?order=newest", TestStories.bridgePath + "?order=newest"),
            (TestStories.bridgePath + "/?utm=a&order=newest#x", TestStories.bridgePath + "?order=newest%23x"),
            (TestStories.bridgePath + "/versions/", TestStories.bridgePath + "/versions"),
            ("/topics/bridges/", "/topics/bridges"), ("/policy/", "/policy"), ("/desk/", "/desk"),
            ("/desk/log/?before=7", "/desk/log?before=7"), ("/sign-in/", "/sign-in"), ("/robots.txt/", "/robots.txt"),
            ("/topics/a%20b/", "/topics/a%20b"), ("/topics/%2F%2Fevil.example/", "/topics/%2F%2Fevil.example"),
            ("/topics/%0d%0aSet-Cookie:a/", "/topics/%0D%0ASet-Cookie%3Aa"),
        ])
    func pages(path: String, page: String) async throws {
        let newspaper = try await TestSite()
        for role in [Role.visitor, .admin] {
            for method in [HTTPRequest.Method.get, .head] {
                var browser = TestBrowser(newspaper, as: role)
                let reply = await browser.send(method, path)
                #expect(reply.status == 308)
                #expect(reply.location == page)
            }
        }
    }

    @Test(
        "A trailing slash on any other address does not redirect",
        arguments: [
            "//", "///", "//evil.example/", "//evil.example//", "/%2fevil.example/", "/\\evil.example/", "/desk//",
            "/nothing/", "/stories/1//", "/stories//", "/topics//", "/./", "/../", "http://evil.example/",
            "/stories/1/a-bridge-opens/comments/",
        ])
    func nowhere(path: String) async throws {
        var browser = TestBrowser(try await TestSite())
        let reply = await browser.get(path)
        #expect([404, 405].contains(reply.status), "\(reply.status)")
        #expect(reply.location == nil)
    }

    @Test(
        "A form sent to an address with a trailing slash is not processed",
        arguments: ["/sign-out/", "/sign-in/", "/desk/rulings/1/undo/"])
    func forms(path: String) async throws {
        var admin = TestBrowser(try await TestSite(), as: .admin)
        #expect(await admin.post(path, [:]).status == 404)
        #expect(await admin.get("/desk").status == 200)
    }
}
