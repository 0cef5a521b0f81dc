import Database
import Foundation
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("Withdrawing a story, and bringing it back", .timeLimit(.minutes(5)))
struct WithdrawingTests {
    private let story = "/stories/1/a-bridge-opens"
    private let reason = ["version": "2", "withdrawal-reason": "It was wrong."] as KeyValuePairs

    private func read(_ path: String, _ newspaper: TestSite) async -> Reply {
        await TestBrowser(newspaper).followed(path)
    }

    private func actions(_ newspaper: TestSite) async throws -> [String] {
        let all = try await newspaper.database.read { tx in try tx.logEntries(limit: 20).map(\.action) }
        return all.filter { $0.hasPrefix("story.") }
    }

    /// Writes a story and publishes it. Returns the path of its draft; the story has number 4.
    private func publish(_ editor: inout TestBrowser, _ fields: [String: String] = [:]) async throws -> String {
        let reply = await editor.post(
            "/desk/stories/new", ["headline": "A lighthouse opens", "body": "It shines.", "topics": "Lamps"])
        let draft = try #require(reply.location)
        #expect(try await publish(&editor, draft).location == "/stories/4")
        return draft
    }

    private func publish(_ editor: inout TestBrowser, _ draft: String) async throws -> Reply {
        let page = try await editor.get(draft).page()
        let form = ["revision", "lease", "headline", "body", "topics", "story-version"].map { name in
            "\(name)=\(TestBrowser.segment(page.content(ofField: name) ?? ""))"
        }
        return await editor.post(draft + "/publish", body: form.joined(separator: "&"))
    }

