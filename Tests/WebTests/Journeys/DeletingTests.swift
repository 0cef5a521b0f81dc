import Database
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Deleting one's own comments", .timeLimit(.minutes(5)))
struct DeletingTests {
    static let path = TestStories.bridgePath

    @Test(
        "The browser that wrote a comment deletes it within 5 minutes, and its replies stay",
        arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (writer, reader) = (TestBrowser(newspaper), TestBrowser(newspaper))
        let number = await writer.commentNumber("Words of mine about zebras.", name: "Somebody shy")
        let answer = await reader.commentNumber("An answer.\n\n> Words of mine", parent: number)
        newspaper.clock.advance(299)
        #expect(await writer.get(Self.path).text.contains("href=\"/comments/\(number)/delete\">Delete</a>"))
        #expect(await !reader.get(Self.path).text.contains("/comments/\(number)/delete"))
        let form = await writer.get("/comments/\(number)/delete")
        #expect(form.status == 200 && form["Cache-Control"] == "no-store")
        #expect(form.text.contains("zebras") && form.text.contains(">Delete comment</button>"))
        let deleted = await writer.post("/comments/\(number)/delete", [:])
        #expect(deleted.status == 303 && deleted.location == "/comments/\(number)/delete")
        #expect(await writer.follow(deleted).text.contains("Your comment is removed"))
        let again = await writer.post("/comments/\(number)/delete", [:])
        #expect(again.status == 303 && again.location == deleted.location)

        for (path, page) in await reader.allPages(comments: [number, answer]) {
            #expect(!page.contains("Somebody shy") && !page.contains("zebras"), "\(path)")
        }
        for (path, page) in await writer.allPages(comments: [number]) {
            #expect(!page.contains("Somebody shy") && !page.contains("zebras"), "\(path)")
        }
        let story = await reader.get(Self.path).text
        #expect(story.contains("This comment was removed by its author.") && story.contains("An answer."))
        #expect(story.contains("Comments (1)") && story.contains("\"commentCount\":1"))
        #expect(story.contains("<blockquote>"), "a quotation in another comment stays")
        #expect(await writer.get(Self.path).text.contains("value=\"\""), "the form no longer knows the name")
        #expect(try await newspaper.faults() == [])
    }

    @Test("A deleted comment is not edited, reported or answered")
    func final() async throws {
        let newspaper = try await TestSite()
        var (writer, reader) = (TestBrowser(newspaper), TestBrowser(newspaper))
        let number = await writer.commentNumber("Words of mine.")
        #expect(await writer.post("/comments/\(number)/delete", [:]).status == 303)
        #expect(await writer.get("/comments/\(number)/edit").status == 403)
        #expect(await writer.post("/comments/\(number)/edit", ["text": "Back."]).status == 403)
        #expect(await reader.report(number).status == 409)
        #expect(await reader.get("/comments/\(number)/report").text.contains("already been removed"))
        #expect(await reader.comment("An answer.", parent: number).status == 404)
        #expect(await reader.get("\(Self.path)/comments/\(number)").text.contains("removed by its author"))
        #expect(await writer.commentNumber("Words of mine.") != number, "the same words can be posted again")
    }

    @Test("Another browser cannot delete a comment, even with a forged cookie, nor can anybody without one")
    func stranger() async throws {
        let newspaper = try await TestSite()
        var (writer, other) = (TestBrowser(newspaper), TestBrowser(newspaper))
        let number = await writer.commentNumber("Mine.")
        _ = await other.comment("Theirs.")
        let token = try #require(writer.cookies["writer"]).prefix { $0 != "." }
        for cookie in [other.cookies["writer"], nil, "", String(token), "\(token).\(token)"] {
            other.cookies["writer"] = cookie
            #expect(await other.get("/comments/\(number)/delete").status == 403)
            let reply = await other.post("/comments/\(number)/delete", ["ask": "yes"])
            #expect(reply.status == 403 && !reply.text.contains("Mine."))
        }
        for address in ["/comments/99/delete", "/comments/x/delete"] {
            let (page, reply) = (await writer.get(address), await writer.post(address, [:]))
            #expect(page.status == 404 && reply.status == 404)
        }
        #expect(await writer.get(Self.path).text.contains("Mine."))
    }

