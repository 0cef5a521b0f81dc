import Newsroom
import Operations
import TestSupport
import Testing

@testable import Web

@Suite("Blacking out a passage", .timeLimit(.minutes(5)))
struct RedactionTests {
    private static let path = TestStories.bridgePath
    private static let line = "The desk removed a passage."

    /// The hidden revision in the form on the page of a case.
    private func revision(_ moderator: inout TestBrowser) async throws -> String {
        let page = try await moderator.get("/desk/cases/1").page()
        return try #require(page.elements.first { $0.attributes["name"] == "revision" }?.attributes["value"])
    }

    private func redact(
        _ passage: String, _ moderator: inout TestBrowser, revision: String? = nil, clause: String = ""
    ) async throws -> Reply {
        let seen = try await self.revision(&moderator)
        return await moderator.post(
            "/desk/cases/1/redactions", ["passage": passage, "clause": clause, "revision": revision ?? seen])
    }

    @Test(
        "A moderator blacks out a passage, and undoes it; readers in every process see it at once",
        arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let elsewhere = try newspaper.another()
        var (reader, other) = (TestBrowser(newspaper), TestBrowser(elsewhere))
        let number = await writer.commentNumber("Anna has the number 030 123456.")
        _ = await writer.report(number, clause: "private")
        let pages = [Self.path, "\(Self.path)/comments/\(number)", "/comments/\(number)/report"]
        for page in pages {
            #expect(await reader.get(page).text.contains("030 123456"))
            #expect(await other.get(page).text.contains("030 123456"))
        }
        #expect(await writer.get(Self.path).text.contains("/comments/\(number)/edit"))

        let done = try await redact("030 123456", &moderator, clause: "private")
        #expect(done.status == 303 && done.location == "/desk/cases/1")
        await elsewhere.changes.catchUp()
        for page in pages {
            for text in [await reader.get(page).text, await other.get(page).text] {
                #expect(
                    !text.contains("030 123456") && text.contains(">█████</span>") && text.contains(Self.line),
                    "\(page)")
            }
        }
        #expect(await !writer.get(Self.path).text.contains("/comments/\(number)/edit"))
        let edit = await writer.post("/comments/\(number)/edit", ["text": "Anna.", "revision": "0"])
        #expect(edit.status == 403)
        #expect(edit.text.contains("The desk removed a passage of this comment, so you can no longer edit it."))
        #expect(await writer.get("/comments/\(number)/edit").text.contains("you can no longer edit it"))

        let deskCase = try await moderator.follow(done).page()
        #expect(deskCase.text.contains("Blacked out by The moderator") && deskCase.text.contains("030 123456"))
        let undo = await moderator.post("/desk/redactions/1/undo", ["case": "1"])
        #expect(undo.status == 303 && undo.location == "/desk/cases/1")
        for page in pages {
            let text = await reader.get(page).text
            #expect(text.contains("030 123456") && !text.contains(Self.line), "\(page)")
        }
        #expect(await moderator.post("/desk/redactions/1/undo", ["case": "1"]).status == 409)
        #expect(await moderator.post("/desk/redactions/7/undo", [:]).status == 404)
        let log = try await moderator.get("/desk/log").page()
        #expect(log.text.contains("redact.undo") && !log.text.contains("030 123456"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("A refused passage comes back with a sentence and as it was typed")
    func refused() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        _ = await writer.report(await writer.commentNumber("Anna *met* Bert."))
        let refusals = [
            ("", 422, "Copy the passage from the comment into the field."),
            ("Carl & Co", 422, "The comment does not contain this passage."),
            ("Anna *met* Bert.", 422, "This is the whole comment. Remove the comment instead."),
        ]
        for (passage, status, sentence) in refusals {
            let reply = try await redact(passage, &moderator, clause: "private")
            #expect(reply.status == status)
            let page = try reply.page()
            #expect(page.text.contains(sentence) && page.text.contains(passage), "\(passage)")
            #expect(
                page.elements.contains {
                    $0.name == "option" && $0.attributes["value"] == "private" && $0.attributes["selected"] != nil
                })
        }
        let unknown = try await redact("Anna", &moderator, clause: "nothing")
        #expect(unknown.status == 422 && unknown.text.contains("Choose the rule that the comment breaks."))
        let stale = try await redact("Anna", &moderator, revision: "7")
        #expect(stale.status == 409 && stale.text.contains("Nothing was blacked out."))
        #expect(await moderator.rule("uphold", on: 1).status == 303)
        let late = await moderator.post("/desk/cases/1/redactions", ["passage": "Anna", "revision": "0"])
        #expect(late.status == 409 && late.text.contains("This comment was removed"))
        #expect(await moderator.post("/desk/cases/9/redactions", ["passage": "Anna", "revision": "0"]).status == 404)
        #expect(await !TestBrowser.read(Self.path, on: newspaper).text.contains("█████"))
    }

    @Test("The desk masks the words of the setting; readers see them")
    func masks() async throws {
        let newspaper = try await TestSite { $0.masks = ["some slur"] }
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        _ = await writer.report(await writer.commentNumber("Some *Slúr* here."), text: "some slur")
        let page = try await moderator.get("/desk/cases/1").page()
        #expect(page.all("class", "masked").count == 3, "two words of the comment, one stretch of the note")
        #expect(try await moderator.get("/desk/queue").page().all("class", "masked").count == 1)
        #expect(await !TestBrowser.read(Self.path, on: newspaper).text.contains("class=\"mask"))
        let off = try await TestSite { $0.masks = [] }
        (writer, moderator) = (TestBrowser(off), TestBrowser(off, as: .moderator))
        _ = await writer.report(await writer.commentNumber("Some slur here."))
        for path in ["/desk/queue", "/desk/cases/1"] {
            #expect(try await moderator.get(path).page().all("class", "masked").isEmpty)
        }
    }
}
