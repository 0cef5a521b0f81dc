import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Removed content is gone from every page", .timeLimit(.minutes(5)))
struct AbsenceTests {
    @Test(
        "A removed comment leaves a line and its replies, but none of its words", arguments: TestedEngine.allCases)
    func removed(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var writer = TestBrowser(newspaper)
        var reader = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let number = await writer.commentNumber("Something vile.", name: "Somebody vile")
        let answer = await reader.commentNumber("An answer.", parent: number)
        _ = await reader.report(number)
        _ = await moderator.rule("uphold", on: 1, sentence: "A word to the writer.")
        for (path, page) in await reader.allPages(comments: [number, answer]) {
            for word in ["Something vile", "Somebody vile", "A word to the writer"] {
                #expect(!page.contains(word), "\(path) reveals \(word)")
            }
        }
        let story = await reader.get(TestStories.bridgePath)
        #expect(story.text.contains("Comments (1)") && story.text.contains("\"commentCount\":1"))
        #expect(story.text.contains("An answer."))
        for (path, page) in await writer.allPages(comments: [number]) {
            #expect(!page.contains("Something vile"), "\(path) shows it to the commenter")
        }
        #expect(await reader.comment("Another answer.", parent: number).status == 404)
        reader.address = "192.0.2.3"
        #expect(await reader.report(number).status == 409)
        #expect(try await newspaper.faults() == [])
    }

    @Test("A withdrawn story is gone from every list, and its address gets 410", arguments: TestedEngine.allCases)
    func withdrawn(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("About the kettle.", on: TestStories.kettlePath)
        var stranger = TestBrowser(newspaper)
        stranger.address = "192.0.2.4"
        #expect(await stranger.get("/").text.contains(TestStories.kettleHeadline))
        try await TestStories.withdraw("three", in: newspaper)
        let below = ["", "/versions", "/versions/1", "/pictures/1", "/comments/\(number)", "/comments/999"]
        for path in below.map({ TestStories.kettlePath + $0 }) + [
            "/stories/3", "/stories/3/a-kettle-sings?order=newest",
        ] {
            let reply = await stranger.get(path)
            #expect(reply.status == 410, "\(path)")
            #expect((reply["Cache-Control"] == "no-store") == (path != TestStories.kettlePath), "\(path)")
            #expect(!reply.text.contains("kettle"), "\(path)")
        }
        for (path, page) in await stranger.allPages(comments: [number]) {
            #expect(!page.contains(TestStories.kettleHeadline) && !page.contains("About the kettle"), "\(path)")
            #expect(!page.contains("a-kettle-sings"), "\(path)")
        }
        #expect(await stranger.comment("Late.", on: TestStories.kettlePath).status == 410)
    }

    @Test("No page for readers contains text for the desk")
    func deskOnly() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        reader.address = "192.0.2.5"
        _ = await reader.comment("A word.", email: "writer@secret.example")
        _ = await reader.post(
            "/comments/1/report", ["clause": "abuse", "text": "My secret note.", "email": "reporter@secret.example"])
        var stranger = TestBrowser(newspaper)
        for (path, page) in await stranger.allPages(comments: ["1"]) {
            for word in ["secret", "NO ARCHIVAL USE", "example.org"] {
                #expect(!page.contains(word), "\(path) reveals \(word)")
            }
        }
    }
}

extension TestBrowser {
    /// Every page that a visitor can get.
    mutating func allPages(comments: [String]) async -> [String: String] {
        var pages = await publicPages()
        for comment in comments {
            for path in [
                "/comments/\(comment)/report", "/comments/\(comment)/edit",
                TestStories.bridgePath + "/comments/\(comment)",
                TestStories.kettlePath + "/comments/\(comment)",
            ] { pages[path] = await get(path).text }
        }
        return pages
    }
}
