import Database
import Foundation
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Keeping what is typed", .timeLimit(.minutes(5)))
struct AutosavingTests {
    /// A newspaper with a draft by an editor, in which the text cannot be saved yet: a credit and a time are half
    /// typed.
    private struct Desk {
        let newspaper: TestSite
        var editor: TestBrowser
        var admin: TestBrowser
        let path: String

        init() async throws {
            newspaper = try await TestSite()
            (editor, admin) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .admin))
            path = try #require(
                await editor.post("/desk/stories/new", ["headline": "A light", "body": "It opens."]).location)
        }

        mutating func autosave(_ body: String, from page: PageOutline, as staff: String = "") async -> Reply {
            let (revision, lease) = (page.content(ofField: "revision") ?? "", page.content(ofField: "lease") ?? "")
            let text = TestBrowser.segment(body)
            return await editor.post(
                path + "/autosave",
                body: "headline=A+light&body=\(text)&credits=Report&publish-at=2040-"
                    + "&revision=\(revision)&lease=\(lease)\(staff)")
        }

        func savedCount() async throws -> Int {
            try await newspaper.database.read { tx in try tx.savedDrafts(of: Draft.ID(1)).count }
        }
    }

    private struct Answered: Decodable {
        let revision: Int64
        let lease: Int64
        let at: Int64
        let state: String
    }

    @Test("An autosave of a half-typed text is offered, opened and ended by a save")
    func offering() async throws {
        var desk = try await Desk()
        let reply = await desk.autosave("It opens at", from: try await desk.editor.get(desk.path).page())
        #expect(reply.status == 200 && reply["Content-Type"] == "application/json; charset=utf-8")
        let answered = try JSONDecoder().decode(Answered.self, from: Data(reply.bytes))
        #expect(answered.revision == 1 && answered.lease == 1)
        #expect(answered.at == desk.newspaper.clock.now.milliseconds)
        #expect(answered.state.hasPrefix("Kept on the server at "))
        #expect(try await desk.savedCount() == 1)
        let offered = try await desk.editor.get(desk.path).page()
        #expect(offered.text.contains("did not add to the history"))
        #expect(offered.content(ofField: "body") == "It opens.")
        // Nobody else sees it.
        #expect(!(await desk.admin.get(desk.path).text.contains("did not add to the history")))
        let opened = try await desk.editor.get(desk.path + "/autosave").page()
        #expect(opened.content(ofField: "body") == "It opens at")
        #expect(opened.content(ofField: "credits") == "Report" && opened.content(ofField: "publish-at") == "2040-")
        let saved = await desk.editor.post(
            desk.path, ["headline": "A light", "body": "It opens at noon.", "revision": "1", "lease": "1"])
        #expect(saved.status == 303)
        #expect(!(await desk.editor.get(desk.path).text.contains("did not add to the history")))
        #expect(await desk.editor.get(desk.path + "/autosave").location == desk.path)
    }

    @Test("A save from a page that offers an autosave leaves it there, also after a refusal")
    func leaving() async throws {
        var desk = try await Desk()
        _ = await desk.autosave("It opens at", from: try await desk.editor.get(desk.path).page())
        let offering = try await desk.editor.get(desk.path).page()
        let offered = try #require(offering.content(ofField: "offered"))
        var form = ["headline": "A light", "body": "It opens late.", "revision": "1", "lease": "1", "offered": offered]
        form["topics"] = String(repeating: "a", count: 101)
        func body() -> String { form.map { "\($0)=\(TestBrowser.segment($1))" }.joined(separator: "&") }
        let refused = try await desk.editor.post(desk.path, body: body()).page()
        #expect(refused.content(ofField: "offered") == offered)
        form["topics"] = ""
        #expect(await desk.editor.post(desk.path, body: body()).status == 303)
        #expect(await desk.editor.get(desk.path).text.contains("did not add to the history"))
        #expect(try await desk.editor.get(desk.path + "/autosave").page().content(ofField: "body") == "It opens at")
    }

    @Test("Discarding ends the autosave that the page offered, and no newer one")
    func discarding() async throws {
        var desk = try await Desk()
        let page = try await desk.editor.get(desk.path).page()
        _ = await desk.autosave("It opens at", from: page)
        let old = try #require(try await desk.editor.get(desk.path).page().content(ofField: "saved-at"))
        desk.newspaper.clock.advance(5)
        _ = await desk.autosave("It opens at noon", from: page)
        #expect(await desk.editor.post(desk.path + "/autosave/discard", ["saved-at": old]).location == desk.path)
        let offered = try await desk.editor.get(desk.path).page()
        let time = try #require(offered.content(ofField: "saved-at"))
        _ = await desk.editor.post(desk.path + "/autosave/discard", ["saved-at": time])
        #expect(!(await desk.editor.get(desk.path).text.contains("did not add to the history")))
    }

    @Test("After a colleague has saved, the autosave is refused in words, and its page shows both texts")
    func stale() async throws {
        var desk = try await Desk()
        let page = try await desk.editor.get(desk.path).page()
        _ = await desk.autosave("It opens at noon.", from: page)
        let held = await desk.admin.post(desk.path + "/take-over", ["headline": "A", "lease": "1", "revision": "1"])
        #expect(held.status == 200)
        let refused = await desk.autosave("It opens at one.", from: page)
        #expect(refused.status == 409 && refused["Content-Type"] == "application/json; charset=utf-8")
        #expect(refused.text.contains("draft.takenOver") && refused.text.contains("is writing this draft now"))
        let saved = await desk.admin.post(
            desk.path, ["headline": "A lighthouse", "body": "It opens.", "revision": "1", "lease": "2"])
        #expect(saved.status == 303)
        let both = try await desk.editor.get(desk.path + "/autosave").page()
        #expect(both.text.contains("Two texts") && both.text.contains("It opens at noon."))
        #expect(both.text.contains("A lighthouse"))
        let compared = await desk.editor.post(
            desk.path + "/compare", ["headline": "A light", "body": "It opens at two.", "revision": "1", "lease": "1"])
        #expect(try compared.page().content(ofField: "headline") == "A lighthouse")
        #expect(try compared.page().content(ofField: "body") == "It opens at two.")
        #expect(try await desk.savedCount() == 2)
    }

    @Test("Opening the page takes the free lease; a form from just before still saves")
    func opening() async throws {
        var desk = try await Desk()
        desk.newspaper.clock.advance(DraftLease.seconds)
        let before = try await desk.admin.get(desk.path).page()
        #expect(before.content(ofField: "lease") == "1")
        let reply = await desk.admin.post(desk.path + "/open", ["revision": "1", "lease": "1"])
        #expect(reply.status == 200 && reply.text.contains("\"lease\":2"))
        #expect(await desk.editor.get(desk.path).text.contains("has been writing this draft since"))
        let late = await desk.editor.post(desk.path + "/open", ["revision": "1", "lease": "1"])
        #expect(late.status == 409 && late.text.contains("draft.takenOver"))
        let saved = await desk.admin.post(
            desk.path, ["headline": "A", "body": "B", "revision": "1", "lease": "1"])
        #expect(saved.status == 303)
    }

    @Test("Only the answer to a stored text names its write", arguments: ["1700-ab", "", "a;b", "a b"])
    func writtenName(write: String) async throws {
        var desk = try await Desk()
        let form = "revision=1&lease=1&sent=\(TestBrowser.segment(write))&body=It+opens+at+noon.&headline=A"
        let refused = await desk.editor.post(desk.path, body: form + "&publish-at=2040-")
        #expect(refused.status == 422 && refused["Set-Cookie"] == nil)
        let saved = await desk.editor.post(desk.path, body: form)
        #expect(saved.status == 303)
        let cookie = "written-draft-\(write)=stored; Path=/; Max-Age=60; SameSite=Lax"
        #expect(saved["Set-Cookie"] == (write == "1700-ab" ? cookie : nil))
    }

    @Test("An ended session, and another person in the same browser, get 403 and store nothing")
    func strangers() async throws {
        var desk = try await Desk()
        let page = try await desk.editor.get(desk.path).page()
        let other = await desk.autosave("It opens at", from: page, as: "&staff=999")
        #expect(other.status == 403 && other.text.contains("draft.otherPerson"))
        for action in ["", "/submit", "/publish", "/take-over", "/compare"] {
            let form = "headline=A&body=Mine&revision=1&lease=1&staff=999"
            let refused = await desk.editor.post(desk.path + action, body: form)
            #expect(refused.status == 403 && refused.text.contains("Somebody else has signed in here."))
            // The text stays the other person's, also when it is sent again.
            #expect(try refused.page().content(ofField: "staff") == "999")
        }
        #expect(await desk.editor.post("/desk/stories/new", body: "headline=A&body=Mine&staff=999").status == 403)
        #expect(try await desk.savedCount() == 1)
        desk.editor.cookies = [:]
        let ended = await desk.autosave("It opens at", from: page)
        #expect(ended.status == 403 && ended["Content-Type"]?.hasPrefix("text/html") == true)
        #expect(!(await desk.admin.get(desk.path).text.contains("did not add to the history")))
    }
}
