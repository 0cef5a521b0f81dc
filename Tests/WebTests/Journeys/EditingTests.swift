import Newsroom
import Testing

@testable import Web

@Suite("Editing comments", .timeLimit(.minutes(5)))
struct EditingTests {
    @Test("The browser that wrote a comment can edit it for 5 minutes")
    func change() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Frist.")
        #expect(await writer.get(TestStories.bridgePath).text.contains("/comments/\(number)/edit"))
        #expect(try await writer.get("/comments/\(number)/edit").page().content(ofField: "text") == "Frist.")
        newspaper.clock.advance(299)
        let reply = await writer.post("/comments/\(number)/edit", ["text": "First."])
        #expect(reply.status == 303)
        let page = try await writer.follow(reply).page()
        #expect(page.text.contains("First.") && !page.text.contains("Frist."))
    }

    @Test("A held comment can be edited, and the commenter returns to the place where it is shown")
    func held() async throws {
        let newspaper = try await TestSite { $0.holdsUnknownNames = true }
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("Frist.")
        let reply = await writer.post("/comments/1/edit", ["text": "First."])
        #expect(reply.status == 303)
        let page = await writer.follow(reply)
        #expect(page.status == 200)
        #expect(page.text.contains("First."))
    }

    @Test("A refused edit is returned as it was typed")
    func refused() async throws {
        var writer = TestBrowser(try await TestSite())
        let number = await writer.commentNumber("A word.")
        let long = String(repeating: "b", count: 5_001)
        let reply = await writer.post("/comments/\(number)/edit", ["text": long])
        #expect(reply.status == 422)
        #expect(try reply.page().content(ofField: "text") == long)
    }

    @Test("An edit in one window does not overwrite one in another, and both texts are shown")
    func twoWindows() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Frist.")
        let first = try await writer.get("/comments/\(number)/edit").page().content(ofField: "revision") ?? ""
        #expect(await writer.post("/comments/\(number)/edit", ["text": "First.", "revision": first]).status == 303)
        for nonsense in ["x", "٣", "99999999999999999999"] {
            let reply = await writer.post("/comments/\(number)/edit", ["text": "Second.", "revision": nonsense])
            #expect(reply.status == 409)
        }
        let reply = await writer.post("/comments/\(number)/edit", ["text": "Second.", "revision": first])
        #expect(reply.status == 409)
        let page = try reply.page()
        #expect(page.content(ofField: "text") == "Second." && page.text.contains("First."))
        let second = page.content(ofField: "revision") ?? ""
        #expect(await writer.post("/comments/\(number)/edit", ["text": "Second.", "revision": second]).status == 303)
        #expect(try await writer.get(TestStories.bridgePath).page().text.contains("Second."))
    }

    @Test("Edits have a limit of their own, and the desk shows earlier texts")
    func limited() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("0")
        _ = await writer.report(number)
        for text in 1...5 {
            #expect(await writer.post("/comments/\(number)/edit", ["text": "Text \(text)."]).status == 303)
        }
        let reply = await writer.post("/comments/\(number)/edit", ["text": "Text 6."])
        #expect(reply.status == 429 && reply["Retry-After"] == "60")
        #expect(try reply.page().content(ofField: "text") == "Text 6.")
        #expect(await writer.comment("A comment of its own.").status == 303)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let queue = await moderator.get("/desk/queue").text
        #expect(queue.contains("Text 5.") && !queue.contains("Text 4."))
        let deskCase = await moderator.get("/desk/cases/1").text
        for text in ["Text 1.", "Text 4.", "Text 5."] { #expect(deskCase.contains(text)) }
    }

    @Test("A comment that the desk published is held again when the commenter edits it")
    func heldAgain() async throws {
        let newspaper = try await TestSite { $0.holdsUnknownNames = true }
        var writer = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await writer.comment("Nice.")
        #expect(await moderator.rule("approve", on: 1).status == 303)
        var reader = TestBrowser(newspaper)
        #expect(await reader.get(TestStories.bridgePath).text.contains("Nice."))
        let reply = await writer.post("/comments/1/edit", ["text": "Vile."])
        #expect(reply.status == 303)
        #expect(await writer.follow(reply).text.contains("Vile."))
        let page = await reader.get(TestStories.bridgePath).text
        #expect(!page.contains("Vile.") && !page.contains("Nice."))
        #expect(await moderator.get("/desk/queue").text.contains("Vile."))
        #expect(try await newspaper.faults() == [])
    }
}
