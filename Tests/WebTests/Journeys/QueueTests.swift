import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("The moderation queue", .timeLimit(.minutes(5)))
struct QueueJourneyTests {
    /// A site with reported comments, one case each.
    private func site(reporting texts: [String], on engine: TestedEngine = .memory) async throws -> TestSite {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        for text in texts {
            _ = await reader.report(await reader.commentNumber(text))
            newspaper.clock.advance(60)
        }
        return newspaper
    }

    private static func ruling(_ outcome: String, on number: Int) -> KeyValuePairs<String, String> {
        [
            "outcome": outcome, "clause": "abuse", "sentence": "", "revision": "0", "view": "reported",
            "current": "\(number)",
        ]
    }

    @Test(
        "A moderator decides one case after another, and each page names the decision before",
        arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await site(reporting: ["First.", "Second.", "Third."], on: engine)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let list = await moderator.get("/desk/queue?view=reported").text
        #expect(list.contains("3 cases") && list.contains("Priority: "))
        #expect(
            await moderator.post("/desk/queue/next", ["view": "reported"]).location == "/desk/cases/1?view=reported")
        let first = await moderator.post("/desk/cases/1/ruling", Self.ruling("uphold", on: 1))
        #expect(first.location == "/desk/cases/2?view=reported&done=ruling-1")
        let second = await moderator.get("/desk/cases/2?view=reported&done=ruling-1").text
        #expect(second.contains("Removed under Abuse.") && second.contains("action=\"/desk/rulings/1/undo\""))
        let skipped = await moderator.post("/desk/queue/next", ["view": "reported", "current": "2"])
        #expect(skipped.location == "/desk/cases/3?view=reported&skipped=2")
        let last = await moderator.post(
            "/desk/cases/3/hold", ["revision": "0", "view": "reported", "current": "3", "skipped": "2"])
        #expect(last.location == "/desk/queue?view=reported&skipped=2-3&done=act-1-end")
        let end = await moderator.get("/desk/queue?view=reported&skipped=2-3&done=act-1-end").text
        #expect(end.contains("Held.") && end.contains("No more cases in this view"))
        let undone = await moderator.post("/desk/acts/1/undo", ["view": "reported"])
        #expect(undone.location == "/desk/cases/3?view=reported&done=undone")
        #expect(
            await moderator.post("/desk/rulings/1/undo", ["view": "reported"]).location
                == "/desk/cases/1?view=reported&done=undone")
        #expect(await moderator.get("/desk/queue").text.contains("Your rulings today: 1, 1 of them removals"))
        #expect(try await newspaper.faults() == [])
    }

    @Test(
        "A case that a colleague has open is passed over, marked, and not decided twice",
        arguments: TestedEngine.allCases)
    func claimed(_ engine: TestedEngine) async throws {
        let newspaper = try await site(reporting: ["First.", "Second."], on: engine)
        var moderator = TestBrowser(newspaper, as: .moderator)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await moderator.post("/desk/queue/next", ["view": "open"]).location == "/desk/cases/1?view=open")
        #expect(await editor.post("/desk/queue/next", ["view": "open"]).location == "/desk/cases/2?view=open")
        #expect(await editor.get("/desk/queue").text.contains("The moderator has it open"))
        #expect(await editor.get("/desk/cases/1").text.contains("The moderator has this case open."))
        let refused = await editor.post("/desk/cases/1/ruling", Self.ruling("uphold", on: 1))
        #expect(
            refused.status == 409
                && refused.text.contains("The moderator has this case open. Your decision was not applied."))
        #expect(await editor.post("/desk/cases/1/claim", [:]).status == 409)
        newspaper.clock.advance(90)
        #expect(await moderator.post("/desk/cases/1/claim", [:]).status == 204)
        newspaper.clock.advance(90)
        #expect(await editor.post("/desk/cases/1/claim", [:]).status == 409)
        newspaper.clock.advance(31)
        #expect(await editor.post("/desk/cases/1/claim", [:]).status == 204)
    }

    @Test("A comment that was edited meanwhile is shown again, not decided")
    func edited() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("First.")
        _ = await reader.report(number)
        var moderator = TestBrowser(newspaper, as: .moderator)
        #expect(await moderator.post("/desk/queue/next", ["view": "open"]).status == 303)
        newspaper.clock.advance(1)
        #expect(await reader.post("/comments/\(number)/edit", ["text": "Second.", "revision": "0"]).status == 303)
        let refused = await moderator.post("/desk/cases/1/ruling", Self.ruling("dismiss", on: 1))
        #expect(refused.status == 409 && refused.text.contains("Second."))
        #expect(await moderator.get("/desk/queue").text.contains("1 case"))
    }

    @Test("The desk begins with the queue, and its latest rulings lead back to their cases")
    func desk() async throws {
        let newspaper = try await site(reporting: ["First.", "Second."])
        var moderator = TestBrowser(newspaper, as: .moderator)
        let before = await moderator.get("/desk").text
        #expect(before.contains("2 cases") && before.contains("Your rulings today: 0, 0 of them removals"))
        #expect(!before.contains("First."), "the list is on the page of the queue")
        #expect(await moderator.post("/desk/queue/next", ["view": "open"]).location == "/desk/cases/1?view=open")
        #expect(await moderator.rule("uphold", on: 1).location == "/desk", "a case without a place in the queue")
        let after = await moderator.get("/desk").text
        #expect(after.contains("1 case<") && after.contains("action=\"/desk/rulings/1/undo\""))
        #expect(await moderator.post("/desk/rulings/1/undo", [:]).location == "/desk/cases/1?done=undone")
        #expect(await moderator.rule("uphold", on: 1).location == "/desk")
    }

    @Test("A moderator who leaves the queue ends the claim at once")
    func leaving() async throws {
        let newspaper = try await site(reporting: ["First.", "Second."])
        var (moderator, editor) = (TestBrowser(newspaper, as: .moderator), TestBrowser(newspaper, as: .editor))
        _ = await moderator.post("/desk/queue/next", ["view": "open"])
        _ = await moderator.post("/desk/queue/next", ["view": "open", "current": "1", "keep": "yes"])
        #expect(await editor.post("/desk/queue/next", ["view": "open"]).location == "/desk/queue?view=open&done=end")
        let left = await moderator.post("/desk/queue/leave", ["view": "open", "current": "1", "fetched": "2"])
        #expect(left.location == "/desk/queue?view=open")
        #expect(await editor.post("/desk/queue/next", ["view": "open"]).location == "/desk/cases/1?view=open")
        #expect(await editor.post("/desk/cases/2/claim", [:]).status == 204)
    }

    @Test("A case given to the editors waits for one")
    func escalated() async throws {
        let newspaper = try await site(reporting: ["First."])
        var moderator = TestBrowser(newspaper, as: .moderator)
        let given = await moderator.post("/desk/cases/1/escalate", ["revision": "0", "view": "open", "current": "1"])
        #expect(given.location == "/desk/queue?view=open&skipped=1&done=act-1-end")
        #expect(await moderator.get("/desk/cases/1").text.contains("This case is waiting for an editor."))
        #expect(await moderator.post("/desk/cases/1/ruling", Self.ruling("uphold", on: 1)).status == 403)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await editor.get("/desk/queue?view=escalated").text.contains("First."))
        #expect(await editor.post("/desk/cases/1/ruling", Self.ruling("uphold", on: 1)).status == 303)
    }
}
