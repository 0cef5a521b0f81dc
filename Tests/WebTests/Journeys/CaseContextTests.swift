import Database
import Newsroom
import Testing

@testable import Web

@Suite("Everything to decide on a case", .timeLimit(.minutes(5)))
struct CaseContextTests {
    @Test("A case shows the parent, other names from the network and the reporter's record")
    func context() async throws {
        let newspaper = try await TestSite()
        var (reader, other) = (TestBrowser(newspaper), TestBrowser(newspaper))
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await other.report(await reader.commentNumber("Something vile."))
        _ = await moderator.rule("uphold", on: 1)
        let parent = await reader.commentNumber("What do you think?")
        let comment = await other.commentNumber("> It went on.\n\nI do not.", name: "Another name", parent: parent)
        _ = await reader.report(comment)
        let page = try await moderator.get("/desk/cases/2").page()
        for part in [
            "In reply to", "What do you think?", "I do not.", "Quotes the story", "1 comment · none removed",
            "Other names from the same network in the last 7 days:", "1 led to removal, 0 did not",
        ] { #expect(page.text.contains(part), "\(part)") }
        let sources = try await newspaper.database.read { tx in
            try tx.all("SELECT source FROM comments UNION SELECT source FROM reports") { row in try row[0] as String }
        }
        let html = await moderator.get("/desk/cases/2").text
        #expect(!sources.contains { html.contains($0) })
    }

    @Test("A note is on the case for colleagues, in the log without its words, and never where readers are")
    func note() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var (moderator, editor) = (TestBrowser(newspaper, as: .moderator), TestBrowser(newspaper, as: .editor))
        let number = await reader.commentNumber("A word.")
        let receipt = await reader.report(number).location ?? ""
        for (about, text) in [("comment", "Xylograph one"), ("name", "Xylograph two")] {
            let reply = await moderator.post("/desk/cases/1/notes", ["note": text, "about": about])
            #expect(reply.status == 303 && reply.location == "/desk/cases/1#notes")
        }
        let page = try await editor.get("/desk/cases/1").page().text
        #expect(page.contains("Xylograph one") && page.contains("Xylograph two"))
        let log = await editor.get("/desk/log").text
        #expect(log.contains("comment \(number)") && log.contains("note 2") && !log.contains("Xylograph"))
        for path in [TestStories.bridgePath, "/comments/\(number)/report", receipt] {
            #expect(!(await reader.get(path).text.contains("Xylograph")), "\(path)")
        }
    }

    @Test("A refused note comes back with its words", arguments: ["", "case", "comment"])
    func refused(about: String) async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await reader.report(await reader.commentNumber("A word."))
        let text = about == "comment" ? String(repeating: "x", count: 2_001) : "My words"
        let reply = await moderator.post("/desk/cases/1/notes", ["note": text, "about": about])
        #expect(reply.status == 422)
        #expect(try reply.page().content(ofField: "note-1-note") == text)
        #expect(await moderator.post("/desk/cases/99/notes", ["note": "x", "about": "name"]).status == 404)
        #expect(await reader.post("/desk/cases/1/notes", ["note": "x", "about": "name"]).status != 303)
    }

    @Test("A hostile note is shown as it was typed")
    func hostile() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await reader.report(await reader.commentNumber("A word."))
        for vector in HostileText.own {
            let reply = await moderator.post("/desk/cases/1/notes", ["note": vector, "about": "name"])
            let page = try reply.status == 303 ? await moderator.get("/desk/cases/1").page() : reply.page()
            expectCommentMarkup(page, vector)
            expectSafeAddresses(page, vector)
            #expect(
                reply.status == 422 || page.text.contains(vector.withPlainLineEnds.trimmed),
                "\(vector.debugDescription)")
        }
    }
}
