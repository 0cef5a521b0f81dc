import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Reports and rulings", .timeLimit(.minutes(5)))
struct ReportingTests {
    @Test(
        "A report gets a receipt, is ruled on, shows its outcome, and the ruling can be undone",
        arguments: TestedEngine.allCases)
    func whole(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var writer = TestBrowser(newspaper)
        var reporter = TestBrowser(newspaper)
        reporter.address = "192.0.2.9"
        var moderator = TestBrowser(newspaper, as: .moderator)
        let number = await writer.commentNumber("Something vile.")
        let before = try await writer.get(TestStories.bridgePath).page().text

        #expect(await reporter.get("/comments/\(number)/report").text.contains("Something vile."))
        let receipt = try #require(await reporter.report(number, text: "See for yourself.").location)
        #expect(receipt.wholeMatch(of: /\/reports\/[0-9a-f]{32}/) != nil)
        let waiting = await reporter.get(receipt)
        #expect(waiting.text.contains("See for yourself."))
        #expect(waiting["Cache-Control"] == "no-store")

        #expect(await moderator.get("/desk/queue").text.contains("Something vile."))
        let open = try await moderator.get("/desk/cases/1").page()
        #expect(open.text.contains("Something vile.") && open.text.contains("See for yourself."))
        #expect(await moderator.rule("uphold", on: 1, sentence: "That was too much.").location == "/desk")
        let after = await writer.get(TestStories.bridgePath)
        #expect(!after.text.contains("Something vile.") && after.text.contains("Abuse"))
        #expect(await reporter.get(receipt).text != waiting.text)
        #expect(await moderator.get("/desk/cases/1").text.contains("That was too much."))

        let undone = await moderator.post("/desk/rulings/1/undo", [:])
        #expect(undone.location == "/desk/cases/1?done=undone")
        let again = await moderator.follow(undone).text
        #expect(again.contains("Undone. The case is open again.") && again.contains("/desk/cases/1/ruling\""))
        #expect(try await writer.get(TestStories.bridgePath).page().text == before)
        #expect(await reporter.get(receipt).text == waiting.text)
        #expect(await moderator.get("/desk/queue").text.contains("Something vile."))
        #expect(try await newspaper.faults() == [])
    }

    @Test("Readers at one address get their own receipts and notes, and count once")
    func again() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        var colleague = TestBrowser(newspaper)
        let first = try #require(await reader.report(number, text: "What only I know.").location)
        let second = try #require(await colleague.report(number, clause: "hate", text: "Mine.").location)
        let third = try #require(await colleague.report(number, clause: "hate", text: "Mine.").location)
        #expect(first != second && second == third, "a repeated note is the same report")
        let (silent, alsoSilent) = (await reader.report(number), await colleague.report(number))
        #expect(silent.location != alsoSilent.location, "readers without a note do not share a receipt")
        #expect(await reader.get(first).text.contains("What only I know."))
        let theirs = await colleague.get(second).text
        #expect(theirs.contains("Mine.") && !theirs.contains("What only I know."))
        var moderator = TestBrowser(newspaper, as: .moderator)
        let desk = try await moderator.get("/desk/cases/1").page().text
        #expect(
            desk.contains("4 reports from 1 address") && desk.contains("What only I know.") && desk.contains("Mine."))
        var other = TestBrowser(newspaper)
        other.address = "192.0.2.2"
        _ = await other.report(number)
        #expect(try await moderator.get("/desk/cases/1").page().text.contains("5 reports from 2 addresses"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("A refused report is returned with everything that was typed")
    func refused() async throws {
        var reader = TestBrowser(try await TestSite())
        let number = await reader.commentNumber("A word.")
        let long = String(repeating: "é", count: 1_001)
        for (clause, text, email) in [
            ("nonsense", "A note.", ""), ("abuse", long, ""), ("abuse", "A note.", "nowhere"),
        ] {
            let reply = await reader.post(
                "/comments/\(number)/report", ["clause": clause, "text": text, "email": email])
            #expect(reply.status == 422)
            let page = try reply.page()
            #expect(page.content(ofField: "text") == text)
            #expect(page.content(ofField: "email") == email)
            #expect(page.all("value", "abuse").contains { $0.attributes["checked"] != nil } == (clause == "abuse"))
        }
    }

    @Test("Comments can be reported after their discussion closes")
    func closed() async throws {
        let newspaper = try await TestSite { $0.closing = ClosingRule(days: 14) }
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        newspaper.clock.advance(15 * 86_400)
        #expect(await reader.report(number).status == 303)
    }

    @Test("A report of a removed comment is refused and its note is returned")
    func late() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        _ = await reader.report(number)
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await moderator.rule("uphold", on: 1)
        let reply = await reader.report(number, clause: "hate", text: "What I saw.")
        #expect(reply.status == 409 && reply.text.contains("What I saw."))
    }
}
