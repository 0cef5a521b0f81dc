import Database
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Unread comments and saved views", .timeLimit(.minutes(5)))
struct UnreadJourneyTests {
    private func site(_ texts: [String], on engine: TestedEngine = .memory) async throws -> TestSite {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        for text in texts {
            _ = await reader.commentNumber(text)
            newspaper.clock.advance(60)
        }
        return newspaper
    }

    private static func ruling(on number: Int) -> KeyValuePairs<String, String> {
        ["outcome": "dismiss", "revision": "0", "view": "unread", "current": "\(number)"]
    }

    @Test("A moderator reads one unread comment after another", arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await site(["First.", "Second.", "Third."], on: engine)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let list = try await moderator.get("/desk/queue?view=unread").page()
        #expect(list.text.contains("3 comments") && list.text.contains("Open comment 1"))
        #expect(list.all("action", "/desk/queue/unread/1").count == 1 && list.all("name", "rule").isEmpty)
        #expect(await moderator.get("/desk/queue").text.contains("0 cases"), "reading the list opens nothing")
        let first = await moderator.post("/desk/queue/next", ["view": "unread"])
        #expect(first.location == "/desk/cases/1?view=unread")
        #expect(await moderator.get("/desk/cases/1?view=unread").text.contains("First."))
        let second = await moderator.post("/desk/cases/1/ruling", Self.ruling(on: 1))
        #expect(second.location == "/desk/cases/2?view=unread&done=ruling-1")
        // Its case ends, and the comment is left out.
        let third = await moderator.post("/desk/queue/next", ["view": "unread", "current": "2"])
        #expect(third.location == "/desk/cases/3?view=unread&skipped=2")
        #expect(await moderator.get("/desk/cases/2").status == 404)
        let end = await moderator.post("/desk/queue/next", ["view": "unread", "current": "3", "skipped": "2"])
        #expect(end.location == "/desk/queue?view=unread&skipped=2-3&done=end")
        let rest = await moderator.get("/desk/queue?view=unread").text
        #expect(rest.contains("2 comments") && !rest.contains("First."))
        let undone = await moderator.post("/desk/rulings/1/undo", ["view": "unread"])
        #expect(undone.location == "/desk/cases/1?view=unread&done=undone")
        #expect(await moderator.get("/desk/queue").text.contains("1 case<"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("Colleagues get different comments, and a comment from the list", arguments: TestedEngine.allCases)
    func colleagues(_ engine: TestedEngine) async throws {
        let newspaper = try await site(["First.", "Second.", "Third."], on: engine)
        var (moderator, editor) = (TestBrowser(newspaper, as: .moderator), TestBrowser(newspaper, as: .editor))
        _ = await moderator.post("/desk/queue/next", ["view": "unread"])
        _ = await editor.post("/desk/queue/next", ["view": "unread"])
        #expect(await moderator.get("/desk/cases/1").text.contains("First."))
        #expect(await moderator.get("/desk/cases/2").text.contains("Second."))
        #expect(await moderator.get("/desk/queue?view=unread").text.contains("1 comment<"))
        #expect(await moderator.get("/desk/queue").text.contains("The editor has it open"))
        let opened = await moderator.post("/desk/queue/unread/3", ["view": "unread", "hours": "1"])
        #expect(opened.location == "/desk/cases/3?view=unread&hours=1")
        #expect(await editor.post("/desk/queue/unread/3", ["view": "unread"]).location == "/desk/cases/3?view=unread")
        #expect(await editor.get("/desk/cases/3").text.contains("The moderator has this case open."))
        let left = await moderator.post("/desk/queue/leave", ["view": "unread", "current": "3", "fetched": "1"])
        #expect(left.location == "/desk/queue?view=unread")
        #expect(await moderator.get("/desk/queue?view=unread").text.contains("2 comments"))
        for number in ["9", "x"] {
            #expect(await moderator.post("/desk/queue/unread/\(number)", ["view": "unread"]).status == 404)
        }
        #expect(try await newspaper.faults() == [])
    }

    @Test("A comment that is reported or seven days old is not unread")
    func others() async throws {
        let newspaper = try await site(["First.", "Second."])
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        _ = await reader.report("1")
        #expect(await moderator.get("/desk/queue?view=unread").text.contains("1 comment<"))
        newspaper.clock.advance(UnreadComment.seconds)
        let now = newspaper.clock.now
        let left = try await newspaper.database.read { tx in try tx.queueCount(QueueFilter(.unread), now: now) }
        #expect(left == 0)
        #expect(try await newspaper.site.newspaper.performJobs().contains(.clearUnread))
        let marked: Int? = try await newspaper.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM comments WHERE is_unread = 1")
        }
        #expect(marked == 0)
    }

    @Test("A narrow view is saved, marked when it is shown, replaced and deleted", arguments: TestedEngine.allCases)
    func saved(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (moderator, editor) = (TestBrowser(newspaper, as: .moderator), TestBrowser(newspaper, as: .editor))
        #expect(await !moderator.get("/desk/queue").text.contains("/desk/queue/views\""))
        let narrow = "/desk/queue?view=reported&rule=abuse"
        #expect(await moderator.get(narrow).text.contains("action=\"/desk/queue/views\""))
        let saved = await moderator.post(
            "/desk/queue/views", ["view": "reported", "rule": "abuse", "skipped": "3", "name": "Rude words"])
        #expect(saved.location == narrow)
        let shown = try await moderator.get(narrow).page()
        let link = try #require(shown.all("aria-current", "page").first { $0.attributes["href"] == narrow })
        #expect(link.name == "a" && shown.all("action", "/desk/queue/views/delete").count == 1)
        #expect(shown.all("action", "/desk/queue/views").isEmpty)
        for path in ["/desk", "/desk/queue"] {
            #expect(await moderator.get(path).text.contains("Rude words"))
            #expect(await !editor.get(path).text.contains("Rude words"))
        }
        _ = await editor.post("/desk/queue/views/delete", ["name": "Rude words"])
        #expect(await moderator.get("/desk/queue").text.contains("Rude words"))
        let deleted = await moderator.post(
            "/desk/queue/views/delete", ["view": "reported", "rule": "abuse", "name": "Rude words"])
        #expect(deleted.location == narrow)
        #expect(await !moderator.get("/desk/queue").text.contains("Rude words"))
    }

    @Test("A refused name comes back, with the reason")
    func refused() async throws {
        var moderator = TestBrowser(try await TestSite(), as: .moderator)
        let long = String(repeating: "é", count: 41)
        for (name, reason) in [(long, "1 character too long"), ("", "Enter a name")] {
            let reply = await moderator.post("/desk/queue/views", ["view": "held", "hours": "3", "name": name])
            #expect(reply.status == 422 && reply.text.contains(reason))
            #expect(try reply.page().content(ofField: "saved-view-name") == name)
            #expect(try reply.page().content(ofField: "hours") == "3")
        }
        for number in 0..<SavedView.most {
            let reply = await moderator.post("/desk/queue/views", ["view": "held", "hours": "3", "name": "\(number)"])
            #expect(reply.status == 303)
        }
        let reply = await moderator.post("/desk/queue/views", ["view": "held", "hours": "4", "name": "One more"])
        #expect(reply.status == 422 && reply.text.contains("You have 20 saved views. Delete one of them first."))
        #expect(try reply.page().content(ofField: "saved-view-name") == "One more")
    }
}
