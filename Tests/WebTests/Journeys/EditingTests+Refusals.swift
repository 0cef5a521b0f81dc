import Newsroom
import Testing

@testable import Web

extension EditingTests {
    @Test("An edit after 5 minutes is refused and its text is returned")
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

    @Test("Another browser cannot edit the comment, even with a forged cookie")
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

    @Test("A removed comment cannot be edited")
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

    @Test(
        "An edit is refused once the discussion is closed, by an editor, by age or for the whole site",
        arguments: [0, 1, 2])
    func closed(way: Int) async throws {
        let newspaper = try await TestSite { $0.closing = ClosingRule(days: 14) }
        newspaper.clock.advance(14 * 86_400 - 10)
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Frist.")
        let session = try await newspaper.session(of: .admin)
        var admin = TestBrowser(newspaper)
        admin.cookies["session"] = session
        switch way {
        case 0: #expect(await admin.post("/desk/stories/1/discussion", ["decision": "close"]).status == 303)
        case 1: #expect(await admin.post("/desk/house/discussion", ["decision": "close"]).status == 303)
        default: newspaper.clock.advance(20)
        }
        #expect(await !writer.get(TestStories.bridgePath).text.contains("/comments/\(number)/edit"))
        #expect(await writer.get("/comments/\(number)/edit").status == 403)
        let reply = await writer.post("/comments/\(number)/edit", ["text": "First."])
        #expect(reply.status == 403)
        #expect(try reply.page().content(ofField: "text") == "First.")
        #expect(try await writer.get(TestStories.bridgePath).page().text.contains("Frist."))
    }

    @Test("An edit is refused once the story is withdrawn")
    func withdrawn() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Frist.")
        try await TestStories.withdraw("one", in: newspaper)
        #expect(await writer.get("/comments/\(number)/edit").status == 410)
        let reply = await writer.post("/comments/\(number)/edit", ["text": "First."])
        #expect(reply.status == 410 && reply.text.contains("First."))
    }

    @Test("A stranger cannot tell a held comment from a missing one")
    func heldOrMissing() async throws {
        let newspaper = try await TestSite { $0.holdsUnknownNames = true }
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("Held.")
        for method in ["edit", "report"] {
            var pages: [String] = []
            for number in ["1", "99"] {
                var stranger = TestBrowser(newspaper)
                let page = await stranger.get("/comments/\(number)/\(method)")
                let reply = await stranger.post(
                    "/comments/\(number)/\(method)", ["text": "Mine.", "clause": "abuse", "email": ""])
                #expect(page.status == 404 && reply.status == 404)
                pages.append(page.text + reply.text)
            }
            #expect(pages[0] == pages[1])
        }
        #expect(await writer.get("/comments/1/edit").status == 200)
    }
}
