import Database
import Foundation
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("Writing stories", .timeLimit(.minutes(5)))
struct WritingTests {
    private static let form: [String: String] = [
        "headline": "A lighthouse opens", "standfirst": "It shines.", "byline": "Ada Example", "place": "PORTO",
        "body": "The lamp *turns*.\n\n## How it works\n\nIt turns.", "topics": "Harbors\nLight",
        "credits": "Reporting: Ada Example (Porto)",
    ]

    /// Sends the form of a draft with what its page holds, changed in some fields.
    private func send(
        _ browser: inout TestBrowser, _ path: String, from page: Reply, _ fields: [String: String] = [:]
    ) async throws -> Reply {
        let page = try page.page()
        var form = Self.form
        for name in ["revision", "lease", "publish-at", "embargo"] { form[name] = page.content(ofField: name) ?? "" }
        form.merge(fields) { $1 }
        let body = form.map { "\(TestBrowser.segment($0.key))=\(TestBrowser.segment($0.value))" }
        return await browser.post(path, body: body.sorted().joined(separator: "&"))
    }

    private func newDraft(_ browser: inout TestBrowser, _ fields: [String: String] = [:]) async throws -> String {
        let reply = try await send(&browser, "/desk/stories/new", from: await browser.get("/desk/stories/new"), fields)
        return try #require(reply.location)
    }

