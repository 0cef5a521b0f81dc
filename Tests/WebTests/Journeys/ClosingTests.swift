import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Closing discussions", .timeLimit(.minutes(5)))
struct ClosingTests {
    @Test(
        "A comment posted after 14 days is returned with its text and the reason", arguments: TestedEngine.allCases)
    func age(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine) { $0.closing = ClosingRule(days: 14) }
        var reader = TestBrowser(newspaper)
        newspaper.clock.advance(14 * 86_400 - 1)
        let number = await reader.commentNumber("In time.")
        newspaper.clock.advance(1)
        let reply = await reader.comment("Too late, and *long*.")
        #expect(reply.status == 403)
        let page = try reply.page()
        #expect(page.content(ofField: "kept") == "Too late, and *long*.")
        #expect(page.text.contains("This discussion is closed, so we did not publish your comment."))
        #expect(page.text.contains("In time."))
        let answer = await reader.comment("A late answer.", parent: number)
        #expect(answer.status == 403)
        #expect(try answer.page().content(ofField: "kept") == "A late answer.")
        let story = try await reader.get(TestStories.bridgePath).page()
        #expect(story.content(ofField: "text") == nil)
        #expect(try await newspaper.faults() == [])
    }

    @Test("An editor closes and opens a discussion, with a reason that readers see")
    func editor() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        let number = await reader.commentNumber("A word.")
        let reply = await editor.post(
            "/desk/stories/1/discussion", ["decision": "close", "reason": "The inquest is running."])
        #expect(reply.location == "/desk/stories/1")
        for path in [TestStories.bridgePath, TestStories.bridgePath + "/comments/\(number)"] {
            let page = try await reader.get(path).page()
            #expect(page.text.contains("The inquest is running."), "\(path)")
            #expect(page.content(ofField: "text") == nil)
        }
        #expect(await reader.comment("A late word.").status == 403)
        #expect(await reader.comment("Elsewhere.", on: TestStories.ferryPath).status == 303)
        _ = await editor.post("/desk/stories/1/discussion", ["decision": "open"])
        #expect(await reader.comment("A word again.").status == 303)
        #expect(try await newspaper.faults() == [])
    }

    @Test("An admin closes all discussions, and opening one story does not override that")
    func wholeSite() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var admin = TestBrowser(newspaper, as: .admin)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await admin.post("/desk/house/discussion", ["decision": "close"]).location == "/desk")
        _ = await editor.post("/desk/stories/1/discussion", ["decision": "open"])
        #expect(await reader.comment("A word.").status == 403)
        #expect(await editor.post("/desk/house/discussion", ["decision": "open"]).status == 403)
        _ = await admin.post("/desk/house/discussion", ["decision": "open"])
        #expect(await reader.comment("A word.").status == 303)
    }

    @Test("An invalid decision, an overlong reason and an unknown story are refused")
    func refused() async throws {
        var editor = TestBrowser(try await TestSite(), as: .editor)
        #expect(await editor.post("/desk/stories/1/discussion", ["decision": "burn"]).status == 422)
        #expect(await editor.post("/desk/stories/1/discussion", [:]).status == 422)
        let long = String(repeating: "a", count: 501)
        #expect(await editor.post("/desk/stories/1/discussion", ["decision": "close", "reason": long]).status == 422)
        #expect(await editor.post("/desk/stories/99/discussion", ["decision": "close"]).status == 404)
    }

    @Test("A comment on a story that has been withdrawn is returned with its text")
    func withdrawn() async throws {
        let newspaper = try await TestSite()
        try await TestStories.withdraw("three", in: newspaper)
        var reader = TestBrowser(newspaper)
        let reply = await reader.comment("A long word.", on: TestStories.kettlePath)
        #expect(reply.status == 410)
        #expect(try reply.page().content(ofField: "kept") == "A long word.")
    }
}
