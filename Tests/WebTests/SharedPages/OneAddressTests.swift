import Database
import Foundation
import Newsroom
import PageCache
import Storage
import Testing

@testable import Web

@Suite("A page is cached under one address", .timeLimit(.minutes(5)))
struct OneAddressTests {
    private static let versions = TestStories.bridgePath + "/versions"

    /// Gets these paths, and expects that none of them adds a page to the cache.
    private func visit(_ paths: [String], in newspaper: TestSite) async -> [Reply] {
        var reader = TestBrowser(newspaper)
        let pages = newspaper.site.store.size.pages
        var replies: [Reply] = []
        for path in paths {
            replies.append(await reader.get(path))
            #expect(newspaper.site.store.size.pages == pages, "\(path)")
        }
        return replies
    }

    @Test("A comparison of two versions has one address")
    func versions() async throws {
        let newspaper = try await TestSite()
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("one", "A bridge opens", version: 3), opening: "It began.")
        }
        let needless = await visit(
            ["2?since=1", "3?since=2", "9?since=8"].map { "\(Self.versions)/\($0)" }, in: newspaper)
        #expect(needless.map(\.status) == [308, 308, 308])
        #expect(needless.map(\.location) == ["2", "3", "9"].map { "\(Self.versions)/\($0)" })
        let none = [
            "1?since=1", "1?since=5", "1?since=987654321", "2?since=2", "2?since=3", "3?since=0", "3?since=01",
            "3?since=", "3?since=x", "3?since=-1", "9", "9?since=1", "01?since=1",
        ]
        for reply in await visit(none.map { "\(Self.versions)/\($0)" }, in: newspaper) { #expect(reply.status == 404) }
        var reader = TestBrowser(newspaper)
        for path in ["1", "2", "3", "3?since=1"] {
            #expect(await reader.get("\(Self.versions)/\(path)").status == 200)
            #expect(newspaper.site.store.peek("\(Self.versions)/\(path)") != nil)
        }
    }

    @Test(
        "A slug in another Unicode normal form redirects to the right one, and a topic in such a form gets 404"
    )
    func normalForms() async throws {
        let headline = "\u{E9}t\u{E9} \u{625}\u{646}"
        let newspaper = try await TestSite()
        try await newspaper.writeFromElsewhere { tx in
            let incoming = IncomingStory.test(
                "four", headline, topics: [Topic(slug: Slug(stored: headline), name: headline)])
            _ = try tx.publish(incoming, opening: "It began.")
        }
        var reader = TestBrowser(newspaper)
        let right = try #require(await reader.get("/stories/4").location)
        let slug = try #require(right.split(separator: "/").last.flatMap { String($0).removingPercentEncoding })
        #expect(!slug.decomposedStringWithCanonicalMapping.utf8.elementsEqual(slug.utf8))
        let topic = TestBrowser.segment(headline)
        for path in [right, right + "/versions", "/topics/\(topic)"] { #expect(await reader.get(path).status == 200) }
        for other in [slug.decomposedStringWithCanonicalMapping, slug.precomposedStringWithCanonicalMapping]
        where !other.utf8.elementsEqual(slug.utf8) {
            for written in [other, TestBrowser.segment(other)] {
                let replies = await visit(["/stories/4/\(written)", "/stories/4/\(written)/versions"], in: newspaper)
                #expect(replies.map(\.status) == [308, 308])
                #expect(replies.map(\.location) == [right, right + "/versions"])
            }
        }
        let decomposed = headline.decomposedStringWithCanonicalMapping
        #expect(!decomposed.utf8.elementsEqual(headline.utf8))
        for reply in await visit(["/topics/\(TestBrowser.segment(decomposed))"], in: newspaper) {
            #expect(reply.status == 404)
        }
    }

    @Test("A list may begin at any key, and is cached only if the key is an entry of the list")
    func lists() async throws {
        let newspaper = try await TestSite()
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(
                .test("four", "A kettle is mended", topics: [Topic(name: "Kettles")]), opening: "It began.")
        }
        func key(_ number: Int64) -> PageKey { PageKey(milliseconds: Date.noon.milliseconds, number: number) }
        var reader = TestBrowser(newspaper)
        for path in ["/?after=\(key(4))", "/?after=\(key(2))", "/topics/bridges?after=\(key(2))", "/topics/kettles"] {
            #expect(await reader.get(path).status == 200)
            #expect(newspaper.site.store.peek(path) != nil, "\(path)")
        }
        let others = [
            "/topics/bridges?after=\(key(4))", "/topics/kettles?after=\(key(2))", "/topics/kettles?after=\(key(9))",
            "/topics/bridges?after=1-1", "/?after=\(key(9))", "/?after=1-1",
        ]
        for reply in await visit(others, in: newspaper) { #expect(reply.status == 200) }
    }

    @Test("Replies to a reply are paged at its own address, and other keys are not cached")
    func answers() async throws {
        let newspaper = try await TestSite {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var reader = TestBrowser(newspaper)
        let first = await reader.commentNumber("A question?")
        let answer = await reader.commentNumber("An answer.", parent: first)
        let beside = await reader.commentNumber("Another answer.", parent: first)
        for number in 1...120 { _ = await reader.comment("Word \(number).", parent: answer) }
        var stranger = TestBrowser(newspaper)
        var seen: Set<String> = []
        var path: String? = TestStories.bridgePath + "/comments/\(answer)"
        while let here = path, !Task.isCancelled {
            let page = try await stranger.get(here).page()
            #expect(newspaper.site.store.peek(here) != nil)
            seen.formUnion(page.elements.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix("comment-") })
            path = page.elements.first { $0.attributes["rel"] == "next" }?.attributes["href"]
        }
        #expect(seen.count == 122)
        let keys = try await newspaper.database.read { tx in
            try [first, answer, beside].compactMap { try Comment.ID(path: $0).flatMap(tx.comment)?.key }
        }
        #expect(keys.count == 3)
        _ = await visit(keys.map { "\(TestStories.bridgePath)/comments/\(answer)?after=\($0)" }, in: newspaper)
    }

    @Test("A story whose headline takes many bytes has a page too", arguments: ["क्षत्रिय ", "ประชาธิปไตย ", "👩‍👩‍👧‍👦ก "])
    func longSlug(word: String) async throws {
        let newspaper = try await TestSite()
        let headline = String(repeating: word, count: 40)
        let story = try await newspaper.database.write { tx in
            try tx.publish(.test("long", headline), opening: "It began.").story
        }
        var reader = TestBrowser(newspaper)
        let moved = await reader.get("/stories/\(story)")
        #expect(moved.status == 308)
        #expect(await reader.follow(moved).status == 200)
    }
}
