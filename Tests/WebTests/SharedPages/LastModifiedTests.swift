import Database
import Foundation
import HTTPServer
import Newsroom
import Pages
import Storage
import Testing

@testable import Web

@Suite("The Last-Modified date of a page changes with its content", .timeLimit(.minutes(5)))
struct LastModifiedTests {
    private static let pages = [
        "/", "/topics/bridges", "/policy", "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt",
        TestStories.bridgePath, TestStories.bridgePath + "?order=newest", TestStories.bridgePath + "/comments/1",
        TestStories.bridgePath + "/versions", TestStories.bridgePath + "/versions/2",
        TestStories.bridgePath + "/pictures/1", TestStories.ferryPath, TestStories.kettlePath, "/comments/1/report",
        "/assets/\(Assets.stylesheet.name)", "/pictures/\(TestStories.rendition)",
    ]

    /// A reader who knows the earlier pages, and returns one minute after each change.
    private struct Returning {
        let newspaper: TestSite
        private var reader: TestBrowser
        private var known: [String: Reply] = [:]

        init(_ newspaper: TestSite) async {
            self.newspaper = newspaper
            reader = TestBrowser(newspaper)
            for path in pages { known[path] = await reader.get(path) }
            newspaper.clock.advance(60)
        }

        /// Gets all pages again, and returns the paths of those that have changed.
        mutating func comeAgain() async -> [String] {
            var changed: [String] = []
            for path in pages {
                let reply = await reader.get(path)
                let date = reply["Last-Modified"]
                #expect(date != nil, "\(path)")
                if reply.bytes != known[path]?.bytes {
                    changed.append(path)
                    #expect(date == newspaper.clock.now.httpDate && date != known[path]?["Last-Modified"], "\(path)")
                }
                known[path] = reply
            }
            newspaper.clock.advance(60)
            return changed
        }
    }

    @Test("Comments, rulings and decisions on discussions change the date")
    func people() async throws {
        let newspaper = try await TestSite { $0.commentsPerMinute = 0 }
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("A first word.")
        var (moderator, admin) = (TestBrowser(newspaper, as: .moderator), TestBrowser(newspaper, as: .admin))
        var reader = await Returning(newspaper)
        #expect(await reader.comeAgain().isEmpty)
        _ = await writer.comment("Another word.")
        #expect(await reader.comeAgain().contains("/"))
        _ = await writer.report("1")
        _ = await moderator.rule("uphold", on: 1)
        #expect(await reader.comeAgain().contains(TestStories.bridgePath))
        for decision in ["close", "open"] {
            _ = await admin.post("/desk/stories/1/discussion", ["decision": decision])
            #expect(await reader.comeAgain().contains(TestStories.bridgePath))
            _ = await admin.post("/desk/house/discussion", ["decision": decision])
            #expect(await reader.comeAgain().contains(TestStories.ferryPath))
        }
    }

    @Test("Versions, new stories and withdrawals change the date")
    func wire() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("A first word.")
        var reader = await Returning(newspaper)
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("one", "A bridge opens", version: 3), opening: "It was built.")
        }
        let updated = await reader.comeAgain()
        for path in ["/", "/feed.xml", "/feed.json", "/sitemap.xml"] { #expect(updated.contains(path)) }
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("four", "A fourth story"), opening: "It began.")
        }
        #expect(await reader.comeAgain().contains("/feed.xml"))
        try await TestStories.withdraw("three", in: newspaper)
        let withdrawn = await reader.comeAgain()
        for path in ["/", "/feed.xml", "/feed.json", "/sitemap.xml", TestStories.kettlePath] {
            #expect(withdrawn.contains(path))
        }
    }

    @Test("A discussion that closes by age changes the date")
    func age() async throws {
        let newspaper = try await TestSite { $0.closing = ClosingRule(days: 14) }
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("A first word.")
        var reader = await Returning(newspaper)
        newspaper.clock.advance(15 * 86_400)
        #expect(await reader.comeAgain().contains(TestStories.bridgePath))
    }
}