    @Test("A reporter writes and submits, an editor publishes, and readers see the story")
    func journey() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&reporter)
        #expect(path == "/desk/drafts/1")
        #expect(try await reporter.get("/desk/stories").page().text.contains("A lighthouse opens"))
        #expect(try await send(&reporter, path + "/publish", from: await reporter.get(path)).status == 403)
        #expect(try await send(&reporter, path + "/submit", from: await reporter.get(path)).location == "/desk/stories")
        let reply = try await send(&editor, path + "/publish", from: await editor.get(path))
        #expect(reply.location == "/stories/4")
        let story = await TestBrowser(newspaper).followed("/stories/4")
        for part in ["A lighthouse opens", "By Ada Example", "How it works", "Porto"] {
            #expect(try story.page().text.contains(part), "\(part)")
        }
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 10).map(\.action) }
        #expect(Array(log.prefix(3)) == ["story.publish", "draft.submit", "draft.create"])
        #expect(await reporter.get(path).status == 403)
    }

    @Test("A refused form comes back with everything that was typed")
    func refused() async throws {
        let newspaper = try await TestSite()
        var reporter = TestBrowser(newspaper, as: .reporter)
        let path = try await newDraft(&reporter)
        for (field, value) in [
            ("headline", String(repeating: "h", count: 301)), ("body", String(repeating: "b", count: 200_001)),
            ("credits", "nobody"),
            ("related", "the bridge"), ("gallery", "first"), ("language", "?"), ("publish-at", "soon"),
        ] {
            for address in [path, path + "/submit", "/desk/stories/new"] {
                let reply = try await send(&reporter, address, from: await reporter.get(path), [field: value])
                #expect(reply.status == 422, "\(field) at \(address)")
                let page = try reply.page()
                #expect(page.content(ofField: field) == value, "\(field) at \(address)")
                #expect(page.content(ofField: "standfirst") == "It shines.")
            }
        }
    }

    @Test("Readers hear of an update, but not of a corrected typo; the list of versions names it")
    func typo() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let draft = try await newDraft(&editor)
        let first = try await send(&editor, draft + "/publish", from: await editor.get(draft))
        #expect(first.location == "/stories/4")
        for (act, kinds) in [("typo", [Change.Kind.storyArranged]), ("update", [.storyUpdated, .storyArranged])] {
            let before = try await newspaper.database.read { tx in try tx.latestChange() }
            let path = try #require(await editor.post("/desk/stories/4/revise", [:]).location)
            let page = await editor.get(path)
            let version = try page.page().content(ofField: "story-version") ?? ""
            let reply = try await send(
                &editor, path + "/publish", from: page,
                ["standfirst": "It shines, as \(act).", "act": act, "story-version": version])
            #expect(reply.location == "/stories/4")
            let changes = try await newspaper.database.read { tx in try tx.changes(after: before, limit: 9) }
            #expect(changes.map(\.kind) == kinds)
        }
        let versions = await TestBrowser(newspaper).followed("/stories/4/a-lighthouse-opens/versions").text
        #expect(versions.components(separatedBy: "Spelling · ").count == 2)
    }

    @Test("Two people change different lines: the page offers both changes, and saving them works")
    func merging() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&reporter)
        let old = await reporter.get(path)
        let taken = try await send(&editor, path + "/take-over", from: await editor.get(path))
        #expect(taken.status == 200)
        #expect(try await send(&editor, path, from: taken, ["headline": "A new headline"]).status == 303)
        let reply = try await send(
            &reporter, path, from: old, ["body": "The lamp *turns*.\n\n## How it works\n\nIt turns. Slowly."])
        #expect(reply.status == 409)
        let page = try reply.page()
        #expect(page.content(ofField: "headline") == "A new headline")
        #expect(page.content(ofField: "body")?.contains("Slowly") == true)
        #expect(page.text.contains("they do not overlap"))
        let after = try await send(&reporter, path + "/take-over", from: reply, ["headline": "A new headline"])
        #expect(try await send(&reporter, path, from: after, ["headline": "A new headline"]).status == 303)
    }

    @Test("A form that is sent twice is saved, published and confirmed once, and the second answer is like the first")
    func twice() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let path = try await newDraft(&editor)
        func published() async throws -> Int {
            try await newspaper.database.read { tx in try tx.story(Story.ID(4))?.current.number ?? 0 }
        }
        let opened = await editor.get(path)
        for _ in 0..<2 {
            #expect(try await send(&editor, path, from: opened, ["headline": "Saved twice"]).location == path)
        }
        let saved = await editor.get(path)
        for _ in 0..<2 { #expect(try await send(&editor, path + "/publish", from: saved).location == "/stories/4") }
        #expect(try await published() == 1)
        let story = await editor.get(path)
        // Nothing has changed, so a page asks. Both clicks on its button have the same answer.
        for _ in 0..<2 {
            let asked = try await send(&editor, path + "/publish", from: story, ["save-note": "-"])
            #expect(asked.status == 200 && asked.text.contains("You have changed nothing that readers see."))
        }
        let asked = try await send(&editor, path + "/publish", from: await editor.get(path))
        for _ in 0..<2 {
            #expect(try await send(&editor, path + "/confirm", from: asked).location == "/stories/4")
        }
        #expect(try await published() == 2)
        // An older form with another text is still a conflict.
        #expect(try await send(&editor, path, from: opened, ["headline": "Another"]).status == 409)
    }

    @Test("Two people change the same line: both texts are on the page, and nothing is overwritten")
    func conflict() async throws {
        let newspaper = try await TestSite()
        var (one, two) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&one)
        let (first, second) = (await one.get(path), await two.get(path))
        #expect(try await send(&one, path, from: first, ["headline": "The first"]).status == 303)
        for action in ["", "/submit", "/publish"] {
            let reply = try await send(&two, path + action, from: second, ["headline": "The second"])
            #expect(reply.status == 409, "\(action)")
            let text = reply.text
            #expect(text.contains("The first") && text.contains("The second"), "\(action)")
        }
        for action in ["/confirm", "/return", "/discard"] {
            #expect(try await send(&two, path + action, from: second).status == 409, "\(action)")
        }
        #expect(try await one.get(path).page().content(ofField: "headline") == "The first")
    }

    @Test("A refused submission or publication changes nothing")
    func unchanged() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let path = try await newDraft(&editor)
        #expect(try await send(&editor, path + "/submit", from: await editor.get(path)).status == 303)
        let submitted = await editor.get(path)
        #expect(try await send(&editor, path + "/submit", from: submitted, ["headline": "Not stored"]).status == 409)
        #expect(try await editor.get(path).page().content(ofField: "headline") == "A lighthouse opens")
        #expect(try await send(&editor, path + "/publish", from: submitted).location == "/stories/4")
        #expect(
            await editor.post("/desk/stories/4/withdraw", ["version": "1", "withdrawal-reason": "It was wrong."]).status
                == 303)
        let late = try await send(&editor, path + "/publish", from: await editor.get(path), ["headline": "Not stored"])
        #expect(late.status == 410)
        #expect(try await editor.get(path).page().content(ofField: "headline") == "A lighthouse opens")
    }

    @Test("Saving the draft of a published story makes it a draft again, which can be scheduled")
    func changes() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let path = try await newDraft(&editor)
        #expect(try await send(&editor, path + "/publish", from: await editor.get(path)).status == 303)
        #expect(try await send(&editor, path, from: await editor.get(path), ["headline": "Changed"]).status == 303)
        let list = try await editor.get("/desk/stories?state=mine").page().text
        #expect(list.contains("Changed") && list.contains("changes to a published story"))
    }

    @Test("Taking over after the colleague has saved shows both texts, merged")
    func takingOver() async throws {
        let newspaper = try await TestSite()
        var (one, two) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .admin))
        let path = try await newDraft(&one)
        let (first, second) = (await one.get(path), await two.get(path))
        #expect(try await send(&one, path, from: first, ["headline": "By the first"]).status == 303)
        let taken = try await send(&two, path + "/take-over", from: second, ["standfirst": "By the second"])
        #expect(taken.status == 200 && taken.text.contains("Two texts"))
        let page = try taken.page()
        #expect(page.content(ofField: "headline") == "By the first")
        #expect(page.content(ofField: "standfirst") == "By the second")
    }

    @Test("Typed text comes back when the session has ended, the draft is gone or the role does not allow it")
    func kept() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&reporter)
        let page = await reporter.get(path)
        let fields = ["body": "A text that nobody has saved."]
        for action in ["", "/submit", "/publish", "/take-over", "/preview"] {
            for role in [Role.visitor, .moderator] {
                var other = TestBrowser(newspaper, as: role)
                let reply = try await send(&other, path + action, from: page, fields)
                #expect(
                    reply.status == 403 && reply.text.contains("A text that nobody has saved."), "\(action) \(role)")
            }
            let gone = try await send(&editor, "/desk/drafts/99" + action, from: page, fields)
            #expect(gone.status == 404 && gone.text.contains("A text that nobody has saved."), "\(action)")
        }
        try await newspaper.database.write { tx in try tx.run("UPDATE drafts SET state = 'scheduled'") }
        let late = try await send(&reporter, path, from: page, fields)
        #expect(late.status == 403 && late.text.contains("A text that nobody has saved."))
    }

    @Test("A form without its fields erases nothing")
    func incomplete() async throws {
        let newspaper = try await TestSite()
        var reporter = TestBrowser(newspaper, as: .reporter)
        let path = try await newDraft(&reporter)
        #expect(await reporter.post(path, body: "revision=1&lease=1").status == 422)
        #expect(try await reporter.get(path).page().content(ofField: "headline") == "A lighthouse opens")
    }

    @Test("A version that the agency has sent meanwhile is not overwritten; the page has both texts")
    func agency() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let path = try #require(await editor.post("/desk/stories/1/revise", [:]).location)
        let page = await editor.get(path)
        let old = try page.page()
        try await newspaper.database.write { tx in
            let version = try #require(try tx.story(Story.ID(1))).current.number
            try tx.run(
                "UPDATE versions SET standfirst = 'From the agency.' WHERE story_id = 1 AND number = $1", version)
            try tx.run(
                """
                INSERT INTO versions (story_id, number, wire_version, headline, standfirst, body, created_at)
                SELECT story_id, number + 1, 99, headline, 'From the agency, again.', body, created_at FROM versions
                WHERE story_id = 1 AND number = $1
                """, version)
            try tx.run("UPDATE stories SET current_version = current_version + 1 WHERE id = 1")
        }
        var form = ["headline": "By the editor"]
        for name in ["story-version", "body", "standfirst", "byline", "place", "topics", "credits"] {
            form[name] = old.content(ofField: name) ?? ""
        }
        let reply = try await send(&editor, path + "/publish", from: page, form)
        #expect(reply.status == 409)
        #expect(reply.text.contains("From the agency, again.") && reply.text.contains("By the editor"))
        let both = try reply.page()
        form["headline"] = "By the editor"
        for name in ["story-version", "standfirst"] { form[name] = both.content(ofField: name) ?? "" }
        #expect(try await send(&editor, path + "/publish", from: reply, form).location == "/stories/1")
    }

    @Test("A picture in the text that is not in the gallery, and a dead link, stop the publication")
    func incompleteText() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        for (body, sentence) in [
            ("Look.\n\n![](picture:99)", "The text shows picture 99"), ("See [this](javascript:x).", "leads nowhere"),
            ("", "The text is missing."),
        ] {
            let path = try await newDraft(&editor, ["body": body])
            let reply = try await send(&editor, path + "/publish", from: await editor.get(path), ["body": body])
            #expect(reply.status == 422 && reply.text.contains(sentence), "\(body)")
        }
    }

    @Test("A page says who is writing and since when")
    func colleague() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&reporter)
        #expect(try await editor.get(path).page().text.contains("has been writing this draft since"))
        #expect(try await reporter.get(path).page().text.contains("writing this draft") == false)
        #expect(try await send(&editor, path, from: await editor.get(path)).status == 409)
    }

    @Test("Reporters see only their own drafts; a setting lets them publish these")
    func reporters() async throws {
        let newspaper = try await TestSite { $0.reportersPublish = true }
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let (own, other) = (try await newDraft(&reporter), try await newDraft(&editor, ["headline": "A secret"]))
        #expect(await reporter.get(other).status == 403)
        #expect(await reporter.get(other + "/history").status == 403)
        #expect(try await reporter.get("/desk/stories").page().text.contains("A secret") == false)
        #expect(try await send(&reporter, other, from: await reporter.get(own)).status == 403)
        #expect(try await send(&reporter, own + "/publish", from: await reporter.get(own)).location == "/stories/4")
    }
}

extension TestBrowser {
    /// The page at the end of a redirect.
    func followed(_ path: String) async -> Reply {
        var browser = self
        let reply = await browser.get(path)
        return reply.location == nil ? reply : await browser.follow(reply)
    }
}
