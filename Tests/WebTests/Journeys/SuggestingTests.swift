import Database
import Foundation
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Suggested corrections", .timeLimit(.minutes(5)))
struct SuggestingTests {
    private let story = "/stories/1/a-bridge-opens"

    /// Sends a suggestion whose passage is in the story, unless the fields say otherwise.
    private func suggest(
        _ browser: inout TestBrowser, _ fields: [String: String] = [:], version: String = "2"
    ) async -> Reply {
        let form = ["passage": "A bridge", "wrong": "It is a ferry.", "version": version].merging(fields) { $1 }
        let body = form.map { "\(TestBrowser.segment($0.key))=\(TestBrowser.segment($0.value))" }
        return await browser.post("\(story)/suggest", body: body.sorted().joined(separator: "&"))
    }

    private func decide(
        _ browser: inout TestBrowser, _ decision: String, on number: Int = 1, answer: String = ""
    ) async -> Reply {
        await browser.post("/desk/corrections/\(number)", ["decision": decision, "answer": answer])
    }

    @Test(
        "A suggestion gets a receipt, is accepted, and its correction appears there", arguments: TestedEngine.allCases)
    func whole(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        let page = try await reader.get(story).page()
        let link = try #require(page.all("data-suggests", "").first?.attributes["href"])
        #expect(link == "\(story)/suggest?version=2")
        let form = try await reader.get("\(link)&passage=A+bridge").page()
        #expect(form.content(ofField: "passage") == "A bridge" && form.content(ofField: "version") == "2")

        let fields = ["correct": "A ferry opens", "evidence": "I was there.", "name": "Ada Reader", "thanks": "yes"]
        let receipt = try #require(await suggest(&reader, fields).location)
        #expect(receipt.wholeMatch(of: /\/suggestions\/[0-9a-f]{32}/) != nil)
        #expect(await suggest(&reader, fields).location == receipt, "the same suggestion again is one suggestion")
        let waiting = await reader.get(receipt)
        #expect(waiting.text.contains("An editor will look") && waiting.text.contains("I was there."))
        #expect(waiting["Cache-Control"] == "no-store")

        #expect(await editor.get("/desk").text.contains("1 suggested correction<"))
        let list = try await editor.get("/desk/corrections").page().text
        #expect(list.contains("It is a ferry.") && list.contains("Ada Reader") && list.contains("thanked by name"))
        #expect(await editor.get("/desk/corrections").text.contains("<mark>A bridge</mark>"))

        let accepted = await decide(&editor, "accept", answer: "Quite so.")
        #expect(accepted.location == "/desk/drafts/1?accepted=form")
        let draft = try await editor.follow(accepted).page()
        #expect(draft.text.contains("check and complete the reader’s words under Note to readers"))
        let note = "An earlier version said “A bridge”. In fact: A ferry opens. Thanks to Ada Reader."
        #expect(draft.content(ofField: "correction") == note)
        #expect(draft.all("value", "correction").contains { $0.attributes["checked"] != nil })
        let told = await reader.get(receipt).text
        #expect(told.contains("It shows the next correction of this story") && told.contains("Quite so."))
        #expect(!told.contains("editor@example.org"))

        try await newspaper.database.write { tx in
            let draft = try #require(try tx.draft(.init(1)))
            _ = try tx.publish(
                draft, DraftPublication(opening: "", language: .english), by: "-", now: newspaper.clock.now)
        }
        #expect(await reader.get(receipt).text.contains("href=\"\(story)#correction-3\""))
        #expect(await editor.get("/desk/corrections").text.contains("No open suggestions"))
        #expect(await editor.get("/desk/corrections?state=decided").text.contains("Accepted by"))
        let actions = try await newspaper.database.read { tx in try tx.logEntries().map(\.action) }
        #expect(actions.contains("suggestion.accept"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("The page of the draft says that the words of a second suggestion are a note, and only after it is accepted")
    func second() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        for wrong in ["One.", "Two."] { _ = await suggest(&reader, ["wrong": wrong]) }
        _ = await decide(&editor, "accept")
        let second = await decide(&editor, "accept", on: 2)
        #expect(second.location == "/desk/drafts/1?accepted=note")
        let page = await editor.follow(second)
        #expect(page.text.contains("<a href=\"#notes\">Notes</a>"))
        #expect(try page.page().text.contains("This draft has a note to readers already"))
        for query in ["", "?accepted=nonsense"] {
            #expect(await !editor.get("/desk/drafts/1\(query)").text.contains("The suggestion is accepted."))
        }
    }

