import Database
import Foundation
import Newsroom
import Storage
import Testing

@testable import Operations
@testable import Web

@Suite("New versions from agencies that wait for an editor", .timeLimit(.minutes(5)))
struct ProposedVersionTests {
    let story = "/stories/1/a-bridge-opens"

    func take(
        _ version: Int, _ newspaper: TestSite, body: String, note: String? = nil,
        corrections: AgencyCorrections = .publish
    ) async throws -> DeliveryAccount.Outcome {
        var story = IncomingStory.test("one", "A bridge opens", version: version)
        story.body = body
        story.revision = Revision(mark: nil, note: note)
        story.isCorrection = note != nil
        let (sent, now) = (story, newspaper.clock.now)
        return try await newspaper.site.newspaper.write { tx in try tx.take(sent, now: now, corrections: corrections) }
    }

    func text(_ newspaper: TestSite) async -> String { await TestBrowser(newspaper).followed(story).text }

    /// The form on a page of the draft, with some fields changed, as the button sends it.
    func send(
        _ editor: inout TestBrowser, _ path: String, from page: Reply, _ fields: [String: String] = [:]
    ) async throws -> Reply {
        let page = try page.page()
        let names = [
            "revision", "lease", "story-version", "agency-version", "headline", "body", "topics", "gallery",
            "correction",
        ]
        var form = Dictionary(uniqueKeysWithValues: names.map { ($0, page.content(ofField: $0) ?? "") })
        form.merge(fields) { $1 }
        let body = form.map { "\(TestBrowser.segment($0.key))=\(TestBrowser.segment($0.value))" }
        let reply = await editor.post(path, body: body.sorted().joined(separator: "&"))
        guard reply.text.contains("/confirm") else { return reply }
        let asked = try reply.page()
        let confirmed = ["revision", "lease", "appears-at"].map { "\($0)=\(asked.content(ofField: $0) ?? "")" }
        return await editor.post(path.replacing("/publish", with: "/confirm"), body: confirmed.joined(separator: "&"))
    }

    func edit(_ editor: inout TestBrowser, body: String) async throws {
        let draft = try #require(await editor.post("/desk/stories/1/revise", [:]).location)
        let page = await editor.get(draft)
        #expect(try await send(&editor, draft + "/publish", from: page, ["body": body]).location == "/stories/1")
    }

    func waiting(_ newspaper: TestSite) async throws -> HeldItem.ID? {
        try await newspaper.database.read { tx in
            try tx.proposedVersions(matching: StoryFilter()).elements.first?.id
        }
    }

