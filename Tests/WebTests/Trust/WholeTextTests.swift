import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Texts are accepted or refused whole, never cut", .timeLimit(.minutes(5)))
struct WholeTextTests {
    static let letters = ["a", "é", "€", "😀", "<", "e\u{0301}"]

    @Test(
        "A text at the limit is stored completely, and a longer one is returned completely", arguments: letters,
        TestedEngine.allCases)
    func limit(letter: String, engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine) { $0.commentsPerMinute = 0 }
        var reader = TestBrowser(newspaper)
        let length = letter.unicodeScalars.count
        for scalars in [4_998, 4_999, 5_000, 5_001, 5_002] {
            let filling = String(repeating: letter, count: scalars / length)
            let text = filling + String(repeating: "z", count: scalars - filling.unicodeScalars.count)
            let reply = await reader.comment(text)
            if scalars <= 5_000 {
                #expect(reply.status == 303)
                let stored: String? = try await newspaper.database.read { tx in
                    try tx.value("SELECT text FROM comments ORDER BY id DESC LIMIT 1")
                }
                #expect(stored?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "\(scalars) of \(letter)")
                #expect(await reader.follow(reply).status == 200)
            } else {
                #expect(reply.status == 422)
                let shown = try reply.page().content(ofField: "text")
                #expect(shown?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "\(scalars) of \(letter)")
            }
        }
    }

    @Test("A text far over the limit is returned completely", arguments: [65_535, 65_536, 65_537, 1_000_000])
    func long(bytes: Int) async throws {
        var reader = TestBrowser(try await TestSite())
        for letter in ["a", "€"] {
            let text = String(repeating: letter, count: bytes / letter.utf8.count)
            let reply = await reader.comment(text)
            #expect(reply.status == 422)
            #expect(try reply.page().content(ofField: "text") == text)
        }
        let edited = String(repeating: "b", count: bytes)
        let number = await reader.commentNumber("A word.")
        let reply = await reader.post("/comments/\(number)/edit", ["text": edited])
        #expect(try reply.page().content(ofField: "text") == edited)
        let report = await reader.report(number, text: edited)
        #expect(try report.page().content(ofField: "text") == edited)
    }

    @Test(
        "A body larger than its route allows is refused before it is read completely",
        arguments: ["/sign-in", "/stories/1/a-bridge-opens/comments"])
    func body(path: String) async throws {
        let limit = RouteTable.standard.routes.first {
            $0.match(path.dropFirst().split(separator: "/")) != nil && $0.method == .post
        }
        let bytes = try #require(limit).bodyLimit
        var reader = TestBrowser(try await TestSite())
        #expect(await reader.post(path, body: "text=" + String(repeating: "a", count: bytes - 5)).status == 422)
        let reply = await reader.post(path, body: "text=" + String(repeating: "a", count: bytes - 4))
        #expect(reply.status == 413)
        #expect(try reply.page().text.contains("KB"))
    }

    @Test("Every stored text has a length limit")
    func caps() async throws {
        let newspaper = try await TestSite { $0.commentsPerMinute = 0 }
        var reader = TestBrowser(newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        let number = await reader.commentNumber("A word.")
        _ = await reader.report(number)
        let long = { String(repeating: "a", count: $0) }
        #expect(await reader.comment("A.", name: long(41)).status == 422)
        #expect(await reader.comment("B.", name: long(40)).status == 303)
        // A label of a domain has at most 63 characters, and the part before the @ at most 64.
        let domain = { "@\(long(63)).\(long(63)).\(long($0)).example" }
        #expect(await reader.comment("C.", email: long(64) + domain(54)).status == 422)
        #expect(await reader.comment("D.", email: long(64) + domain(53)).status == 303)
        #expect(await reader.comment("E.", email: long(65) + "@example.org").status == 422)
        #expect(await editor.rule("dismiss", on: 1, sentence: long(501)).status == 422)
        #expect(await editor.rule("dismiss", on: 1, sentence: long(500)).status == 303)
        #expect(
            await editor.post("/desk/stories/1/discussion", ["decision": "close", "reason": long(501)]).status == 422)
        #expect(
            await editor.post("/desk/stories/1/discussion", ["decision": "close", "reason": long(500)]).status == 303)
        reader.address = "192.0.2.2"
        #expect(await reader.report(number, text: long(1_001)).status == 422)
        #expect(await reader.report(number, text: long(1_000)).status == 303)
    }
}
