import Database
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("From a report to a ruling, and back")
struct ReportingTests {
    @Test(
        "A report leads to a receipt, the desk's queue, a ruling, its outcome on the receipt, and an undoing",
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

        let desk = try await moderator.get("/desk").page()
        #expect(desk.text.contains("Something vile.") && desk.text.contains("See for yourself."))
        #expect(await moderator.rule("uphold", on: 1, sentence: "That was too much.").location == "/desk")
        let after = await writer.get(TestStories.bridgePath)
        #expect(!after.text.contains("Something vile.") && after.text.contains("Abuse"))
        #expect(await reporter.get(receipt).text != waiting.text)
        #expect(await moderator.get("/desk/cases/1").text.contains("That was too much."))

        #expect(await moderator.post("/desk/rulings/1/undo", [:]).status == 303)
        #expect(try await writer.get(TestStories.bridgePath).page().text == before)
        #expect(await reporter.get(receipt).text == waiting.text)
        #expect(await moderator.get("/desk").text.contains("Something vile."))
        #expect(try await newspaper.faults() == [])
    }

    @Test("A second ruling on the same case changes nothing and says who ruled", arguments: TestedEngine.allCases)
    func second(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        var moderator = TestBrowser(newspaper, as: .moderator)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await moderator.rule("dismiss", on: 1).status == 303)
        let reply = await editor.rule("uphold", on: 1, sentence: "A long explanation.")
        #expect(reply.status == 409)
        #expect(reply.text.contains("The moderator has ruled on this meanwhile"))
        #expect(reply.text.contains("A long explanation."))
        #expect(await reader.get(TestStories.bridgePath).text.contains("A word."))
        #expect(await editor.post("/desk/rulings/1/undo", [:]).status == 303)
        #expect(await moderator.post("/desk/rulings/1/undo", [:]).status == 409)
    }

    @Test("Of many rulings at the same moment exactly one is carried out")
    func together() async throws {
        let newspaper = try await TestSite(on: .file)
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        let statuses = await withTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    var staff = TestBrowser(newspaper, as: number.isMultiple(of: 2) ? .moderator : .editor)
                    return await staff.rule(number.isMultiple(of: 3) ? "uphold" : "dismiss", on: 1).status
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 303 } == 1)
        #expect(statuses.count { $0 == 409 } == 19)
        #expect(try await newspaper.faults() == [])
    }

    @Test("One source that reports a comment again has one report, with the receipt of the first time")
    func again() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        let first = await reader.report(number)
        #expect(await reader.report(number, clause: "hate", text: "Again!").location == first.location)
        var other = TestBrowser(newspaper)
        other.address = "192.0.2.2"
        #expect(await other.report(number).location != first.location)
        let reports: Int? = try await newspaper.database.read { tx in try tx.value("SELECT COUNT(*) FROM reports") }
        #expect(reports == 2)
    }

    @Test("A refused report comes back with everything that was typed")
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

    @Test("Most reported cases come first, then the oldest")
    func order() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for text in ["First.", "Second.", "Third."] {
            let number = await reader.commentNumber(text)
            newspaper.clock.advance(1)
            _ = await reader.report(number)
        }
        reader.address = "192.0.2.2"
        _ = await reader.report("2")
        var moderator = TestBrowser(newspaper, as: .moderator)
        let cases = try await moderator.get("/desk").page().elements
            .compactMap { $0.name == "article" ? $0.attributes["id"] : nil }
        #expect(cases == ["case-2", "case-1", "case-3"])
    }

    @Test("Comments can still be reported once their discussion is closed")
    func closed() async throws {
        let newspaper = try await TestSite { $0.closing = ClosingRule(days: 14) }
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        newspaper.clock.advance(15 * 86_400)
        #expect(await reader.report(number).status == 303)
    }
}