    @Test("A withdrawal needs a reason; it hides the story everywhere, and an editor brings it back to all places")
    func reversing() async throws {
        let newspaper = try await TestSite()
        var (editor, guest) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper))
        let places = ["/", "/feed.xml", "/feed.json", "/topics/bridges", "/sitemap/1.xml"]
        let (comment, before) = (await guest.commentNumber("A word."), await read(story, newspaper).text)
        var shown: [String: Bool] = [:]
        for place in places { shown[place] = await read(place, newspaper).text.contains("a-bridge-opens") }
        for empty in ["", " "] {
            let reply = await editor.post("/desk/stories/1/withdraw", ["version": "2", "withdrawal-reason": empty])
            #expect(reply.status == 422)
        }
        #expect(await editor.post("/desk/stories/1/withdraw", reason).status == 303)
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 20) }
        #expect(log.first { $0.action == "story.withdraw" }?.detail == "A bridge opens: It was wrong.")
        for place in places { #expect(await !read(place, newspaper).text.contains("a-bridge-opens"), "\(place)") }
        let gone = await read(story, newspaper)
        #expect(gone.status == 410 && gone.text.contains("It was wrong."))
        #expect(
            await guest.post("\(story)/comments", ["name": "A guest", "text": "Another.", "version": "2"]).status == 410
        )

        #expect(await editor.post("/desk/stories/1/restore", [:]).location == "/desk/stories/1")
        for place in places {
            #expect(await read(place, newspaper).text.contains("a-bridge-opens") == shown[place], "\(place)")
        }
        let after = await read(story, newspaper)
        #expect(after.status == 200 && after.text.contains("comment-\(comment)") && before.contains("A bridge opens"))
        #expect(try await actions(newspaper).prefix(2) == ["story.restore", "story.withdraw"])
        let desk = try await editor.get("/desk/stories/1").page().text
        #expect(desk.contains("brought it back") && desk.contains("It was wrong."))
        #expect(await editor.post("/desk/stories/1/withdraw", reason).status == 303)
        let late = await editor.post(
            "/desk/stories/1/withdraw", ["version": "2", "withdrawal-reason": "A long reason."])
        #expect(late.status == 410 && late.text.contains("A long reason."), "what was typed comes back")
        #expect(await editor.post("/desk/stories/1/restore", [:]).status == 303)
        let again = await editor.post("/desk/stories/1/restore", [:])
        #expect(again.status == 409 && again.text.contains("This story is not withdrawn."))
    }

    @Test("An old page does not bring back a story that was withdrawn again")
    func oldPage() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await editor.post("/desk/stories/1/withdraw", reason).status == 303)
        let old = try #require(try await editor.get("/desk/stories/1").page().content(ofField: "withdrawn-at"))
        newspaper.clock.advance(60)
        #expect(await editor.post("/desk/stories/1/restore", ["withdrawn-at": old]).status == 303)
        #expect(await editor.post("/desk/stories/1/withdraw", reason).status == 303)
        let late = await editor.post("/desk/stories/1/restore", ["withdrawn-at": old])
        #expect(late.status == 409 && late.text.contains("This story has changed since you opened the page."))
        #expect(await read(story, newspaper).status == 410)
    }

    @Test("Nobody at the desk brings back a story that its agency has withdrawn, before or after the editor did")
    func byAgency() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await editor.post("/desk/stories/1/withdraw", reason).status == 303)
        for guid in ["one", "three"] { try await TestStories.withdraw(guid, in: newspaper) }
        for number in [1, 3] {
            let reply = await editor.post("/desk/stories/\(number)/restore", [:])
            #expect(reply.status == 409 && reply.text.contains("The agency has withdrawn its story"), "\(number)")
            #expect(await !editor.get("/desk/stories/\(number)").text.contains("Bring the story back"))
        }
    }

    @Test("Moderators and reporters neither withdraw nor bring back")
    func roles() async throws {
        let newspaper = try await TestSite()
        for role in [Role.moderator, .reporter] {
            var browser = TestBrowser(newspaper, as: role)
            for action in ["withdraw", "restore", "unpublish"] {
                #expect(await browser.post("/desk/stories/1/\(action)", reason).status == 403, "\(role) \(action)")
            }
        }
    }

    @Test("Within ten minutes, a story without comments becomes a draft again, and later appears at its old address")
    func unpublishing() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let draft = try await publish(&editor)
        newspaper.clock.advance(599)
        #expect(await editor.get("/desk/stories/4").text.contains("Make it a draft again"))
        let reply = await editor.post("/desk/stories/4/unpublish", ["version": "1"])
        #expect(reply.location == draft)
        for path in ["/stories/4", "/stories/4/a-lighthouse-opens", "/stories/4/a-lighthouse-opens/versions"] {
            let page = await read(path, newspaper)
            #expect(page.status == 404 && !page.text.contains("lighthouse opens"), "\(path)")
        }
        #expect(await !read("/", newspaper).text.contains("A lighthouse opens"))
        let desk = await editor.get("/desk/stories/4").text
        #expect(desk.contains("has been a draft again") && desk.contains("href=\"\(draft)\""))
        let twice = await editor.post("/desk/stories/4/unpublish", ["version": "1"])
        #expect(twice.status == 409 && !twice.text.contains("was withdrawn"))
        #expect(try await !editor.get("/desk/stories?state=withdrawn").page().text.contains("A lighthouse opens"))
        newspaper.clock.advance(3_600)
        #expect(try await publish(&editor, draft).location == "/stories/4")
        let page = await read("/stories/4", newspaper)
        #expect(page.status == 200 && page.text.contains("It shines."))
        #expect(await read("/topics/lamps", newspaper).text.contains("A lighthouse opens"))
        let versions = await read("/stories/4/a-lighthouse-opens/versions", newspaper).text
        #expect(!versions.contains("Update ·"))
        #expect(
            try await actions(newspaper).prefix(3) == ["story.publish", "story.unpublish", "story.publish"])
    }

    @Test("After ten minutes, after a comment, or for an agency's story, only a withdrawal is possible")
    func tooLate() async throws {
        let newspaper = try await TestSite()
        var (editor, guest) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper))
        _ = try await publish(&editor)
        newspaper.clock.advance(600)
        let late = await editor.post("/desk/stories/4/unpublish", ["version": "1"])
        #expect(late.status == 409 && late.text.contains("more than ten minutes ago"))
        #expect(await !editor.get("/desk/stories/4").text.contains("Make it a draft again"))
        newspaper.clock.advance(-600)
        _ = await guest.comment("A word.", on: "/stories/4/a-lighthouse-opens")
        let answered = await editor.post("/desk/stories/4/unpublish", ["version": "1"])
        #expect(answered.status == 409 && answered.text.contains("Somebody has commented"))
        let agency = await editor.post("/desk/stories/1/unpublish", ["version": "2"])
        #expect(agency.status == 409 && agency.text.contains("is from an agency"))
        #expect(
            await editor.post("/desk/stories/4/withdraw", ["version": "1", "withdrawal-reason": "No."]).status == 303)
    }

    @Test("A discarded draft of an unpublished story leaves nothing at the desk or for readers")
    func discarding() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let draft = try await publish(&editor)
        #expect(await editor.post("/desk/stories/4/unpublish", ["version": "1"]).status == 303)
        let page = try await editor.get(draft).page()
        let form = ["revision", "lease"].map { "\($0)=\(page.content(ofField: $0) ?? "")" }.joined(separator: "&")
        #expect(await editor.post(draft + "/discard", body: form).status == 303)
        #expect(await editor.get(draft).status == 404)
        #expect(await read("/stories/4", newspaper).status == 404)
    }

    @Test("A withdrawal ends the schedule of a new version, whose text stays a draft")
    func scheduled() async throws {
        let newspaper = try await TestSite()
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            let editor = try #require(try tx.staff(email: "editor@example.org")).staff
            let draft = try tx.reviseStory(Story.ID(1), by: editor, now: now)
            let stamp = try #require(try tx.draft(draft)).stamp
            try tx.schedule(
                at: now.addingTimeInterval(60),
                DraftWriting(draft: draft, stamp: stamp, staff: editor, reportersPublish: false, now: now))
            try tx.withdraw(Story.ID(1), version: 2, reason: "It was wrong.", by: "editor", now: now)
        }
        let (draft, jobs) = try await newspaper.database.read { tx in
            (try tx.draft(Draft.ID(1)), try tx.jobCounts().open)
        }
        #expect(draft?.state == .draft && jobs == 0)
    }
}
