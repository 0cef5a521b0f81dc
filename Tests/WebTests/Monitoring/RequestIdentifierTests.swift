import Database
import Foundation
import HTTPServer
import HTTPTypes
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Identifiers of requests", .timeLimit(.minutes(5)))
struct RequestIdentifierTests {
    private static let proxy = "10.0.0.1"

    private func site(_ log: RequestLogTests.WrittenLog = .init()) async throws -> TestSite {
        try await RequestLogTests.site(log, logging: .off) {
            $0.trustedProxies = [AddressRange("10.0.0.0/8")].compactMap(\.self)
        }
    }

    @Test("A response that no cache keeps names its request; a shared page does not")
    func fields() async throws {
        var reader = TestBrowser(try await site())
        let identifiers = [await reader.get("/sign-in"), await reader.get("/nothing-here"), await reader.get("/desk")]
            .map { $0["X-Request-Id"] ?? "" }
        #expect(Set(identifiers).count == 3)
        for identifier in identifiers { #expect(identifier.wholeMatch(of: /[0-9a-f]{16}/) != nil) }
        #expect(await reader.get(TestStories.bridgePath)["X-Request-Id"] == nil)
        _ = await reader.comment("A word.")
        let filled = await reader.get(TestStories.bridgePath)
        #expect(filled["Cache-Control"] == "no-store" && filled["X-Request-Id"] != nil)
    }

    @Test(
        "Only a trusted proxy may name a request, with letters, digits and three signs",
        arguments: [
            (proxy, "a1b2-C3.d_4", true), (proxy, String(repeating: "a", count: 64), true),
            (proxy, String(repeating: "a", count: 65), false), (proxy, "", false), (proxy, "a b", false),
            (proxy, "a\"b", false), (proxy, "é", false), (proxy, "<b>", false), ("192.0.2.1", "a1b2", false),
        ])
    func proxies(peer: String, said: String, isTaken: Bool) async throws {
        var reader = TestBrowser(try await site())
        reader.address = peer
        reader.headers = ["X-Request-Id": said]
        let identifier = await reader.get("/sign-in")["X-Request-Id"]
        #expect((identifier == said) == isTaken && identifier?.isEmpty == false)
    }

    @Test("An incident is logged with its route, error, cause and request, which the page shows")
    func incident() async throws {
        let log = RequestLogTests.WrittenLog()
        let newspaper = try await site(log)
        try await newspaper.database.write { tx in try tx.script("ALTER TABLE admissions RENAME TO elsewhere") }
        var reader = TestBrowser(newspaper)
        let reply = await reader.comment("A word.")
        let identifier = try #require(reply["X-Request-Id"])
        #expect(reply.status == 500 && reply.text.contains("class=\"number\">\(identifier)</strong>"))
        let line = try #require(log.lines.first { $0.contains(" error incident ") })
        for fact in [
            "method=POST", "route=/stories/{story}/{slug}/comments", "request=\(identifier)",
            "error=Database.DatabaseFault", "cause=\"The database refused a statement",
        ] { #expect(line.contains(fact), "\(line)") }
    }

    @Test("The page of a fault that may pass shows the number of the request; other refusals do not")
    func refusals() async throws {
        let newspaper = try await site()
        var reader = TestBrowser(newspaper)
        let missing = await reader.get("/nothing-here")
        #expect(missing.status == 404 && !missing.text.contains("<code"))
        let response = newspaper.site.finish(
            RequestTrace.$current.withValue(
                RequestTrace(
                    Request(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), peer: ""),
                    on: newspaper.site)
            ) { newspaper.site.page(of: Refusal(.service(.storageFailed))) }, cache: .personal)
        #expect(Reply(response: response).text.contains("<code dir=\"ltr\">"))
    }

    @Test("Failed sign-ins carry digests that tell accounts and sources apart, and no address")
    func signIns() async throws {
        let log = RequestLogTests.WrittenLog()
        let newspaper = try await site(log)
        let attempts = [
            ("192.0.2.1", "admin@example.org"), ("192.0.2.1", "ADMIN@example.org "),
            ("192.0.2.9", "nobody@example.org"),
        ]
        for (address, email) in attempts {
            var browser = TestBrowser(newspaper)
            browser.address = address
            #expect(
                await browser.post("/sign-in", ["email": email, "password": "wrong"]).status
                    == 422)
        }
        let lines = log.lines.filter { $0.contains("sign-in refused") }
        let facts = lines.map { line in
            ["account", "source"].map { name in
                line.split(separator: " ").first { $0.hasPrefix("\(name)=") }.map(String.init) ?? ""
            }
        }
        #expect(facts.count == 3 && facts[0] == facts[1] && facts[0][0] != facts[2][0] && facts[0][1] != facts[2][1])
        for line in lines {
            #expect(line.contains("code=signIn.wrongPassword") && line.contains("request="))
            #expect(!line.contains("example.org") && !line.contains("192.0.2"))
        }
    }

    @Test("Identifiers do not repeat")
    func unique() {
        #expect(Set((0..<10_000).map { _ in RequestIdentifier.fresh() }).count == 10_000)
    }
}
