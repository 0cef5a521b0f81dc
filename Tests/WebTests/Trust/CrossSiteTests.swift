import Database
import HTTPServer
import HTTPTypes
import Newsroom
import Testing

@testable import Web

@Suite("Posts from other sites", .timeLimit(.minutes(5)))
struct CrossSiteTests {
    /// All routes that change something. HEAD is answered by the GET routes, so no route is for HEAD alone.
    private static let changing = RouteTable.standard.routes.filter { $0.method != .get }

    @Test("No route that changes something accepts requests from another site", arguments: changing)
    func refused(route: Route) async throws {
        for headers in [
            ["Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"],
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "null"],
            ["Origin": "http://news.example", "Sec-Fetch-Site": "cross-site"],
        ] {
            var visit = try await RouteVisit(route, as: .admin)
            let before = try await visit.newspaper.rows()
            visit.browser.tellsOrigin = false
            let reply = await visit.send(headers: headers)
            #expect(reply.status == 403, "\(headers)")
            #expect(reply.response.fields[.setCookie] == nil)
            #expect(try await visit.newspaper.rows() == before, "\(headers)")
        }
    }

    @Test(
        "Our own pages and clients other than browsers may post",
        arguments: [
            ["Origin": "http://news.example", "Sec-Fetch-Site": "same-origin"], ["Origin": "http://news.example"],
            ["Sec-Fetch-Site": "same-origin"], ["Sec-Fetch-Site": "none"], [:],
        ])
    func allowed(headers: [String: String]) async throws {
        var reader = TestBrowser(try await TestSite())
        reader.tellsOrigin = false
        reader.headers = headers
        #expect(await reader.comment("A word.").status == 303)
    }

    @Test(
        "A host that only looks like ours is another site",
        arguments: [
            "http://evil-news.example", "http://news.example.evil", "http://news.example.", "http://sub.news.example",
            "http://news.example:8080",
            "http://news.example@evil.example", "http://newsxexample", "http://news.example%2eevil",
            "http://nеws.example", "http://xn--nws-vlb.example",
            "http://", "news.example", "file://", "null", "", "http://news.example evil",
            "chrome-extension://news.exampl", "//news.example",
        ])
    func lookalike(origin: String) async throws {
        var reader = TestBrowser(try await TestSite())
        reader.tellsOrigin = false
        reader.headers = ["Origin": origin]
        #expect(await reader.comment("A word.").status == 403)
    }

    @Test("Behind a proxy, the public address counts as ours too")
    func proxy() async throws {
        let newspaper = try await TestSite(base: "https://public.example:8443")
        var reader = TestBrowser(newspaper)
        reader.host = "127.0.0.1:8080"
        reader.tellsOrigin = false
        reader.headers = ["Origin": "https://public.example:8443"]
        #expect(await reader.comment("A word.").status == 303)
        reader.headers = ["Origin": "https://public.example"]
        #expect(await reader.comment("A word.").status == 403)
    }

    @Test("GET and HEAD change nothing", arguments: RouteTable.standard.routes.filter { $0.method == .get })
    func safe(route: Route) async throws {
        for role in Role.allCases {
            var visit = try await RouteVisit(route, as: role)
            let before = try await visit.newspaper.rows()
            _ = await visit.send()
            _ = await visit.send(.head)
            #expect(try await visit.newspaper.rows() == before)
        }
    }
}

extension TestSite {
    /// The state of everything that requests can change, as a text.
    fileprivate func rows() async throws -> String? {
        try await database.read { tx in
            let comments: [String] = try tx.all("SELECT text || state FROM comments ORDER BY id") { try $0[0] }
            let others: String? = try tx.value(
                """
                SELECT (SELECT COUNT(*) FROM reports) || ' ' || \
                (SELECT COUNT(*) || ' ' || COALESCE(SUM(undone_at), 0) FROM rulings) || ' ' || \
                (SELECT COUNT(*) FROM open_sessions) || ' '
                || (SELECT COUNT(*) FROM discussion_decisions) || ' ' || (SELECT COUNT(*) FROM admissions) || ' '
                || (SELECT COUNT(*) FROM comment_texts) || ' ' || (SELECT COUNT(*) FROM cases) || ' ' || \
                (SELECT COUNT(*) FROM people) || ' '
                || (SELECT COUNT(*) FROM log_entries) || ' ' || (SELECT COUNT(*) FROM changes)
                """)
            return "\(comments) \(others ?? "")"
        }
    }
}
