import Database
import Foundation
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Notes on drafts", .timeLimit(.minutes(5)))
struct NoteTests {
    private static let secret = "Xylograph"

    private func newDraft(_ browser: inout TestBrowser, _ headline: String = "A lighthouse opens") async throws
        -> String
    {
        let reply = await browser.post("/desk/stories/new", ["headline": headline, "body": "The lamp turns."])
        return try #require(reply.location)
    }

    @Test("An editor notes, the reporter resolves, and the list counts")
    func journey() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&reporter)
        let added = await editor.post(path + "/notes", ["text": "Which lamp?", "passage": "The lamp turns."])
        #expect(added.location == path + "#note-1")
        #expect(await editor.post(path + "/notes", ["text": "And when?", "passage": ""]).location == path + "#note-2")
        let page = try await reporter.get(path).page()
        #expect(page.text.contains("Which lamp?") && page.text.contains("And when?"))
        for browser in [reporter, editor] {
            var browser = browser
            #expect(try await browser.get("/desk/stories").page().text.contains("2 open notes"))
        }
        for _ in 0..<2 {
            let reply = await reporter.post(path + "/notes/1/resolve", [:])
            #expect(reply.status == 303 && reply.location == path + "#notes")
        }
        #expect(try await editor.get(path).page().text.contains("1 resolved note"))
        #expect(try await editor.get("/desk/stories").page().text.contains("1 open note"))
        #expect(await editor.post(path + "/notes/1/reopen", [:]).status == 303)
        #expect(try await editor.get(path).page().text.contains("resolved note") == false)
        #expect(await editor.post(path + "/notes/99/resolve", [:]).status == 404)
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 5).map(\.action) }
        #expect(log == ["draft.reopenNote", "draft.resolveNote", "draft.note", "draft.note", "draft.create"])
    }

    @Test("A note leaves a colleague's open form as it is")
    func openForm() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&reporter)
        let old = try await reporter.get(path).page()
        #expect(await editor.post(path + "/notes", ["text": "A word."]).status == 303)
        #expect(await editor.post(path + "/notes/1/resolve", [:]).status == 303)
        let saved = await reporter.post(
            path,
            [
                "headline": "A better headline", "body": "The lamp turns.",
                "revision": old.content(ofField: "revision") ?? "", "lease": old.content(ofField: "lease") ?? "",
            ])
        #expect(saved.status == 303)
    }

    @Test("A refused note comes back with everything that was typed, and the story as it is stored")
    func refused() async throws {
        let newspaper = try await TestSite()
        var reporter = TestBrowser(newspaper, as: .reporter)
        let path = try await newDraft(&reporter)
        let long = String(repeating: "x", count: 30_000)
        for (text, passage, sentence) in [
            ("", "The lamp", "Enter a note."), ("A\u{1}word", "The lamp", "cannot be printed"),
            (long, "The lamp", "too long (limit 2,000)"),
            ("A word.", long, "The passage is 29,500 characters too long"),
        ] {
            let reply = await reporter.post(path + "/notes", ["text": text, "passage": passage])
            #expect(reply.status == 422 && reply.text.contains(sentence), "\(sentence)")
            let page = try reply.page()
            #expect(page.content(ofField: "note-text") == text.asShown, "\(sentence)")
            #expect(page.content(ofField: "note-passage") == passage)
            #expect(page.content(ofField: "body") == "The lamp turns.")
        }
        #expect(try await newspaper.database.read { tx in try tx.draftNotes(of: .init(1)) } == [])
        var editor = TestBrowser(newspaper, as: .editor)
        let gone = await editor.post("/desk/drafts/99/notes", ["text": "A note that nobody has stored."])
        #expect(gone.status == 404 && gone.text.contains("A note that nobody has stored."))
    }

    @Test("The 201st note is refused and keeps its text")
    func many() async throws {
        let newspaper = try await TestSite()
        var reporter = TestBrowser(newspaper, as: .reporter)
        let path = try await newDraft(&reporter)
        try await newspaper.database.write { tx in
            for _ in 0..<DraftNote.mostPerDraft {
                try tx.run(
                    """
                    INSERT INTO draft_notes (draft_id, author_id, created_at, text)
                    SELECT id, author_id, 0, '-' FROM drafts
                    """
                )
            }
        }
        let reply = await reporter.post(path + "/notes", ["text": "One too many."])
        #expect(reply.status == 422 && reply.text.contains("This draft has 200 notes, and that is the limit."))
        #expect(try reply.page().content(ofField: "note-text") == "One too many.")
    }

    @Test("Reporters write notes only on drafts that they may open")
    func reporters() async throws {
        let newspaper = try await TestSite()
        var (reporter, editor) = (TestBrowser(newspaper, as: .reporter), TestBrowser(newspaper, as: .editor))
        let path = try await newDraft(&editor)
        #expect(await editor.post(path + "/notes", ["text": "A word."]).status == 303)
        for (action, form) in [("/notes", ["text": "Mine."]), ("/notes/1/resolve", [:]), ("/notes/1/reopen", [:])] {
            let body = form.map { "\($0)=\($1)" }.joined()
            #expect(await reporter.post(path + action, body: body).status == 403, "\(action)")
        }
        let stored = try await newspaper.database.read { tx in try tx.draftNotes(of: .init(1)) }
        #expect(stored.map(\.text) == ["A word."] && stored[0].resolution == nil)
    }

    @Test("A hostile note is shown as it was typed")
    func hostile() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        for vector in HostileText.own {
            let path = try await newDraft(&editor)
            let reply = await editor.post(path + "/notes", ["text": vector, "passage": String(vector.prefix(50))])
            guard reply.status == 303 else {
                #expect(reply.status == 422)
                continue
            }
            let page = try await editor.get(path).page()
            for line in vector.withPlainLineEnds.trimmed.split(separator: "\n") {
                #expect(page.text.contains(line), "\(vector.debugDescription)")
            }
        }
    }

    @Test("No public address has a word of a note, before and after publication")
    func neverPublic() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let path = try #require(await editor.post("/desk/stories/1/revise", [:]).location)
        for _ in 0..<2 {
            let reply = await editor.post(path + "/notes", ["text": "A \(Self.secret)?", "passage": Self.secret])
            #expect(reply.status == 303)
        }
        #expect(await editor.post(path + "/notes/1/resolve", [:]).status == 303)
        let page = try await editor.get(path).page()
        var form = ["headline": "A bridge opens again"]
        for name in ["revision", "lease", "story-version", "body", "topics", "credits"] {
            form[name] = page.content(ofField: name) ?? ""
        }
        let body = form.map { "\(TestBrowser.segment($0.key))=\(TestBrowser.segment($0.value))" }
        #expect(await editor.post(path + "/publish", body: body.joined(separator: "&")).location == "/stories/1")
        let everything = await newspaper.everythingPublic()
        #expect(everything.contains("A bridge opens again"))
        #expect(!everything.contains(Self.secret) && !everything.contains(Self.secret.lowercased()))
        #expect(try await editor.get(path).page().text.contains(Self.secret))
    }
}
