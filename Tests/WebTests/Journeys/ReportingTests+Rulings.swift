import Database
import Newsroom
import TestSupport
import Testing

@testable import Web

extension ReportingTests {
    @Test("A second ruling on a case changes nothing and says who ruled first", arguments: TestedEngine.allCases)
    func second(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        var moderator = TestBrowser(newspaper, as: .moderator)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await moderator.rule("dismiss", on: 1).status == 303)
        let reply = await editor.rule("uphold", on: 1, sentence: "A long explanation.")
        #expect(reply.status == 409)
        #expect(reply.text.contains("The moderator kept the comment. Your ruling was not applied."))
        #expect(reply.text.contains("A long explanation."))
        #expect(await reader.get(TestStories.bridgePath).text.contains("A word."))
        #expect(await editor.post("/desk/rulings/1/undo", [:]).status == 303)
        #expect(await moderator.post("/desk/rulings/1/undo", [:]).status == 409)
    }

    @Test("Only one of many simultaneous rulings is carried out")
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

    @Test("The most urgent cases come first: with more reports, or older")
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
        let cases = try await moderator.get("/desk/queue").page().elements
            .compactMap { $0.attributes["href"]?.firstMatch(of: /^\/desk\/cases\/(\d)\?/)?.1 }
        #expect(cases == ["2", "1", "3"])
    }

    @Test("A ruling on a text that has changed is refused, and shows the new text with all choices kept")
    func changed() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let number = await writer.commentNumber("Nice.")
        _ = await writer.report(number)
        let before = try #require(try await moderator.get("/desk/cases/1").page().content(ofField: "revision"))
        _ = await writer.post("/comments/\(number)/edit", ["text": "Vile."])
        for revision in [before, "", "x", "999999999999999999999"] {
            let reply = await moderator.rule(
                "dismiss", on: 1, clause: "hate", sentence: "Well said.", revision: revision)
            #expect(reply.status == 409)
            #expect(reply.text.contains("Vile.") && reply.text.contains("Your ruling was not applied"))
            let page = try reply.page()
            #expect(reply.text.contains("Well said."))
            #expect(page.all("value", "hate").contains { $0.attributes["selected"] != nil })
        }
        #expect(await moderator.get("/desk/queue").text.contains("Vile."))
        let after = try #require(try await moderator.get("/desk/cases/1").page().content(ofField: "revision"))
        #expect(await moderator.rule("uphold", on: 1, clause: "hate", revision: after).status == 303)
        #expect(try await newspaper.faults() == [])
    }

    @Test("A refused ruling keeps the chosen rule, and a dismissal records none")
    func refusedRuling() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."), clause: "abuse")
        var moderator = TestBrowser(newspaper, as: .moderator)
        let long = String(repeating: "x", count: 501)
        let reply = await moderator.rule("uphold", on: 1, clause: "hate", sentence: long)
        #expect(reply.status == 422)
        #expect(try reply.page().all("selected", "").map { $0.attributes["value"] } == ["hate"])
        #expect(await moderator.rule("dismiss", on: 1, clause: "hate").status == 303)
        let clauses: [String?] = try await newspaper.database.read { tx in
            try tx.all("SELECT clause FROM rulings") { try $0[0] }
        }
        #expect(clauses == [nil])
        #expect(try await !moderator.get("/desk").page().text.contains("kept by The moderator · Hate"))
    }

    @Test("A refused decision on a discussion is returned with its reason", arguments: ["stories/1", "house"])
    func refusedDecision(place: String) async throws {
        var admin = TestBrowser(try await TestSite(), as: .admin)
        let long = String(repeating: "x", count: 501)
        for (decision, reason) in [("close", long), ("nonsense", "My reason.")] {
            let reply = await admin.post("/desk/\(place)/discussion", ["decision": decision, "reason": reason])
            #expect(reply.status == 422)
            #expect(try reply.page().content(ofField: "reason") == reason)
        }
    }

    @Test("A moderator whose session has ended gets the typed text back, but never text from another site")
    func signedOut() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        var moderator = TestBrowser(newspaper, as: .moderator)
        newspaper.clock.advance(12 * 3_600)
        let reply = await moderator.rule("uphold", on: 1, sentence: "A long explanation.")
        #expect(reply.status == 403)
        #expect(reply.text.contains("A long explanation.") && reply.text.contains("href=\"/sign-in\""))
        moderator.headers = ["Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"]
        let other = await moderator.rule("uphold", on: 1, sentence: "Words of another site.")
        #expect(other.status == 403 && !other.text.contains("Words of another site."))
    }
}
