import Database
import Foundation
import Newsroom
import PageCache
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Cached pages are current", .timeLimit(.minutes(5)))
struct FreshnessTests {
    private static let topics = "/topics/bridges"

    /// Every public page that is cached, with two comments on the first story.
    private static let pages =
        [
            "/", topics, "/topics", "/policy", "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt",
            TestStories.bridgePath, TestStories.bridgePath + "?order=newest", TestStories.bridgePath + "/comments/1",
            TestStories.bridgePath + "/comments/2", TestStories.bridgePath + "/comments/3",
            TestStories.bridgePath + "/versions", TestStories.bridgePath + "/versions/2",
            TestStories.bridgePath + "/pictures/1", TestStories.ferryPath, TestStories.kettlePath, "/comments/1/report",
            "/comments/2/report",
        ]

    /// Two sites on one database: one with a page cache, and one that renders every page again.
    private struct Pair {
        let newspaper: TestSite
        var kept: TestBrowser
        var anew: TestBrowser

        init() async throws {
            newspaper = try await TestSite { $0.commentsPerMinute = 0 }
            kept = TestBrowser(newspaper)
            anew = TestBrowser(try newspaper.another { $0.pagesMegabytes = 0 })
        }

        mutating func expectAlike(_ after: Comment) async {
            for path in FreshnessTests.pages {
                let (one, other) = (await kept.get(path), await anew.get(path))
                #expect(one.status == other.status, "\(path) after \(after)")
                #expect(one.bytes == other.bytes, "\(path) after \(after)")
                #expect(one.eTag == other.eTag, "\(path) after \(after)")
            }
        }
    }

    private typealias Comment = Testing.Comment

    @Test("After every kind of write, every page equals a fresh rendering at once")
    func everyWrite() async throws {
        var pair = try await Pair()
        let newspaper = pair.newspaper
        var writer = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        var admin = TestBrowser(newspaper, as: .admin)
        await pair.expectAlike("the beginning")
        _ = await writer.comment("A first word.")
        await pair.expectAlike("a comment")
        _ = await writer.comment("An answer.", parent: "1")
        await pair.expectAlike("a reply")
        _ = await writer.post("/comments/2/edit", ["text": "A better answer."])
        await pair.expectAlike("an edit")
        _ = await writer.report("2")
        await pair.expectAlike("a report")
        let revision = try await moderator.get("/desk/cases/1").page().content(ofField: "revision") ?? ""
        #expect(await moderator.rule("uphold", on: 1, revision: revision).status == 303)
        await pair.expectAlike("a ruling")
        #expect(await moderator.post("/desk/rulings/1/undo", [:]).status == 303)
        await pair.expectAlike("its undoing")
        #expect(await writer.post("/comments/1/delete", [:]).status == 303)
        await pair.expectAlike("a deletion by the author")
        for decision in ["close", "open"] {
            #expect(await admin.post("/desk/stories/1/discussion", ["decision": decision]).status == 303)
            await pair.expectAlike("a discussion: \(decision)")
            #expect(await admin.post("/desk/house/discussion", ["decision": decision]).status == 303)
            await pair.expectAlike("the site: \(decision)")
        }
    }

