import Newsroom
import Testing

@testable import Web

@Suite("A writer changes a comment")
struct EditingTests {
    @Test("Within five minutes, by the browser that wrote it")
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

    @Test("Not after five minutes; what was typed comes back")
    func late() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Frist.")
        newspaper.clock.advance(300)
        #expect(await !writer.get(TestStories.bridgePath).text.contains("/comments/\(number)/edit"))
        #expect(await writer.get("/comments/\(number)/edit").status == 403)
        let reply = await writer.post("/comments/\(number)/edit", ["text": "First, and much more."])
        #expect(reply.status == 403)
        #expect(try reply.page().content(ofField: "text") == "First, and much more.")
        #expect(try await writer.get(TestStories.bridgePath).page().text.contains("Frist."))
    }

    @Test("Not by another browser, and not with a mark that somebody made")
    func stranger() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Mine.")
        let mark = try #require(writer.cookies["writer"])
        let token = mark.prefix { $0 != "." }
        var other = TestBrowser(newspaper)
        _ = await other.comment("Theirs.")
        let signature = other.cookies["writer"]?.split(separator: ".").last ?? ""
        let forged = [
            other.cookies["writer"], nil, "", String(token), "\(token).", "\(token).\(signature)", "\(token).\(token)",
            mark.uppercased(), mark + ".x",
        ]
        for cookie in forged {
            other.cookies["writer"] = cookie
            #expect(await other.get("/comments/\(number)/edit").status == 403)
            let reply = await other.post("/comments/\(number)/edit", ["text": "Theirs now."])
            #expect(reply.status == 403)
            #expect(!reply.text.contains("Mine."))
        }
        #expect(try await writer.get(TestStories.bridgePath).page().text.contains("Mine."))
    }

    @Test("Not once the desk has taken it down")
    func removed() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let number = await writer.commentNumber("Something vile.")
        _ = await writer.report(number)
        _ = await moderator.rule("uphold", on: 1)
        let reply = await writer.post("/comments/\(number)/edit", ["text": "Something nice."])
        #expect(reply.status == 403)
        #expect(!reply.text.contains("vile"))
        #expect(await !writer.get("/comments/\(number)/edit").text.contains("vile"))
    }

    @Test("A comment that waits for the desk can be changed too, and its writer lands where it is shown")
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

    @Test("A refused change comes back as it was typed")
    func refused() async throws {
        var writer = TestBrowser(try await TestSite())
        let number = await writer.commentNumber("A word.")
        let long = String(repeating: "b", count: 5_001)
        let reply = await writer.post("/comments/\(number)/edit", ["text": long])
        #expect(reply.status == 422)
        #expect(try reply.page().content(ofField: "text") == long)
    }
}