    @Test("A version that the story does not have counts as the current one")
    func forged() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for (number, version) in ["-1", "0", "999", "99999999999999999999"].enumerated() {
            #expect(
                try await reader.get("\(story)/suggest?version=\(version)").page().content(ofField: "version") == "2")
            #expect(await suggest(&reader, ["wrong": "\(number)"], version: version).status == 303)
        }
        let sent = try await newspaper.database.read { tx in try tx.openSuggestions().elements }
        #expect(sent.map(\.version) == [2, 2, 2, 2])
    }

    @Test("At the desk, a suggestion for a story that is a draft again leads to the draft")
    func draftAgain() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        let written = await editor.post(
            "/desk/stories/new", ["headline": "A lighthouse opens", "body": "It shines.", "topics": "Lamps"])
        let draft = try #require(written.location)
        let form = try await editor.get(draft).page()
        let body = ["revision", "lease", "headline", "body", "topics", "story-version"].map { name in
            "\(name)=\(TestBrowser.segment(form.content(ofField: name) ?? ""))"
        }
        #expect(await editor.post(draft + "/publish", body: body.joined(separator: "&")).location == "/stories/4")
        _ = await reader.post("/stories/4/a-lighthouse-opens/suggest", ["wrong": "It is dark."])
        #expect(await editor.post("/desk/stories/4/unpublish", ["version": "1"]).location == draft)
        for path in ["/desk/corrections", "/desk/corrections/1"] {
            let page = await editor.get(path).text
            #expect(page.contains("<a href=\"\(draft)\"") && page.contains("The story is a draft again."))
            #expect(!page.contains("/stories/4/"))
        }
    }

    @Test("A thank-you needs the sender's consent")
    func consent() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .admin))
        _ = await suggest(&reader, ["name": "Ada Reader"])
        let draft = try await editor.follow(await decide(&editor, "accept")).page()
        #expect(draft.content(ofField: "correction") == "An earlier version said “A bridge”.")
    }

    @Test("A refused suggestion comes back with everything that was typed")
    func refused() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let long = { (count: Int) in String(repeating: "字", count: count) }
        for (field, typed, status) in [
            ("wrong", "", 422), ("wrong", long(2_001), 422), ("correct", long(2_001), 422),
            ("evidence", "a\u{7}b", 422), ("passage", long(501), 422), ("name", "A", 422),
            ("passage", "A passage that nobody wrote", 422), ("evidence", "a\u{0}b", 422),
        ] {
            let fields = [
                "passage": "A bridge", "wrong": "<script>", "correct": "</textarea>", "evidence": "\"'&",
                "name": "عايدة",
            ].merging([field: typed]) { $1 }
            let reply = await suggest(&reader, fields.merging(["thanks": "yes"]) { $1 })
            #expect(reply.status == status, "\(field)")
            let page = try reply.page()
            for (name, value) in fields where !value.unicodeScalars.contains(where: { $0.value < 0x20 }) {
                #expect(page.content(ofField: name) == value, "\(field): \(name)")
            }
            #expect(page.all("name", "thanks").contains { $0.attributes["checked"] != nil })
        }
        #expect(await suggest(&reader, ["thanks": "yes"]).text.contains("Enter your name, or clear"))
        let body = "passage=A+bridge&wrong=%ff&version=2"
        #expect(await reader.post("\(story)/suggest", body: body).status == 422)
        let count = try await newspaper.database.read { tx in try tx.countOpenSuggestions() }
        #expect(count == 0)
    }

    @Test("A passage of the version that was read is accepted, and the desk says that it is gone")
    func earlier() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        let earlier = try await newspaper.database.read { tx in
            try #require(try tx.version(1, of: .init(1))).body.sent
        }
        let passage = "\(earlier.prefix(30))"
        try await newspaper.database.write { tx in
            let draft = try tx.reviseStory(
                .init(1), by: try #require(try tx.staff(email: "editor@example.org")?.staff),
                now: newspaper.clock.now)
            var content = try #require(try tx.draft(draft)).content
            content.body = "Nothing of that remains."
            let staff = try #require(try tx.staff(email: "editor@example.org")?.staff)
            let stamp = try #require(try tx.draft(draft)).stamp
            try tx.save(
                content, note: nil,
                DraftWriting(
                    draft: draft, stamp: stamp, staff: staff, reportersPublish: true, now: newspaper.clock.now))
            _ = try tx.publish(
                try #require(try tx.draft(draft)), DraftPublication(opening: "", language: .english), by: "-",
                now: newspaper.clock.now)
        }
        #expect(await suggest(&reader, ["passage": passage], version: "3").status == 422)
        #expect(await suggest(&reader, ["passage": passage], version: "1").status == 303)
        #expect(await suggest(&reader, ["passage": "of that REMAINS"], version: "none").status == 303)
        let list = await editor.get("/desk/corrections").text
        #expect(list.contains("no longer in the text") && list.contains("<mark>of that remains</mark>"))
        #expect(list.contains("\(story)/versions/1"))
    }

    @Test("Drafts and unknown stories have no form; a withdrawn story is gone, and the typed text is not")
    func gone() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        #expect(await reader.get("/stories/99/nothing/suggest").status == 404)
        #expect(await reader.get("/stories/1/other/suggest?version=1").location == "\(story)/suggest?version=1")
        _ = await suggest(&reader)
        try await newspaper.database.write { tx in
            let version = try tx.story(Story.ID(1))?.current.number ?? 0
            try tx.withdraw(
                Story.ID(1), version: version, reason: "It was wrong.", by: "editor", now: newspaper.clock.now)
        }
        #expect(await reader.get("\(story)/suggest").status == 410)
        let late = await suggest(&reader, ["wrong": "What I know.", "evidence": "How I know."])
        #expect(late.status == 410 && late.text.contains("What I know.") && late.text.contains("How I know."))
        let list = await editor.get("/desk/corrections").text
        #expect(list.contains("Readers no longer see this story.") && !list.contains("value=\"accept\""))
        let refused = await decide(&editor, "accept", answer: "A kept answer.")
        #expect(refused.status == 410 && refused.text.contains("A kept answer."))
        #expect(await decide(&editor, "dismiss").location == "/desk/corrections?done=1")
    }

    @Test("Too many from one source are refused for a while, and other sites send none")
    func limits() async throws {
        let newspaper = try await TestSite { $0.reportsPerHour = 2 }
        var reader = TestBrowser(newspaper)
        for number in 1...2 { #expect(await suggest(&reader, ["wrong": "\(number)"]).status == 303) }
        let reply = await suggest(&reader, ["wrong": "What I know."])
        #expect(reply.status == 429 && reply["Retry-After"] != nil && reply.text.contains("What I know."))
        let number = await reader.commentNumber("A word.")
        #expect(await reader.report(number).status == 303, "reports have a count of their own")
        newspaper.clock.advance(3_601)
        #expect(await suggest(&reader, ["wrong": "What I know."]).status == 303)
        reader.headers = ["Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"]
        let foreign = await suggest(&reader, ["wrong": "What another site sends."])
        #expect(foreign.status == 403 && foreign.text.contains("Another site sent this form"))
    }

    @Test("The second of two editors is told, keeps the answer, and can reopen")
    func twice() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        var admin = TestBrowser(newspaper, as: .admin)
        let receipt = try #require(await suggest(&reader).location)
        #expect(await decide(&editor, "answer").status == 422)
        #expect(await decide(&editor, "nonsense", answer: "Kept.").text.contains("Kept."))
        let long = String(repeating: "字", count: 2_001)
        #expect(try await decide(&editor, "dismiss", answer: long).page().content(ofField: "answer") == long)
        #expect(await decide(&editor, "answer", answer: "It is <b>not</b>.").location == "/desk/corrections?done=1")
        #expect(await editor.get("/desk/corrections?done=1").text.contains("The suggestion is answered."))
        let late = await decide(&admin, "dismiss", answer: "My words.")
        #expect(late.status == 409 && late.text.contains("has already answered") && late.text.contains("My words."))
        let told = await reader.get(receipt).text
        #expect(told.contains("It is &lt;b>not") || told.contains("It is &lt;b&gt;not"))
        #expect(await admin.post("/desk/corrections/1/reopen", [:]).location == "/desk/corrections?done=1")
        #expect(await admin.post("/desk/corrections/1/reopen", [:]).status == 409)
        #expect(await reader.get(receipt).text.contains("An editor will look"))
        let reopened = try await admin.get("/desk/corrections/1").page().text
        #expect(reopened.contains("Answered by") && reopened.contains("It is <b>not</b>."))
        #expect(await decide(&admin, "dismiss").status == 303)
        #expect(await admin.post("/desk/corrections/99", ["decision": "dismiss"]).status == 404)
    }

    @Test("Only those who publish see and decide suggestions", arguments: [Role.reader, .reporter, .moderator])
    func others(_ role: Role) async throws {
        let newspaper = try await TestSite()
        var (reader, other) = (TestBrowser(newspaper), TestBrowser(newspaper, as: role))
        _ = await suggest(&reader)
        for path in ["/desk/corrections", "/desk/corrections/1"] { #expect(await other.get(path).status == 403) }
        #expect(await decide(&other, "dismiss").status == 403)
        #expect(await other.post("/desk/corrections/1/reopen", [:]).status == 403)
        #expect(await !other.get("/desk").text.contains("suggested correction"))
    }

    @Test("A sender with an account is told without the name of the editor")
    func told() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper, as: .editor))
        let form = try await reader.get("\(story)/suggest").page()
        #expect(form.content(ofField: "name")?.isEmpty == false, "the name of the account")
        _ = await suggest(&reader)
        _ = await decide(&editor, "answer", answer: "It is one.")
        let list = await reader.get("/account/notifications").text
        #expect(list.contains("We decided on the correction that you suggested to") && list.contains("It is one."))
        newspaper.clock.advance(60)
        _ = try await newspaper.site.newspaper.performJobs()
        let mail = try #require(try await newspaper.mails(to: "reader@example.org").last)
        #expect(mail.subject.contains("Your suggestion") && "\(mail.parts)".contains("It is one."))
        #expect(!"\(mail.parts)".contains("editor") && !list.contains("editor@example.org"))
    }
}