    @Test("Imported changes are on every page as soon as the process notices them")
    func wire() async throws {
        var pair = try await Pair()
        let newspaper = pair.newspaper
        await pair.expectAlike("the beginning")
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("one", "A bridge is long", version: 3), opening: "It was built.")
        }
        await pair.expectAlike("a version")
        let stories = newspaper.stories
        try await newspaper.writeFromElsewhere { tx in
            try tx.setGallery([], of: stories.bridge)
            try tx.relate([stories.ferry, stories.bridge])
        }
        await pair.expectAlike("another gallery")
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("four", "A fourth story"), opening: "It began.")
        }
        await pair.expectAlike("a new story")
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("five", "A fifth story", topics: [Topic(name: "Tides")]), opening: "It began.")
        }
        await pair.expectAlike("a new topic")
        try await TestStories.withdraw("five", in: newspaper)
        await pair.expectAlike("the end of a topic")
        try await TestStories.withdraw("three", in: newspaper)
        await pair.expectAlike("a withdrawal")
    }

    @Test("A commenter on one story gets the shared version of all other pages")
    func writer() async throws {
        let newspaper = try await TestSite()
        var (writer, reader) = (TestBrowser(newspaper), TestBrowser(newspaper))
        _ = await writer.comment("A word.")
        for path in [TestStories.bridgePath, TestStories.bridgePath + "/comments/1"] {
            #expect(await writer.get(path)["Cache-Control"] == "no-store", "\(path)")
        }
        for path in ["/", Self.topics, "/policy", TestStories.ferryPath, TestStories.bridgePath + "/versions"] {
            let (theirs, everyones) = (await writer.get(path), await reader.get(path))
            #expect(theirs.bytes == everyones.bytes && theirs.eTag == everyones.eTag, "\(path)")
            #expect(theirs["Cache-Control"] == everyones["Cache-Control"], "\(path)")
        }
    }

    @Test("A discussion that closes by age is closed on its cached page")
    func age() async throws {
        let newspaper = try await TestSite { $0.closing = ClosingRule(days: 14) }
        var reader = TestBrowser(newspaper)
        let open = await reader.get(TestStories.bridgePath)
        #expect(await reader.get(TestStories.bridgePath).bytes == open.bytes)
        newspaper.clock.advance(15 * 86_400)
        #expect(await reader.get(TestStories.bridgePath).bytes != open.bytes)
    }

    @Test("Popular pages are re-rendered and current before the commenter gets a response")
    func renewal() async throws {
        var pair = try await Pair()
        let store = pair.newspaper.site.store
        var writer = TestBrowser(pair.newspaper)
        for number in 1...3 {
            for _ in 1...3 { for path in ["/", TestStories.bridgePath] { _ = await pair.kept.get(path) } }
            let before = store.peek(TestStories.bridgePath)
            _ = await writer.comment("Word \(number).")
            let after = try #require(store.peek(TestStories.bridgePath))
            #expect(after !== before && after.asOf > (before?.asOf ?? 0))
            #expect(store.peek("/") != nil)
            await pair.expectAlike("a comment below what many read")
        }
    }

    @Test("After many simultaneous reads and writes, every page is current")
    func trafficSpike() async throws {
        let newspaper = try await TestSite(on: .file) { $0.commentsPerMinute = 0 }
        await withTaskGroup(of: Void.self) { people in
            for number in 0..<8 {
                people.addTask {
                    var writer = TestBrowser(newspaper)
                    for word in 1...5 { _ = await writer.comment("Word \(word) of \(number).") }
                }
                people.addTask {
                    var reader = TestBrowser(newspaper)
                    for _ in 1...40 { _ = await reader.get(TestStories.bridgePath) }
                }
            }
        }
        var (kept, anew) = (TestBrowser(newspaper), TestBrowser(try newspaper.another { $0.pagesMegabytes = 0 }))
        for path in [TestStories.bridgePath, "/"] { #expect(await kept.get(path).bytes == anew.get(path).bytes) }
        #expect(String(decoding: await kept.get(TestStories.bridgePath).bytes, as: UTF8.self).contains("Comments (40)"))
    }

    @Test("A comment invalidates the pages that show it, and no pages of other stories")
    func others() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        _ = await reader.get(TestStories.ferryPath)
        let kept = newspaper.site.store.page(TestStories.ferryPath, now: .noon)
        _ = await reader.get(TestStories.bridgePath)
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("A word.")
        #expect(newspaper.site.store.page(TestStories.bridgePath, now: .noon) == nil)
        #expect(kept != nil && newspaper.site.store.page(TestStories.ferryPath, now: .noon)?.asOf == kept?.asOf)
    }
}
