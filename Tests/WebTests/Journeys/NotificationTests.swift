import Database
import Foundation
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Notifications", .timeLimit(.minutes(5)))
struct NotificationTests {
    private let story = "/stories/1/a-bridge-opens"

    /// Posts a comment and returns its number.
    func post(
        _ text: String, answering parent: String? = nil, by browser: inout TestBrowser, name: String = "A guest"
    ) async throws -> String {
        var form = "name=\(TestBrowser.segment(name))&text=\(TestBrowser.segment(text))&version=2"
        if let parent { form += "&parent=\(parent)" }
        let location = try #require(await browser.post("\(story)/comments", body: form).location)
        return String(location.split(separator: "#").first?.split(separator: "/").last ?? "")
    }

    /// Does the jobs that are due `seconds` from now.
    func work(on newspaper: TestSite, after seconds: Double) async throws {
        newspaper.clock.advance(seconds)
        _ = try await newspaper.site.newspaper.performJobs()
    }

    @Test("Several replies become one mail, which quotes them and can be turned off with one click")
    func replies() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        newspaper.clock.advance(61)
        for number in 1...3 {
            _ = try await post("Reply \(number). See http://evil.example/.", answering: own, by: &guest)
        }
        _ = try await post("My own reply.", answering: own, by: &reader)
        #expect(await reader.get(story).text.contains("3 unread"))
        try await work(on: newspaper, after: 19)
        #expect(try await newspaper.mails(to: "reader@example.org").isEmpty)
        try await work(on: newspaper, after: 2)
        let mails = try await newspaper.mails(to: "reader@example.org")
        #expect(mails.count == 1 && mails.first?.parts.count == 6)
        let quotations = mails[0].parts.compactMap { if case .quotation(let text) = $0 { text } else { nil } }
        #expect(quotations.count == 3 && quotations.allSatisfy { !$0.contains("http://evil") })

        let stop = try #require(mails[0].unsubscribe?.text)
        var program = TestBrowser(newspaper)
        program.tellsOrigin = false
        #expect(await program.get(stop).status == 200)
        #expect(await program.post(stop, body: "List-Unsubscribe=One-Click").status == 200)
        _ = try await post("A further reply.", answering: own, by: &guest)
        try await work(on: newspaper, after: 700)
        #expect(try await newspaper.mails(to: "reader@example.org").count == 1)
        #expect(await reader.get("/account/notifications").text.contains("A further reply."))
    }

    @Test("A foreign or shortened token turns nothing off")
    func foreignToken() async throws {
        let newspaper = try await TestSite()
        let id = try await newspaper.database.write { tx in
            let id = try #require(try tx.account(email: "reader@example.org")?.actor.person)
            _ = try tx.mailToken(of: id, or: "0123456789abcdef0123456789abcdef")
            return id
        }
        var browser = TestBrowser(newspaper)
        for token in ["", "0123456789abcdef0123456789abcde", "ffffffffffffffffffffffffffffffff"] {
            for kind in ["reply", "all"] {
                let path = "/stop-mails/\(id)?token=\(token)&kind=\(kind)"
                #expect(await browser.get(path).status == 404)
                #expect(await browser.post(path, body: "").status == 404)
            }
        }
        // An address that was cut off.
        let cut = "/stop-mails/\(id)?token=0123456789abcdef0123456789abcdef"
        for path in [cut, cut + "&kind=rep"] { #expect(await browser.post(path, body: "").status == 404) }
        let choices = try await newspaper.database.read { tx in try tx.notificationChoices(of: id) }
        #expect(choices == NotificationChoices())
    }

    @Test(
        "The commenter learns of a removal with its rule and note, and the reporter of the decision, but not of people")
    func rulings() async throws {
        let newspaper = try await TestSite()
        var (reader, reporter) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper, as: .reporter))
        var moderator = TestBrowser(newspaper, as: .moderator)
        let own = try await post("A rude comment.", by: &reader)
        _ = await reporter.report(own)
        _ = await moderator.post(
            "/desk/cases/1/ruling",
            ["outcome": "uphold", "clause": "abuse", "sentence": "Please stay polite.", "revision": "0"])
        let page = await reader.get("/account/notifications").text
        #expect(
            page.contains("Please stay polite.") && !page.contains("The moderator") && !page.contains("The reporter"))
        let other = await reporter.get("/account/notifications").text
        #expect(other.contains("broke a rule") && !other.contains("The moderator"))
        try await work(on: newspaper, after: 21)
        #expect(try await newspaper.mails(to: "reader@example.org").count == 1)
        #expect(try await newspaper.mails(to: "reporter@example.org").count == 1)
    }

    @Test("A reply that was removed meanwhile is neither listed nor mailed")
    func removedReply() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        let reply = try await post("A hidden insult.", answering: own, by: &guest)
        _ = await guest.post("/comments/\(reply)/delete", [:])
        #expect(await !reader.get("/account/notifications").text.contains("A hidden insult."))
        try await work(on: newspaper, after: 21)
        #expect(try await newspaper.mails(to: "reader@example.org").isEmpty)
    }

    @Test("Choices put notifications into a digest in the morning, or keep them on the site")
    func choices() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let saved = await reader.post("/account/notifications/choices", ["reply": "daily", "ruling": "site"])
        #expect(saved.location == "/account/notifications?done=saved")
        let own = try await post("My comment.", by: &reader)
        _ = try await post("A reply.", answering: own, by: &guest)
        try await work(on: newspaper, after: 21)
        #expect(try await newspaper.mails(to: "reader@example.org").isEmpty)
        try await work(on: newspaper, after: 86_400)
        #expect(try await newspaper.mails(to: "reader@example.org").count == 1)
    }

    @Test("The account and the list of notifications say that an address takes no mail")
    func refusedAddress() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        let sentence = "The mail server of reader@example.org refuses our mails"
        #expect(await !reader.get("/account").text.contains(sentence))
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            try tx.refuseMail(to: "reader@example.org", MailRefusal(code: 550, reason: "no"), now: now)
        }
        for path in ["/account", "/account/notifications"] {
            #expect(await reader.get(path).text.contains(sentence), "\(path)")
        }
    }

    @Test("Reading on the site needs no mail, and the count goes away")
    func reading() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        _ = try await post("A reply.", answering: own, by: &guest)
        _ = await reader.post("/account/notifications/read", ["up-to": "1"])
        #expect(await reader.get(story).text.contains(#"hidden>0 unread"#))
        try await work(on: newspaper, after: 21)
        #expect(try await newspaper.mails(to: "reader@example.org").isEmpty)
    }
}
