import Database
import Foundation
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Deleting one's account", .timeLimit(.minutes(5)))
struct LeavingTests {
    private static let days = 86_400.0

    @Test(
        "A reader leaves, and after 14 days no page has the name", arguments: TestedEngine.allCases, ["keep", "delete"])
    func journey(_ engine: TestedEngine, choice: String) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, other) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        var elsewhere = try await newspaper.readerBrowser("elsewhere")
        let number = await reader.commentNumber("A word of hers.")
        let answer = await other.commentNumber("An answer.", parent: number)
        #expect(await reader.get("/account").text.contains("href=\"/account/leave\""))
        let form = await reader.get("/account/leave").text
        #expect(form.contains("They stay, without my name") && form.contains("Delete them"))
        let left = await reader.post("/account/leave", ["comments": choice])
        #expect(left.status == 303 && left.location == "/account")
        let account = await reader.get("/account").text
        #expect(account.contains("Your account will be deleted") && account.contains(">Keep my account</button>"))
        #expect(account.contains("28 November 2023") || account.contains("Nov 28") || account.contains("2023-11-28"))
        #expect(await elsewhere.get("/account").status == 303, "other browsers are signed out")
        #expect(await other.get(TestStories.bridgePath).text.contains("Reader One"))

        newspaper.clock.advance(14 * Self.days - 1)
        try await newspaper.work()
        #expect(await other.get(TestStories.bridgePath).text.contains("Reader One"))
        var late = try await newspaper.readerBrowser("late")
        #expect(await late.get("/account").text.contains("Your account will be deleted"), "signing in still works")
        newspaper.clock.advance(1)
        try await newspaper.work()
        #expect(await late.get("/account").status == 303)
        let admin = try await newspaper.session(of: .admin)
        for path in newspaper.pages(showing: [number, answer]) {
            var browser = TestBrowser(newspaper)
            if path.hasPrefix("/desk") { browser.cookies[Cookie.session.name(isSecure: false)] = admin }
            let page = await browser.get(path)
            #expect(page.status == 200 && !page.text.contains("Reader One"), "\(path)")
            #expect(!page.text.contains("reader@example.org"), "\(path)")
        }
        let story = await other.get(TestStories.bridgePath).text
        #expect(story.contains(choice == "keep" ? "A word of hers." : "removed by its author"))
        #expect(story.contains("Former reader") == (choice == "keep") && story.contains("An answer."))
        #expect(try await newspaper.faults() == [])
    }

    @Test("A reader changes their mind on the last day, and leaves again")
    func cancel() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        #expect(await reader.post("/account/leave", ["comments": "keep"]).status == 303)
        newspaper.clock.advance(3_600)
        // The choice changes, the day does not.
        #expect(await reader.post("/account/leave", ["comments": "delete"]).status == 303)
        #expect(await reader.get("/account/leave").text.contains("value=\"delete\" id=\"delete\" required checked"))
        newspaper.clock.advance(14 * Self.days - 3_600 - 90)
        var late = try await newspaper.readerBrowser("late")
        #expect(await late.get("/account").text.contains("Your comments will be deleted."))
        let kept = await late.post("/account/keep", [:])
        #expect(kept.location == "/account?done=stays")
        #expect(await late.follow(kept).text.contains("Your account stays."))
        newspaper.clock.advance(86_400)
        try await newspaper.work()
        var later = try await newspaper.readerBrowser("later")
        #expect(await later.get("/account").text.contains("Delete my account"))
        #expect(await later.post("/account/keep", [:]).status == 303, "nothing to keep is no error")
        #expect(await later.post("/account/leave", ["comments": "keep"]).status == 303)
        newspaper.clock.advance(14 * Self.days - 1)
        try await newspaper.work()
        #expect(try await newspaper.readers() == ["reader@example.org"])
        newspaper.clock.advance(1)
        try await newspaper.work()
        #expect(try await newspaper.readers() == [])
    }

    @Test("A clock that is 90 seconds behind erases nobody too early, and two processes erase once")
    func clocks() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        _ = await reader.comment("A word.")
        #expect(await reader.post("/account/leave", ["comments": "keep"]).status == 303)
        newspaper.clock.advance(14 * Self.days - 90)
        try await newspaper.work()
        #expect(try await newspaper.readers() == ["reader@example.org"])
        newspaper.clock.advance(90)
        let other = try newspaper.another()
        async let one = newspaper.site.newspaper.performJobs()
        async let two = other.newspaper.performJobs()
        let done = try await one + two
        #expect(done.count { $0 == .closeAccount } == 1)
        #expect(try await newspaper.readers() == [])
    }

    @Test("Without a choice, the form comes back with a sentence; staff and visitors cannot leave")
    func refused() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        for fields in [[:], ["comments": "both"], ["comments": ""]] as [KeyValuePairs<String, String>] {
            let reply = await reader.post("/account/leave", fields)
            #expect(reply.status == 422 || reply.status == 400)
            #expect(reply.text.contains("Choose what happens to your comments."))
        }
        #expect(await !reader.get("/account").text.contains("Keep my account"))
        for role in [Role.moderator, .editor, .admin, .reporter] {
            var staff = TestBrowser(newspaper, as: role)
            #expect(await staff.get("/account/leave").status == 403)
            let reply = await staff.post("/account/leave", ["comments": "keep"])
            #expect(reply.status == 403 && reply.text.contains("You are on the staff."))
            #expect(await staff.post("/account/keep", [:]).status == 403)
            #expect(await !staff.get("/account").text.contains("/account/leave"))
        }
        var visitor = TestBrowser(newspaper)
        #expect(await visitor.post("/account/leave", ["comments": "keep"]).status == 403)
        newspaper.clock.advance(15 * Self.days)
        try await newspaper.work()
        #expect(try await newspaper.readers() == ["reader@example.org"])
    }
}

extension TestSite {
    /// Does the jobs that are due.
    func work() async throws { try await site.newspaper.performJobs() }

    /// A browser in which the reader signs in now.
    func readerBrowser(_ token: String) async throws -> TestBrowser {
        let now = clock.now
        try await database.write { tx in
            let reader = try tx.reader(email: "reader@example.org")
            try tx.begin(
                NewSession(tokenHash: Keys.hash(token), now: now, expiresAt: now.addingTimeInterval(3_600)),
                of: reader.id)
        }
        var browser = TestBrowser(self)
        browser.cookies[Cookie.session.name(isSecure: false)] = token
        return browser
    }

    /// The addresses of the readers who have accounts.
    func readers() async throws -> [String] {
        try await database.read { tx in try tx.registrations().map(\.reader.email) }
    }

    /// Pages that show these comments to readers or to the desk.
    fileprivate func pages(showing comments: [String]) -> [String] {
        [
            TestStories.bridgePath, TestStories.bridgePath + "/comments.xml", "/desk/log", "/desk/queue?view=unread",
            "/desk",
        ]
            + comments.map { "\(TestStories.bridgePath)/comments/\($0)" }
    }
}