    @Test("A form from another site deletes nothing")
    func crossSite() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Mine.")
        writer.headers = ["Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"]
        #expect(await writer.post("/comments/\(number)/delete", ["ask": "yes"]).status == 403)
        writer.headers = [:]
        #expect(await writer.get(Self.path).text.contains("Mine."))
    }

    @Test("A stranger cannot tell a held comment from a missing one, and its author deletes it")
    func held() async throws {
        let newspaper = try await TestSite { $0.holdsUnknownNames = true }
        var (writer, stranger) = (TestBrowser(newspaper), TestBrowser(newspaper))
        _ = await writer.comment("Held.")
        let before = await stranger.publicPages()
        let missing = await stranger.get("/comments/99/delete")
        for _ in 0..<2 {
            let page = await stranger.get("/comments/1/delete")
            #expect(page.status == 404 && page.text == missing.text)
            for rest in ["edit", "report"] { #expect(await stranger.get("/comments/1/\(rest)").status == 404) }
            #expect(await stranger.get("\(Self.path)/comments/1").status == 404)
            #expect(await stranger.publicPages() == before)
            #expect(await writer.post("/comments/1/delete", [:]).status == 303)
        }
        #expect(await writer.get("/comments/1/delete").text.contains("Your comment is removed"))
        #expect(await !writer.get(Self.path).text.contains("Held."))
        var moderator = TestBrowser(newspaper, as: .moderator)
        #expect(await !moderator.get("/desk/queue").text.contains("Held."))
        #expect(try await newspaper.faults() == [])
    }

    @Test("Deleting works in a closed discussion and below a withdrawn story, where nothing shows the story")
    func closedAndWithdrawn() async throws {
        let newspaper = try await TestSite()
        var (writer, admin) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .admin))
        let (first, second) = (await writer.commentNumber("First."), await writer.commentNumber("Second."))
        #expect(await admin.post("/desk/stories/1/discussion", ["decision": "close"]).status == 303)
        let page = await writer.get(Self.path).text
        #expect(page.contains("/comments/\(first)/delete\"") && !page.contains("/comments/\(first)/edit\""))
        #expect(await writer.post("/comments/\(first)/delete", [:]).status == 303)
        #expect(await !writer.get(Self.path).text.contains("First."))
        try await TestStories.withdraw("one", in: newspaper)
        let form = await writer.get("/comments/\(second)/delete")
        #expect(form.status == 200 && form.text.contains("Second.") && !form.text.contains("A bridge opens"))
        #expect(await writer.post("/comments/\(second)/delete", [:]).status == 303)
        #expect(await writer.get("/comments/\(second)/delete").text.contains("Your comment is removed"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("Deletions have a limit of their own, as large as that of edits")
    func limited() async throws {
        let newspaper = try await TestSite { $0.commentsPerMinute = 2 }
        var writer = TestBrowser(newspaper)
        var numbers = [await writer.commentNumber("0."), await writer.commentNumber("1.")]
        newspaper.clock.advance(61)
        numbers.append(await writer.commentNumber("2."))
        for number in numbers.prefix(2) {
            #expect(await writer.post("/comments/\(number)/delete", [:]).status == 303)
        }
        let reply = await writer.post("/comments/\(numbers[2])/delete", [:])
        #expect(reply.status == 429 && reply["Retry-After"] == "60")
        #expect(reply.text.contains("deleting too quickly") && reply.text.contains(">Delete comment</button>"))
        #expect(await writer.post("/comments/\(numbers[2])/edit", ["text": "Still mine."]).status == 303)
    }
}
