import Database
import Foundation
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("The desk's list of stories", .timeLimit(.minutes(5)))
struct DeskListTests {
    private func draft(_ headline: String, topic: String = "", body: String = "") -> DraftContent {
        var content = DraftContent()
        (content.headline, content.body) = (headline, body)
        if !topic.isEmpty { content.topics = [topic] }
        return content
    }

    private func create(_ contents: [DraftContent], by role: Role, in newspaper: TestSite) async throws {
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            let staff = try #require(try tx.staff(email: "\(role.rawValue)@example.org")).staff
            for content in contents { _ = try tx.createDraft(content, by: staff, now: now) }
        }
    }

    @Test("Words, author, topic and part narrow the list; spelling in capitals does not matter")
    func filters() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await create(
            [draft("Löwe im Park", topic: "Animals"), draft("Quiet night", body: "No lions were seen.")],
            by: .reporter, in: newspaper)
        try await create([draft("My own lions")], by: .editor, in: newspaper)
        func list(_ query: String) async throws -> String { try await editor.get("/desk/stories?\(query)").page().text }
        let all = try await list("")
        for title in ["My own lions", "Löwe im Park", "Quiet night", "A bridge opens"] { #expect(all.contains(title)) }
        let words = try await list("text=LIONS")
        #expect(words.contains("Quiet night") && words.contains("My own lions") && !words.contains("Löwe"))
        #expect(!words.contains("A bridge opens"))
        #expect(try await list("text=l%C3%96WE").contains("Löwe im Park"))
        let topic = try await list("topic=animals")
        #expect(topic.contains("Löwe im Park") && !topic.contains("Quiet night"))
        #expect(try await list("topic=bridges&state=published").contains("A bridge opens"))
        #expect(try await list("topic=nothing").contains("No story matches."))
        let byline = try await list("author=bridge+desk")
        #expect(byline.contains("A bridge opens") && !byline.contains("Quiet night"))
        #expect(try await list("state=mine").contains("My own lions"))
        #expect(try await list("state=mine").contains("Quiet night") == false)
        #expect(try await list("state=nonsense&after=x").contains("A bridge opens"))
    }

    @Test("A long part continues on the next page, with its filter")
    func pages() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await create((1...120).map { draft("Number \($0) of many") }, by: .reporter, in: newspaper)
        var (path, seen): (String?, Set<String>) = ("/desk/stories?state=draft&text=many", [])
        var pages = 0
        while let next = path, pages < 9 {
            let page = try await editor.get(next).page()
            seen.formUnion((1...120).map { "Number \($0) of" }.filter { page.text.contains($0) })
            path = page.addresses.first { $0.contains("after=") }
            pages += 1
        }
        #expect(seen.count == 120 && pages == 3)
    }

    @Test("Reporters see their own drafts in every state, and what everybody sees")
    func reporters() async throws {
        let newspaper = try await TestSite()
        var reporter = TestBrowser(newspaper, as: .reporter)
        try await create([draft("Mine")], by: .reporter, in: newspaper)
        try await create([draft("Not for reporters")], by: .editor, in: newspaper)
        try await newspaper.database.write { tx in try tx.run("UPDATE drafts SET state = 'submitted' WHERE id = 1") }
        for query in ["", "?state=draft", "?text=for"] {
            let page = try await reporter.get("/desk/stories\(query)").page().text
            #expect(!page.contains("Not for reporters"), "\(query)")
        }
        let page = try await reporter.get("/desk/stories").page().text
        #expect(page.contains("Mine") && page.contains("Submitted") && page.contains("A bridge opens"))
    }

    @Test("An editor withdraws a story with a reason; a page of another version cannot")
    func withdrawing() async throws {
        let newspaper = try await TestSite()
        var (editor, moderator) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .moderator))
        let path = "/desk/stories/1/withdraw"
        #expect(await moderator.post(path, ["version": "2"]).status == 403)
        let stale = await editor.post(path, ["version": "1", "withdrawal-reason": "It was wrong."])
        #expect(stale.status == 409 && stale.text.contains("It was wrong."))
        let long = await editor.post(
            path, ["version": "2", "withdrawal-reason": String(repeating: "a", count: 501)])
        #expect(long.status == 422)
        #expect(await editor.post(path, ["version": "2", "withdrawal-reason": "It was wrong."]).status == 303)
        await newspaper.site.changes.catchUp()
        let gone = await TestBrowser(newspaper).followed("/stories/1")
        #expect(gone.status == 410 && gone.text.contains("It was wrong."))
        #expect(await TestBrowser.read("/pictures/\(TestStories.rendition)", on: newspaper).status == 404)
        #expect(await editor.get("/pictures/\(TestStories.rendition)").status == 200)
        #expect(await editor.post(path, ["version": "2", "withdrawal-reason": "Again."]).status == 410)
        #expect(try await editor.get("/desk/stories?state=withdrawn").page().text.contains("A bridge opens"))
        #expect(try await editor.get("/desk/stories/1").page().text.contains("It was wrong."))
    }
}
