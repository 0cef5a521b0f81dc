import Database
import Foundation
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Live stories", .timeLimit(.minutes(5)))
struct LiveStoryTests {
    let story = "/stories/1/a-bridge-opens"
    let desk = "/desk/stories/1/live"

    /// Makes the story live.
    func live(_ newspaper: TestSite) async -> TestBrowser {
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await editor.post("/desk/stories/1/coverage", ["act": "begin"]).location == desk)
        return editor
    }

    /// Fills in and sends the form for an entry.
    @discardableResult
    func add(
        _ text: String, headline: String = "", isKeyPoint: Bool = false, _ editor: inout TestBrowser
    ) async throws -> Reply {
        let token = try await editor.get(desk).page().content(ofField: "token") ?? ""
        return await editor.post(
            desk, ["token": token, "text": text, "headline": headline, "key-point": isKeyPoint ? "yes" : ""])
    }

    @Test("An entry appears at once on the story, on its own page, and in the data for machines")
    func entry() async throws {
        let newspaper = try await TestSite()
        var (editor, reader) = (await live(newspaper), TestBrowser(newspaper))
        #expect(await reader.get(story).text.contains("No entries yet."))
        #expect(await reader.get("/").text.contains("on-air"))
        #expect(
            try await add("The **ribbon** is cut.", headline: "It opens", isKeyPoint: true, &editor).location == desk)
        let page = await reader.get(story).text
        #expect(page.contains("The <strong>ribbon</strong> is cut.") && page.contains("<h3>It opens</h3>"))
        #expect(page.contains(#""@type":"LiveBlogPosting""#) && page.contains(#""@type":"BlogPosting""#))
        #expect(page.contains("coverageStartTime") && !page.contains("coverageEndTime"))
        #expect(page.contains("class=\"key-points\"") && !page.contains("Add an entry"))
        #expect(await editor.get(story).text.contains("href=\"\(desk)\">Add an entry"))
        var moderator = TestBrowser(newspaper, as: .moderator)
        #expect(await !moderator.get(story).text.contains("Add an entry"))
        let one = await reader.get("\(story)/live/1")
        #expect(one.status == 200 && one.text.contains("The <strong>ribbon</strong> is cut."))
        #expect(await reader.get("\(story)/entries").text.contains("It opens"))
        let empty = try await editor.get(desk).page()
        #expect(empty.content(ofField: "text") == "")
        _ = await editor.post("/desk/stories/1/coverage", ["act": "end"])
        let ended = await reader.get(story).text
        #expect(ended.contains("coverageEndTime") && ended.contains("It opens") && !ended.contains("on-air"))
        #expect(await !reader.get("/").text.contains("on-air"))
    }

    @Test("Edits, key points and removals show at once in every cached form, and a removed entry is gone")
    func changes() async throws {
        let newspaper = try await TestSite()
        var (editor, reader) = (await live(newspaper), TestBrowser(newspaper))
        try await add("A first word.", &editor)
        try await add("A second word.", &editor)
        let pages = [story, "\(story)?order=newest", "\(story)/entries", "\(story)/live/1"]
        for path in pages { #expect(await reader.get(path).text.contains("A first word."), "\(path)") }
        newspaper.clock.advance(60)
        let edit = await editor.post("\(desk)/1", ["text": "Another word.", "headline": "", "revision": "0"])
        #expect(edit.location == desk)
        for path in pages {
            let page = await reader.get(path).text
            #expect(page.contains("Another word.") && !page.contains("A first word."), "\(path)")
            #expect(page.contains("edited <time"))
        }
        _ = await editor.post("\(desk)/1/pin", ["key-point": "yes"])
        #expect(await reader.get(story).text.contains("class=\"key-points\""))
        #expect(await editor.post("\(desk)/1/remove", [:]).location == desk)
        for path in pages { #expect(await !reader.get(path).text.contains("Another word."), "\(path)") }
        let gone = await reader.get("\(story)/live/1")
        #expect(gone.status == 410 && gone.text.contains("This entry was removed."))
        #expect(gone.text.contains("<a href=\"\(story)#live\">Go to the live story</a>"))
        #expect(await editor.get("\(desk)/1").status == 410)
        #expect(await reader.get("\(story)/live/99").status == 404)
        #expect(await reader.get(story).text.contains("A second word."))
    }

    @Test("A refused entry comes back with a sentence and everything that was typed")
    func refused() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let early = await editor.post(desk, ["text": "Too early.", "token": "a"])
        #expect(early.status == 403 || early.status == 409)
        #expect(early.text.contains("This story is not live.") && early.text.contains("Too early."))
        editor = await live(newspaper)
        for (text, sentence) in [
            ("", "Enter a text for the entry."),
            (String(repeating: "t", count: 5_001), "The entry is 1 character too long (limit 5,000)."),
            ("![Boats](picture:1)", "Entries have no pictures."),
            ("Rain. ![](https://example.org/a.jpg)", "Entries have no pictures."),
            ("[a](javascript:alert(1))", "A link in the entry leads nowhere"),
            ("One.\n\n[^1]: A note.", "The entry has a footnote, but no mark"),
            ("[a]: https://example.org", "Readers would see nothing of this text."),
        ] {
            let reply = try await add(text, headline: "A headline", isKeyPoint: true, &editor)
            #expect(reply.status == 422 && reply.text.contains(sentence))
            let page = try reply.page()
            #expect(page.content(ofField: "text") == text && page.content(ofField: "headline") == "A headline")
        }
        try await add("A word.", &editor)
        let picture = await editor.post("\(desk)/1", ["text": "A ![word](picture:1).", "revision": "0"])
        #expect(picture.status == 422 && picture.text.contains("Entries have no pictures."))
        #expect(try picture.page().content(ofField: "text") == "A ![word](picture:1).")
        _ = await editor.post("\(desk)/1", ["text": "By a colleague.", "revision": "0"])
        let late = await editor.post("\(desk)/1", ["text": "By me.", "revision": "0"])
        #expect(late.status == 409 && late.text.contains("By a colleague."))
        #expect(try late.page().content(ofField: "text") == "By me.")
        #expect(try late.page().content(ofField: "revision") == "1")
        _ = await editor.post("\(desk)/1/remove", [:])
        let removed = await editor.post("\(desk)/1", ["text": "By me.", "revision": "1"])
        #expect(removed.status == 410 && removed.text.contains("This entry was removed."))
        #expect(try removed.page().content(ofField: "text") == "By me.")
        _ = await editor.post("/desk/stories/1/coverage", ["act": "end"])
        let ended = await editor.post(desk, ["text": "Too late.", "token": "b"])
        #expect(ended.text.contains("The live coverage has ended.") && ended.text.contains("Too late."))
        #expect(await editor.post("/desk/stories/1/coverage", ["act": "nothing"]).status == 422)
    }

    @Test("A withdrawn story takes no entries, and its live pages answer as the story does")
    func withdrawn() async throws {
        let newspaper = try await TestSite()
        var (editor, reader) = (await live(newspaper), TestBrowser(newspaper))
        try await add("A secret word.", &editor)
        try await newspaper.writeFromElsewhere { tx in
            let version = try tx.story(Story.ID(1))?.current.number ?? 0
            try tx.withdraw(Story.ID(1), version: version, reason: "-", by: "editor", now: .now)
        }
        for path in [story, "\(story)/entries", "\(story)/live/1"] {
            let reply = await reader.get(path)
            #expect(reply.status == 410 && !reply.text.contains("A secret word."), "\(path)")
        }
        let reply = await editor.post(desk, ["text": "Too late.", "token": "b"])
        #expect(reply.status == 410 && reply.text.contains("Too late."))
    }

    @Test("A thousand entries page by key; only our own keys are cached")
    func paging() async throws {
        let newspaper = try await TestSite()
        var (editor, reader) = (await live(newspaper), TestBrowser(newspaper))
        try await newspaper.writeFromElsewhere { tx in
            for number in 1...1_000 {
                try tx.run(
                    """
                    INSERT INTO live_entries (story_id, created_at, author_id, author_name, text, token)
                    VALUES (1, $1, 1, 'A', $2, $3)
                    """, Int64(number), "Number \(number).", "\(number)")
            }
        }
        _ = await editor.post("\(desk)/1000/pin", ["key-point": "yes"])
        var (path, pages) = ("\(story)/entries", 0)
        while true {
            let text = await reader.get(path).text
            #expect(text.contains("Number \(1_000 - pages * 20)."))
            pages += 1
            guard let link = text.firstMatch(of: /<link rel="next" href="([^"]+)">/) else { break }
            path = String(link.output.1)
        }
        #expect(pages == 50)
        #expect(await reader.get("\(story)/entries?after=5000").text.contains("Number 1000."))
        for key in ["-1", "01", "x", "99999999999999999999"] {
            #expect(await reader.get("\(story)/entries?after=\(key)").status == 404, "\(key)")
        }
    }
}
