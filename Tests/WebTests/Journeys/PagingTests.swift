import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Pages of long discussions", .timeLimit(.minutes(5)))
struct PagingTests {
    private func discussion(of count: Int) async throws -> TestBrowser {
        let newspaper = try await TestSite {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var reader = TestBrowser(newspaper)
        for number in 1...count {
            // Some have the same millisecond, so their numbers determine the order.
            if number.isMultiple(of: 3) { newspaper.clock.advance(0.001) }
            _ = await reader.comment("Word \(number).")
        }
        return TestBrowser(newspaper)
    }

    @Test("Every thread is on exactly one page, in either order", arguments: ["oldest", "newest"])
    func threads(order: String) async throws {
        var reader = try await discussion(of: 120)
        var seen: [Int] = []
        var pages = 0
        var path: String? = TestStories.bridgePath + "?order=\(order)"
        while let here = path, !Task.isCancelled {
            let page = try await reader.get(here).page()
            seen += page.elements.compactMap { element in
                element.attributes["id"].flatMap { $0.hasPrefix("comment-") ? Int($0.dropFirst(8)) : nil }
            }
            path = page.elements.first { $0.attributes["rel"] == "next" }?.attributes["href"].map {
                String($0.prefix { $0 != "#" })
            }
            pages += 1
        }
        #expect(pages == 3)
        #expect(seen == (order == "oldest" ? Array(1...120) : Array((1...120).reversed())))
    }

    @Test("Later comments do not move threads between pages")
    func stable() async throws {
        var reader = try await discussion(of: 60)
        let first = try await reader.get(TestStories.bridgePath).page()
        let next = try #require(first.elements.first { $0.attributes["rel"] == "next" }?.attributes["href"]).prefix {
            $0 != "#"
        }
        let before = try await reader.get(String(next)).page().skeleton
        var writer = TestBrowser(reader.site)
        _ = await writer.comment("One more.")
        let after = try await reader.get(String(next)).page().skeleton
        #expect(after.count > before.count && after.starts(with: before.prefix(20)))
        #expect(try await reader.get(TestStories.bridgePath).page().elements.count { $0.name == "article" } == 51)
    }

    @Test("A thread of more than 100 replies continues on its own page")
    func answers() async throws {
        let newspaper = try await TestSite {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var reader = TestBrowser(newspaper)
        let first = await reader.commentNumber("A question?")
        for number in 1...130 { _ = await reader.comment("Answer \(number).", parent: first) }
        let story = try await reader.get(TestStories.bridgePath).page()
        #expect(story.addresses.contains("/stories/1/a-bridge-opens/comments/\(first)"))
        var seen: Set<String> = []
        var path: String? = TestStories.bridgePath + "/comments/\(first)"
        while let here = path, !Task.isCancelled {
            let page = try await reader.get(here).page()
            seen.formUnion(page.elements.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix("comment-") })
            path = page.elements.first { $0.attributes["rel"] == "next" }?.attributes["href"]
        }
        #expect(seen.count == 131)
        #expect(try await newspaper.faults() == [])
    }

    @Test(
        "An invalid order or key gets 404",
        arguments: [
            "?order=random", "?order=", "?after=", "?after=x", "?after=1", "?after=1-2-3", "?after=-1-2",
            "?after=99999999999999999-1",
            "?after=1-1%00", "?after=%27%20OR%201=1",
        ])
    func nonsense(query: String) async throws {
        var reader = TestBrowser(try await TestSite())
        #expect(await reader.get(TestStories.bridgePath + query).status == 404)
    }

    @Test("A wrong slug redirects to the right address with its valid parameters")
    func slug() async throws {
        var reader = TestBrowser(try await TestSite())
        #expect(await reader.get("/stories/1").location == "/stories/1/a-bridge-opens")
        #expect(
            await reader.get("/stories/1/wrong?order=newest&evil=1").location
                == "/stories/1/a-bridge-opens?order=newest")
        #expect(await reader.get("/stories/1/wrong/pictures/1").location == "/stories/1/a-bridge-opens/pictures/1")
        let hostile = await reader.get("/stories/1/%0d%0aSet-Cookie:%20a=b/comments/%0d%0aX:y?after=%0d%0a")
        let location = try #require(hostile.location)
        #expect(location.hasPrefix("/stories/1/a-bridge-opens") && location.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
}