    @Test("A story that was edited here keeps the edit; the agency's version waits and is merged")
    func merging() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(try await take(3, newspaper, body: "One.\n\nTwo.\n\nThree.") == .updated)
        try await edit(&editor, body: "One, as we say.\n\nTwo.\n\nThree.")
        #expect(
            try await take(4, newspaper, body: "One.\n\nTwo.\n\nThree, corrected.", note: "Corrects it") == .waiting)
        #expect(try await take(4, newspaper, body: "Ignored.") == .unchanged)
        let before = await text(newspaper)
        #expect(before.contains("One, as we say.") && !before.contains("Three, corrected."))
        #expect(try await editor.get("/desk/stories").page().text.contains("From agencies, waiting for an editor"))
        let item = try #require(try await waiting(newspaper))
        let shown = try await editor.get("/desk/proposed/\(item)").page().text
        #expect(shown.contains("The agency calls it a correction.") && shown.contains("corrected"))

        let form = await editor.post("/desk/proposed/\(item)/merge", ["version": "4"])
        let page = try form.page()
        #expect(page.content(ofField: "body") == "One, as we say.\n\nTwo.\n\nThree, corrected.")
        #expect(page.content(ofField: "correction") == "Corrects it" && form.text.contains("Two texts"))
        let draft = "/desk/drafts/1/publish"
        #expect(try await send(&editor, draft, from: form, ["act": "correction"]).location == "/stories/1")
        let after = await text(newspaper)
        #expect(
            after.contains("One, as we say.") && after.contains("Three, corrected.") && after.contains("Corrects it"))
        #expect(try await waiting(newspaper) == nil)
        // The next version begins from the one that was merged.
        #expect(try await take(5, newspaper, body: "One.\n\nTwo, new.\n\nThree, corrected.") == .waiting)
        let next = try #require(try await waiting(newspaper))
        let again = try await editor.post("/desk/proposed/\(next)/merge", ["version": "5"]).page()
        #expect(again.content(ofField: "body") == "One, as we say.\n\nTwo, new.\n\nThree, corrected.")
        #expect(try #require(again.content(ofField: "correction")).isEmpty)
    }

    @Test("Where both have changed a line, the form has our text, and the page shows both")
    func conflict() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await edit(&editor, body: "It began, we say.")
        #expect(try await take(3, newspaper, body: "It began late.") == .waiting)
        let item = try #require(try await waiting(newspaper))
        let reply = await editor.post("/desk/proposed/\(item)/merge", ["version": "3"])
        #expect(try reply.page().content(ofField: "body") == "It began, we say.")
        #expect(reply.text.contains("It began late.") && reply.text.contains("Two texts"))
        let asked = try await asked(&editor, from: reply)
        #expect(asked.contains("has nothing of that change"), "our text is not published as the agency's")
        #expect(asked.contains("You have changed nothing that readers see."))
        #expect(await text(newspaper).contains("It began, we say."))
    }

    @Test("A correction waits if the setting says so; published, it is a correction; later versions wait behind it")
    func corrections() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(
            try await take(3, newspaper, body: "Corrected.", note: "Corrects all", corrections: .confirm) == .waiting)
        #expect(try await take(4, newspaper, body: "Corrected, and new.", corrections: .confirm) == .waiting)
        #expect(await !text(newspaper).contains("Corrected"))
        let item = try #require(try await waiting(newspaper))
        let stale = await editor.post("/desk/proposed/\(item)/publish", ["version": "3"])
        #expect(stale.status == 409 && stale.text.contains("no longer waits"))
        #expect(await editor.post("/desk/proposed/\(item)/publish", ["version": "4"]).location == "/stories/1")
        let page = await text(newspaper)
        #expect(page.contains("Corrected, and new.") && page.contains("Corrects all"))
        #expect(await TestBrowser(newspaper).followed("/corrections").text.contains("Corrects all"))
        for number in ["\(item)", "99"] {
            let unknown = await editor.get("/desk/proposed/\(number)")
            #expect(unknown.status == 404 && unknown.text.contains("No version from an agency waits here."))
        }
        #expect(try await take(5, newspaper, body: "Next.", corrections: .confirm) == .updated)
    }

    @Test("A correction that was merged is not published again with the version that came meanwhile")
    func meanwhile() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(try await take(3, newspaper, body: "One.\n\nTwo.") == .updated)
        try await edit(&editor, body: "One, we say.\n\nTwo.")
        #expect(try await take(4, newspaper, body: "One.\n\nTwo, corrected.", note: "Corrects it") == .waiting)
        let item = try #require(try await waiting(newspaper))
        let form = await editor.post("/desk/proposed/\(item)/merge", ["version": "4"])
        #expect(
            try await send(&editor, "/desk/drafts/1", from: form, ["act": "correction"]).location == "/desk/drafts/1")
        #expect(try await take(5, newspaper, body: "One.\n\nTwo, corrected.\n\nThree.") == .waiting)
        #expect(await editor.get("/desk/proposed/\(item)").text.contains("calls it a correction"))
        let saved = await editor.get("/desk/drafts/1")
        #expect(try await send(&editor, "/desk/drafts/1/publish", from: saved, ["act": "correction"]).status == 303)
        #expect(await !editor.get("/desk/proposed/\(item)").text.contains("calls it a correction"))
        newspaper.clock.advance(3_600)
        #expect(await editor.post("/desk/proposed/\(item)/publish", ["version": "5"]).location == "/stories/1")
        let (story, corrections) = try await newspaper.database.read { tx in
            (try #require(try tx.story(Story.ID(1))), try tx.corrections(after: nil).elements.count)
        }
        #expect(story.current.act == .update && corrections == 1)
        #expect(story.current.createdAt == newspaper.clock.now, "readers see it only now")
    }

    @Test("A dismissed version does not come again, but a newer one does")
    func dismissing() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await edit(&editor, body: "It began, we say.")
        #expect(try await take(3, newspaper, body: "It began late.") == .waiting)
        let item = try #require(try await waiting(newspaper))
        #expect(await editor.post("/desk/proposed/\(item)/dismiss", ["version": "3"]).location == "/desk/stories/1")
        #expect(try await waiting(newspaper) == nil)
        let decided = await editor.get("/desk/proposed/\(item)")
        #expect(decided.status == 409 && decided.text.contains("This version no longer waits."))
        #expect(decided.text.contains("href=\"/desk/stories\""), "the page leads on")
        #expect(try await take(3, newspaper, body: "It began late.") == .unchanged)
        #expect(try await take(4, newspaper, body: "It began late.") == .waiting)
        #expect(await text(newspaper).contains("It began, we say."))
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 1)[0] }
        #expect(log.action == "wire.dismiss" && log.detail == "A bridge opens")
    }

    @Test("An agency's withdrawal does not wait, and ends the version that does")
    func withdrawal() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await edit(&editor, body: "It began, we say.")
        #expect(try await take(3, newspaper, body: "It began late.") == .waiting)
        try await TestStories.withdraw("one", in: newspaper)
        let item = try await waiting(newspaper)
        #expect(await TestBrowser(newspaper).followed(story).status == 410)
        let late = await editor.post("/desk/proposed/\(try #require(item))/publish", ["version": "3"])
        #expect(late.status == 409)
    }
}
