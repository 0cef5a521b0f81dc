import Foundation
import Newsroom
import Testing

@testable import Web

@Suite("Hostile text in every field for the desk", .timeLimit(.minutes(5)))
struct HostileDeskTests {
    @Test("A hostile note is shown as it was typed, to the reporter and to the desk")
    func note() async throws {
        for vector in HostileText.own {
            let newspaper = try await TestSite()
            var reader = TestBrowser(newspaper)
            var moderator = TestBrowser(newspaper, as: .moderator)
            // A text that is refused as a comment may be refused as a note too.
            let isTaken = await reader.comment(vector).status == 303
            if !isTaken { _ = await reader.comment("A word.") }
            let reply = await reader.report("1", text: vector)
            guard reply.status == 303 else {
                #expect(reply.status == 422 && !isTaken)
                _ = try reply.page()
                continue
            }
            for page in [
                try await reader.follow(reply).page(), try await moderator.get("/desk/cases/1").page(),
            ] {
                expectPlain(page, vector)
                #expect(page.text.contains(vector.withPlainLineEnds.trimmed), "\(vector.debugDescription)")
            }
        }
    }

    @Test("A hostile sentence for the commenter is shown as it was typed, including in the log")
    func sentence() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await reader.report(await reader.commentNumber("A word."))
        for vector in HostileText.own {
            let reply = await moderator.rule("dismiss", on: 1, sentence: vector)
            for path in ["/desk", "/desk/cases/1", "/desk/log"] {
                let page = try await moderator.get(path).page()
                expectPlain(page, vector)
                #expect(
                    reply.status == 422 || page.text.contains(vector.withPlainLineEnds.trimmed),
                    "\(path) \(vector.debugDescription)")
            }
            if reply.status == 303 {
                let desk = try await moderator.get("/desk").page()
                let undo = try #require(desk.elements.first { $0.attributes["action"]?.hasSuffix("/undo") == true })
                    .attributes["action"]
                #expect(await moderator.post(undo ?? "", [:]).status == 303)
            } else {
                #expect(try reply.page().content(ofField: "case-1-sentence") == vector.asShown)
            }
        }
        #expect(try await newspaper.faults() == [])
    }

    @Test("A hostile reason for closing is shown to readers as it was typed")
    func reason() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        for vector in HostileText.own {
            let reply = await editor.post("/desk/stories/1/discussion", ["decision": "close", "reason": vector])
            guard reply.status == 303 else { continue }
            for page in [
                try await reader.get(TestStories.bridgePath).page(), try await editor.get("/desk/stories/1").page(),
                try await editor.get("/desk/log").page(),
            ] {
                expectPlain(page, vector)
                #expect(
                    page.text.contains(vector.trimmed.precomposedStringWithCanonicalMapping),
                    "\(vector.debugDescription)")
            }
        }
    }

    @Test("An excerpt of a hostile comment is shown as text")
    func excerpt() async throws {
        for vector in HostileText.own {
            let newspaper = try await TestSite()
            var reader = TestBrowser(newspaper)
            var moderator = TestBrowser(newspaper, as: .moderator)
            guard await reader.comment(vector).status == 303 else { continue }
            _ = await reader.report(await reader.commentNumber("Another word."))
            for path in ["/desk/cases/1", "/desk/queue", "/desk/queue?view=unread"] {
                let page = try await moderator.get(path).page()
                expectPlain(page, vector)
                #expect(page.text.contains("2023") || page.text.contains("Nov") || path == "/desk/queue")
            }
        }
    }

    @Test("Hostile text typed at sign-in is returned as text")
    func signIn() async throws {
        let newspaper = try await TestSite { $0.signInsPerFiveMinutes = 1 }
        for (number, vector) in HostileText.own.enumerated() {
            var browser = TestBrowser(newspaper)
            browser.address = "198.51.100.1"
            if number == 0 { _ = await browser.post("/sign-in", ["email": "x", "password": "x"]) }
            let reply = await browser.post("/sign-in", ["email": vector, "password": vector, "next": vector])
            #expect(reply.status == 429)
            let page = try reply.page()
            expectPlain(page, vector)
            #expect(page.content(ofField: "email") == vector.trimmed.asShown)
            #expect(page.content(ofField: "next") == vector.asShown)
            #expect(!reply.text.contains("name=\"password\" value"))
        }
    }

    private func expectPlain(_ page: PageOutline, _ vector: String) {
        expectCommentMarkup(page, vector)
        expectSafeAddresses(page, vector)
        for element in page.elements {
            #expect(
                !["iframe", "object", "svg", "style", "base", "math", "template"].contains(element.name),
                "\(vector.debugDescription)")
            #expect(element.name != "img" || element.attributes["src"]?.hasPrefix("/pictures/") == true)
            #expect(
                !element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" }, "\(vector.debugDescription)")
        }
        let scripts = page.elements.filter { $0.name == "script" }.compactMap { $0.attributes["type"] }
        let ofStory = ["module", "application/ld+json", "module"]
        let ofCase = ["module", "module"]
        #expect([["module"], ofCase, ofStory].contains(scripts), "\(vector.debugDescription)")
    }
}
