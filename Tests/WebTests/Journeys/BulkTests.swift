import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Decisions on many cases on the desk", .timeLimit(.minutes(5)))
struct BulkJourneyTests {
    private func site(reporting texts: [String], on engine: TestedEngine = .memory, alone: Int = 50) async throws
        -> TestSite
    {
        let newspaper = try await TestSite(on: engine) { $0.casesDecidedAlone = alone }
        var reader = TestBrowser(newspaper)
        for text in texts {
            _ = await reader.report(await reader.commentNumber(text))
            newspaper.clock.advance(60)
        }
        return newspaper
    }

    private static func decision(_ outcome: String, _ cases: String) -> KeyValuePairs<String, String> {
        ["view": "reported", "cases": cases, "outcome": outcome, "clause": "abuse", "sentence": "Be kind."]
    }

    @Test(
        "A moderator selects cases, sees what the decision is about, makes it and undoes it",
        arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await site(reporting: ["First.", "Second.", "Third."], on: engine)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let list = await moderator.get("/desk/queue?view=reported").text
        #expect(list.contains("<input type=\"checkbox\" name=\"case\" value=\"1\" form=\"bulk\""))
        #expect(list.contains("Decide all 3 of this view"))
        let preview = await moderator.post("/desk/queue/preview", ["view": "reported", "case": "1", "case": "3"])
        #expect(preview.status == 200 && preview.text.contains("Decide 2 cases at once"))
        #expect(preview.text.contains("name=\"cases\" value=\"1.0-3.0\""))
        #expect(preview.text.contains("<dt>Reported under Abuse</dt><dd>2</dd>"))
        #expect(preview.text.contains("First.") && !preview.text.contains("Second."))
        #expect(!preview.text.contains("a colleague has to confirm"))
        let done = await moderator.post("/desk/bulk", Self.decision("remove", "1.0-3.0"))
        #expect(done.location == "/desk/bulk/1?view=reported")
        let result = await moderator.follow(done).text
        #expect(result.contains("The moderator removed 2 comments under Abuse.") && result.contains("Undo all 2"))
        #expect(await moderator.get("/desk/queue").text.contains("1 case"))
        #expect(await moderator.get("/desk/queue").text.contains("Your rulings today: 2, 2 of them removals"))
        #expect(await moderator.post("/desk/bulk/1/undo", ["view": "reported"]).status == 303)
        #expect(await moderator.get("/desk/bulk/1").text.contains("All 2 comments are as they were before."))
        #expect(await moderator.get("/desk/queue").text.contains("3 cases"))
        #expect(await moderator.post("/desk/bulk/1/undo", [:]).status == 409)
        #expect(try await newspaper.faults() == [])
    }

    @Test("A decision on too many cases waits for a second person")
    func confirmation() async throws {
        let newspaper = try await site(reporting: ["First.", "Second."], alone: 1)
        var moderator = TestBrowser(newspaper, as: .moderator)
        var editor = TestBrowser(newspaper, as: .editor)
        let preview = await moderator.post("/desk/queue/preview", ["view": "reported", "all": "yes"]).text
        #expect(preview.contains("so a colleague has to confirm it"))
        _ = await moderator.post("/desk/bulk", Self.decision("remove", "1.0-2.0"))
        let own = await moderator.get("/desk/bulk/1").text
        #expect(own.contains("wants to remove 2 comments under Abuse") && own.contains("You can discard it."))
        #expect(!own.contains("/desk/bulk/1/confirm") && own.contains("/desk/bulk/1/discard"))
        #expect(await moderator.post("/desk/bulk/1/confirm", [:]).status == 403)
        let queue = await editor.get("/desk/queue").text
        #expect(queue.contains("A decision on 2 cases needs a colleague’s confirmation."))
        #expect(await editor.get("/desk/bulk/1").text.contains("First."))
        #expect(await editor.post("/desk/bulk/1/confirm", [:]).status == 303)
        #expect(await editor.get("/desk/bulk/1").text.contains("The editor confirmed this decision."))
        #expect(await editor.get("/desk/queue").text.contains("No open cases"))
        #expect(await editor.post("/desk/bulk/1/confirm", [:]).status == 409)
    }

    @Test("A refused decision keeps what was typed, and exactly the cases that were previewed")
    func refused() async throws {
        let newspaper = try await site(reporting: ["First.", "Second."])
        var moderator = TestBrowser(newspaper, as: .moderator)
        let refused = await moderator.post(
            "/desk/bulk", ["view": "reported", "cases": "1.0", "outcome": "remove", "clause": "", "sentence": "Mine."])
        #expect(refused.status == 422 && refused.text.contains("Choose the rule"))
        #expect(refused.text.contains("Mine.") && refused.text.contains("value=\"1.0\""))
        for body in ["", "view=reported&all=no", "case=x", "cases=1.0.0"] {
            let empty = await moderator.post("/desk/queue/preview", body: body)
            #expect(empty.status == 422 && empty.text.contains("Choose at least one case."))
            #expect(empty.text.contains("Start with the first case"), "the list of the queue")
        }
        for narrow in ["story=x", "story=1%20a", "hours=-1", "hours=2,5"] {
            #expect(await moderator.get("/desk/queue?view=reported&\(narrow)").text.contains("0 cases"))
            let none = await moderator.post("/desk/queue/preview", body: "view=reported&all=yes&\(narrow)")
            #expect(none.text.contains("All of these cases have been decided."), "\(narrow)")
        }
        #expect(await moderator.get("/desk/queue?view=reported&story=%20%231%20").text.contains("2 cases"))
        let gone = await moderator.post("/desk/queue/preview", ["case": "99"])
        #expect(gone.status == 200 && gone.text.contains("All of these cases have been decided."))
        #expect(await moderator.post("/desk/bulk", Self.decision("remove", "99.0")).status == 303)
        #expect(await moderator.get("/desk/bulk/9").status == 404)
        // A text that changed after the preview is left out.
        _ = await moderator.post("/desk/bulk", Self.decision("remove", "1.5-2.0"))
        let result = await moderator.get("/desk/bulk/2").text
        #expect(result.contains("removed 1 comment under Abuse.") && result.contains("1 case was left out"))
    }
}
