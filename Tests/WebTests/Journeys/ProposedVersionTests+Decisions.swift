import Foundation
import Newsroom
import Operations
import Pages
import Storage
import Testing

@testable import Web

extension ProposedVersionTests {
    /// The text of the page that asks before the draft is published.
    func asked(_ editor: inout TestBrowser, from form: Reply) async throws -> String {
        let page = try form.page()
        let names = [
            "revision", "lease", "story-version", "agency-version", "headline", "standfirst", "byline", "place",
            "agency",
            "body", "credits", "sign-off", "topics", "related", "gallery", "language",
        ]
        let fields = names.map { "\($0)=\(TestBrowser.segment(page.content(ofField: $0) ?? ""))" }
        return await editor.post("/desk/drafts/1/publish", body: fields.joined(separator: "&")).text
    }

    @Test("The desk counts the versions that wait, and the pages of story and draft lead to them")
    func places() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await edit(&editor, body: "It began, we say.")
        #expect(await !editor.get("/desk").text.contains("from an agency waits"))
        #expect(try await take(3, newspaper, body: "It began late.") == .waiting)
        let item = try #require(try await waiting(newspaper))
        #expect(await editor.get("/desk").text.contains("1 new version from an agency waits"))
        let places = ["/desk/stories/1", "/desk/drafts/1", "/desk/stories?state=proposed"]
        for place in places { #expect(await editor.get(place).text.contains("/desk/proposed/\(item)"), "\(place)") }
        var moderator = TestBrowser(newspaper, as: .moderator)
        #expect(await !moderator.get("/desk").text.contains("from an agency"))
        #expect(await !moderator.get("/desk/stories/1").text.contains("/desk/proposed"))
        #expect(await editor.post("/desk/proposed/\(item)/dismiss", ["version": "3"]).location == "/desk/stories/1")
        #expect(await editor.get("/desk/stories/1").text.contains("has decided not to publish"))
        #expect(await !editor.get("/desk").text.contains("from an agency waits"))
    }

    @Test("A merge that was discarded leaves the version waiting, also after another change is published")
    func discarding() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await edit(&editor, body: "It began, we say.")
        #expect(try await take(3, newspaper, body: "It began late.") == .waiting)
        let item = try #require(try await waiting(newspaper))
        let form = await editor.post("/desk/proposed/\(item)/merge", ["version": "3"])
        #expect(try await send(&editor, "/desk/drafts/1", from: form).status == 303)
        let saved = try await editor.get("/desk/drafts/1").page()
        let stamp = ["revision", "lease"].map { "\($0)=\(saved.content(ofField: $0) ?? "")" }.joined(separator: "&")
        #expect(await editor.post("/desk/drafts/1/discard", body: stamp).status == 303)
        try await edit(&editor, body: "It began, we say again.")
        #expect(try await waiting(newspaper) == item)
    }

    @Test("A version that an editor has dismissed is not published from a merge without a question")
    func dismissedMerge() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await edit(&editor, body: "One, we say.\n\nTwo.")
        #expect(try await take(3, newspaper, body: "It began.\n\nTwo.") == .waiting)
        let item = try #require(try await waiting(newspaper))
        let form = await editor.post("/desk/proposed/\(item)/merge", ["version": "3"])
        #expect(try await send(&editor, "/desk/drafts/1", from: form).status == 303)
        #expect(await editor.post("/desk/proposed/\(item)/dismiss", ["version": "3"]).status == 303)
        let asked = try await asked(&editor, from: await editor.get("/desk/drafts/1"))
        #expect(asked.contains("that an editor has decided not to publish"))
    }

    @Test("A waiting version survives a withdrawal, and a decision not to publish one does too")
    func withdrawnMeanwhile() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        func withdrawAndReturn() async {
            let page = await editor.get("/desk/stories/1")
            let version = (try? page.page().content(ofField: "version")) ?? ""
            let form = ["version": version, "withdrawal-reason": "It was wrong."] as KeyValuePairs
            #expect(await editor.post("/desk/stories/1/withdraw", form).status == 303)
            #expect(await editor.post("/desk/stories/1/restore", [:]).status == 303)
        }
        try await edit(&editor, body: "It began, we say.")
        #expect(try await take(3, newspaper, body: "It began late.") == .waiting)
        let item = try #require(try await waiting(newspaper))
        await withdrawAndReturn()
        #expect(try await waiting(newspaper) == item)
        #expect(await editor.post("/desk/proposed/\(item)/dismiss", ["version": "3"]).status == 303)
        await withdrawAndReturn()
        #expect(try await take(3, newspaper, body: "It began late.") == .unchanged)
    }

    @Test("A scheduled change of a story that the agency has replaced becomes a draft again, with a note")
    func scheduled() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(try await take(3, newspaper, body: "One.") == .updated)
        let draft = try #require(await editor.post("/desk/stories/1/revise", [:]).location)
        let page = await editor.get(draft)
        let moment = newspaper.site.context.time.moment(newspaper.clock.now.addingTimeInterval(7_200))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(moment.year)-\(two(moment.month))-\(two(moment.day))T\(two(moment.hour)):\(two(moment.minute))"
        let reply = try await send(
            &editor, draft + "/publish", from: page, ["body": "One, we say.", "publish-at": time])
        #expect(reply.location == "/desk/stories")
        #expect(try await take(4, newspaper, body: "One, new.") == .updated)
        newspaper.clock.advance(7_260)
        #expect(try await newspaper.site.newspaper.performJobs().contains(.publishDraft))
        let after = await editor.get(draft).text
        #expect(after.contains("did not appear at its time") && after.contains("<strong>Draft</strong>"))
        #expect(await text(newspaper).contains("One, new."))
    }
}
