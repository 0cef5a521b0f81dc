import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Posting comments", .timeLimit(.minutes(5)))
struct CommentingTests {
    @Test("A comment is shown and counted", arguments: TestedEngine.allCases)
    func shown(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        let reply = await reader.comment("It *opened* at last.")
        #expect(reply.status == 303)
        #expect(reply.location == "/stories/1/a-bridge-opens/comments/1#comment-1")
        let own = try await reader.follow(reply).page()
        #expect(own.text.contains("A reader") && own.text.contains("It opened at last."))
        var other = TestBrowser(newspaper)
        let story = await other.get(TestStories.bridgePath)
        #expect(try story.page().text.contains("It opened at last."))
        #expect(try story.page().text.contains("Comments (1)"))
        #expect(story.text.contains("\"commentCount\":1"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("A refused comment is returned with the reason and everything that was typed")
    func refused() async throws {
        var reader = TestBrowser(try await TestSite())
        let cases: [(name: String, text: String, email: String, field: String)] = [
            ("X", "A word & <more>.", "a@example.org", "name"), ("A reader", "", "a@example.org", "text"),
            ("A reader", "A word.", "nowhere", "email"),
            ("A reader", String(repeating: "a", count: 5_001), "", "text"),
        ]
        for typed in cases {
            let reply = await reader.comment(typed.text, name: typed.name, email: typed.email)
            #expect(reply.status == 422)
            let page = try reply.page()
            #expect(page.content(ofField: "name") == typed.name)
            #expect(page.content(ofField: "text") == typed.text)
            #expect(page.content(ofField: "email") == typed.email)
            #expect(page.content(ofClass: "refusal")?.isEmpty == false)
            #expect(page.elements.first { $0.attributes["aria-invalid"] == "true" }?.attributes["name"] == typed.field)
            #expect(reply["Cache-Control"] == "private, no-cache", "Back finds what was typed")
        }
        #expect(try await reader.get(TestStories.bridgePath).page().text.contains("Comments (0)"))
    }

    @Test("A reply follows its parent comment and names the commenter it replies to, without relying on indentation")
    func reply() async throws {
        var reader = TestBrowser(try await TestSite())
        let first = await reader.commentNumber("A question?", name: "One reader")
        let second = await reader.commentNumber("An answer.", name: "Another reader", parent: first)
        let page = try await reader.get(TestStories.bridgePath).page()
        let comments = page.elements.filter { $0.attributes["id"]?.hasPrefix("comment-") == true }
        #expect(comments.map { $0.attributes["id"] } == ["comment-\(first)", "comment-\(second)"])
        #expect(comments.last?.attributes["class"] == "comment depth-1")
        #expect(page.text.contains("in reply to One reader"))
    }

    @Test("A refused reply is returned in the form below the comment it answers")
    func refusedReply() async throws {
        var reader = TestBrowser(try await TestSite())
        let first = await reader.commentNumber("A question?")
        let page = try await reader.comment("My answer.", name: "X", parent: first).page()
        #expect(page.content(ofField: "parent") == first)
        #expect(page.content(ofField: "text") == "My answer.")
    }

    @Test("A reply to an unknown comment, or to one on another story, is refused and returned")
    func strayedReply() async throws {
        var reader = TestBrowser(try await TestSite())
        let other = await reader.commentNumber("Elsewhere.", on: TestStories.ferryPath)
        for parent in ["999", other, "x", "-1", "٣", "01", "999999999999999999999"] {
            let reply = await reader.comment("My answer.", parent: parent)
            #expect(reply.status == 404, "\(parent)")
            #expect(try reply.page().content(ofField: "text") == "My answer.")
        }
    }

    @Test(
        "A comment sent twice is one comment, and one sent again after 10 minutes is another",
        arguments: TestedEngine.allCases)
    func twice(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        let first = await reader.commentNumber("Once.")
        #expect(await reader.commentNumber("Once.") == first)
        #expect(await reader.commentNumber("Once.", on: TestStories.ferryPath) != first)
        newspaper.clock.advance(601)
        #expect(await reader.commentNumber("Once.") != first)
        #expect(try await newspaper.faults() == [])
    }

    @Test("A comment on an unknown version of the story is refused and returned")
    func version() async throws {
        var reader = TestBrowser(try await TestSite())
        for version in ["0", "3", "-1", "9223372036854775807"] {
            let reply = await reader.post(
                TestStories.bridgePath + "/comments", ["name": "A reader", "text": "A word.", "version": version])
            #expect(reply.status == 422, "\(version)")
            let page = try reply.page()
            #expect(page.content(ofField: "text") == "A word.")
            #expect(page.content(ofField: "version") == "2", "the form can be sent again")
        }
    }

    @Test("A reply to a comment that was removed in the meantime is returned with its text")
    func replyToRemoved() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await reader.commentNumber("A rude word.")
        _ = await reader.report(number)
        #expect(await moderator.rule("uphold", on: 1, clause: "abuse").status == 303)
        let reply = await reader.comment("My answer.", parent: number)
        #expect(reply.status == 404)
        #expect(reply.text.contains("The comment you replied to is no longer there."))
        #expect(try reply.page().content(ofField: "text") == "My answer.")
    }

    @Test("A comment on an earlier version links to the changes since")
    func changedSince() async throws {
        var reader = TestBrowser(try await TestSite())
        let page = try await reader.follow(await reader.comment("On the first version.")).page()
        #expect(page.addresses.contains("/stories/1/a-bridge-opens/versions/2"))
    }
}
