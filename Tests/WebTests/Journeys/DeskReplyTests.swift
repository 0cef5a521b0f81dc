import Database
import Newsroom
import Operations
import TestSupport
import Testing

@testable import Web

@Suite("Replies by the desk", .timeLimit(.minutes(5)))
struct DeskReplyJourneyTests {
    private static let path = TestStories.bridgePath
    private static let mark = "<span class=\"by-desk\">Staff reply</span>"

    @Test(
        "A moderator replies as the desk; readers of every process see it at once, and never the moderator's name",
        arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let elsewhere = try newspaper.another()
        var other = TestBrowser(elsewhere)
        let number = await reader.commentNumber("Why?")
        _ = await reader.report(number)
        #expect(await !other.get(Self.path).text.contains(Self.mark))
        let sent = await moderator.post("/desk/cases/1/reply", ["text": "Because *it* is so.", "view": "open"])
        let reply = try #require(sent.location?.split(separator: "-").last)
        #expect(sent.location == "/desk/cases/1?view=open&done=reply-\(reply)")
        let page = await moderator.follow(sent).text
        #expect(page.contains("Your reply is published."))
        #expect(page.contains("href=\"\(Self.path)/comments/\(reply)#comment-\(reply)\">See it on the story</a>"))
        await elsewhere.changes.catchUp()
        let pages = [Self.path, "\(Self.path)/comments/\(reply)", "/comments/\(reply)/report"]
        for page in pages {
            for text in [await reader.get(page).text, await other.get(page).text] {
                #expect(text.contains(Self.mark) && text.contains("Because <em>it</em> is so."), "\(page)")
                #expect(!text.contains("The moderator") && !text.contains("moderator@"), "\(page)")
            }
        }
        #expect(await reader.get(Self.path).text.contains("Comments (2)"))
        let log = try await moderator.get("/desk/log").page().text
        #expect(log.contains("reply") && log.contains("comment \(number)") && log.contains("comment \(reply)"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("No reader edits a reply by the desk, and the desk removes and restores it")
    func afterwards() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        _ = await reader.report(await reader.commentNumber("Why?"))
        _ = await moderator.post("/desk/cases/1/reply", ["text": "Because."])
        for var browser in [TestBrowser(newspaper), reader, moderator] {
            #expect(await browser.get("/comments/2/edit").status == 403)
            #expect(await browser.post("/comments/2/edit", ["text": "No.", "revision": "0"]).status == 403)
            #expect(await !browser.get(Self.path).text.contains("/comments/2/edit"))
        }
        _ = await moderator.post("/desk/comments/2/case", ["back": "oldest"])
        _ = await moderator.rule("uphold", on: 2)
        #expect(await !reader.get(Self.path).text.contains("Because."))
        _ = await moderator.post("/desk/rulings/1/undo", [:])
        #expect(await reader.get(Self.path).text.contains(Self.mark))
    }

    @Test(
        "A refused reply comes back with its text", arguments: ["", String(repeating: "x", count: 5_001), "Because."])
    func refused(text: String) async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        _ = await reader.report(await reader.commentNumber("Why?"))
        let isFine = text == "Because."
        if isFine { _ = await moderator.rule("uphold", on: 1) }
        let reply = await moderator.post("/desk/cases/1/reply", ["text": text, "back": "oldest"])
        #expect(reply.status == (isFine ? 409 : 422))
        #expect(try reply.page().content(ofField: "reply-text") == text)
        #expect(reply.text.contains("name=\"back\" value=\"oldest\""))
        #expect(await moderator.post("/desk/cases/9/reply", ["text": "x"]).status == 404)
        #expect(try await newspaper.count("SELECT COUNT(*) FROM comments") == 1)
    }

    @Test("A reply is possible in a closed discussion, and as often as the desk needs")
    func closed() async throws {
        let newspaper = try await TestSite { $0.commentsPerMinute = 1 }
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        _ = await reader.report(await reader.commentNumber("Why?"))
        _ = await editor.post("/desk/stories/1/discussion", ["decision": "close", "reason": ""])
        for text in ["One.", "Two.", "Three."] {
            #expect(await editor.post("/desk/cases/1/reply", ["text": text]).status == 303)
        }
        #expect(await reader.get(Self.path).text.contains("Comments (4)"))
    }

    @Test(
        "No reader posts under the name of the desk",
        arguments: ["The desk", "the  DESK", "The\u{200B} desk", "Thе dеsk", "𝐓𝐡𝐞 𝐝𝐞𝐬𝐤"])
    func name(_ name: String) async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let refused = await reader.comment("Trust me.", name: name)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Only our staff write under this name. Please choose another one."))
        let page = try refused.page()
        #expect(page.content(ofField: "text") == "Trust me.")
        #expect(page.elements.contains { $0.attributes["id"] == "name" && $0.attributes["aria-invalid"] == "true" })
        #expect(await reader.comment("Trust me.", name: "The desktop").status == 303)
    }
}

extension TestSite {
    fileprivate func count(_ sql: SQL) async throws -> Int? { try await database.read { tx in try tx.value(sql) } }
}
