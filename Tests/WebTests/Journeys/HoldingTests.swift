import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Held comments", .timeLimit(.minutes(5)))
struct HoldingTests {
    private func holding(_ engine: TestedEngine = .standard) async throws -> TestSite {
        try await TestSite(on: engine) { $0.holdsUnknownNames = true }
    }

    @Test("A held comment is shown only to the commenter, on the story's page", arguments: TestedEngine.allCases)
    func writer(engine: TestedEngine) async throws {
        let newspaper = try await holding(engine)
        var writer = TestBrowser(newspaper)
        let reply = await writer.comment("I wait here.")
        #expect(reply.status == 303)
        #expect(reply.location == TestStories.bridgePath + "#held")
        let own = await writer.follow(reply)
        #expect(own.text.contains("I wait here."))
        #expect(own["Cache-Control"] == "no-store")
        #expect(await writer.get(TestStories.bridgePath + "/comments/1").status == 404)
        #expect(await !writer.get(TestStories.ferryPath).text.contains("I wait here."))
    }

    @Test("A held comment changes no public page, feed, count or validator")
    func others() async throws {
        let newspaper = try await holding()
        var other = TestBrowser(newspaper)
        let before = await other.publicPages()
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("I wait here.", name: "Somebody unknown")
        let after = await other.publicPages()
        #expect(after == before)
        for path in ["/comments/1/report", "/comments/1/edit", TestStories.bridgePath + "/comments/1"] {
            let reply = await other.get(path)
            #expect([403, 404].contains(reply.status), "\(path)")
            #expect(!reply.text.contains("I wait") && !reply.text.contains("Somebody unknown"))
        }
        #expect(await other.report("1").status == 404)
        #expect(await other.comment("An answer.", parent: "1").status == 404)
    }

    @Test("A published comment is shown to everyone, and its name is known from then on")
    func approved() async throws {
        let newspaper = try await holding()
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("I wait here.")
        var moderator = TestBrowser(newspaper, as: .moderator)
        #expect(await moderator.get("/desk/queue?view=held").text.contains("I wait here."))
        #expect(await moderator.rule("approve", on: 1, clause: "").status == 303)
        var other = TestBrowser(newspaper)
        #expect(try await other.get(TestStories.bridgePath).page().text.contains("Comments (1)"))
        #expect(await other.get(TestStories.bridgePath + "/comments/1").status == 200)
        #expect(await writer.comment("And I go on.").location?.hasSuffix("#comment-2") == true)
        #expect(try await newspaper.faults() == [])
    }
}

extension TestBrowser {
    /// The public pages, with their validators.
    mutating func publicPages() async -> [String: String] {
        var pages: [String: String] = [:]
        for path in [
            "/", "/topics/bridges", TestStories.bridgePath, TestStories.bridgePath + "?order=newest",
            TestStories.ferryPath,
            TestStories.kettlePath, TestStories.bridgePath + "/versions", TestStories.bridgePath + "/pictures/1",
            "/feed.xml",
            "/feed.json", "/sitemap.xml", "/robots.txt", "/policy",
        ] {
            let reply = await get(path)
            pages[path] = "\(reply.status) \(reply.eTag ?? "") \(reply.text)"
        }
        return pages
    }
}
