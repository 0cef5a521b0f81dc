import Newsroom
import Operations
import PageCache
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("The navigation of topics", .timeLimit(.minutes(5)))
struct TopicNavigationTests {
    private static let pages = [
        "/", "/policy", "/topics/bridges", TestStories.bridgePath, TestStories.bridgePath + "/versions", "/nothing",
    ]

    private func publish(_ guid: String, _ topic: String, in newspaper: TestSite) async throws {
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test(guid, "Story \(guid)", topics: [Topic(name: topic)]), opening: "")
        }
    }

    @Test("A new topic is on every cached page at once, and on pages of refusals")
    func appears() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for path in Self.pages { _ = await reader.get(path) }
        try await publish("new", "Tides", in: newspaper)
        for path in Self.pages {
            let html = await reader.get(path).text
            #expect(html.contains("<nav aria-label=\"Topics\">"), "\(path)")
            #expect(html.contains("<a href=\"/topics/tides\">Tides</a>"), "\(path)")
        }
        try await TestStories.withdraw("new", in: newspaper)
        for path in Self.pages { #expect(!(await reader.get(path).text.contains("/topics/tides")), "\(path)") }
    }

    @Test("A story under known topics invalidates no page of another story")
    func keeps() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        _ = await reader.get(TestStories.ferryPath)
        let kept = try #require(newspaper.site.store.peek(TestStories.ferryPath))
        try await publish("new", "Bridges", in: newspaper)
        #expect(newspaper.site.store.peek(TestStories.ferryPath) === kept)
        try await publish("other", "Tides", in: newspaper)
        #expect(newspaper.site.store.peek(TestStories.ferryPath) == nil)
    }

    @Test("Another process on the same database shows the new topic as soon as it notices the change")
    func elsewhere() async throws {
        let newspaper = try await TestSite()
        let other = try newspaper.another()
        var reader = TestBrowser(other)
        _ = await reader.get(TestStories.bridgePath)
        try await publish("new", "Tides", in: newspaper)
        await other.changes.catchUp()
        #expect(await reader.get(TestStories.bridgePath).text.contains("/topics/tides"))
        #expect(await reader.get("/nothing").text.contains("/topics/tides"))
    }

    @Test("The page of all topics counts the stories that readers find")
    func all() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        #expect(await reader.get("/topics").text.contains("Bridges</a> <span class=\"count\">3 stories</span>"))
        try await TestStories.withdraw("three", in: newspaper)
        #expect(await reader.get("/topics").text.contains("Bridges</a> <span class=\"count\">2 stories</span>"))
    }
}
