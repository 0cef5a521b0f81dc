import Database
import Foundation
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Accounts of readers", .timeLimit(.minutes(5)))
struct AccountTests {
    /// A newspaper whose mails the test reads.
    private struct Post {
        let newspaper: TestSite

        init() async throws { newspaper = try await TestSite() }

        /// The token and the code of the latest mail to an address.
        func letter(to email: String) async throws -> (token: String, code: String) {
            let mails = try await newspaper.mails(to: email)
            let mail = try #require(mails.last)
            let path = try #require(mail.action?.path.text)
            return (String(path.split(separator: "=").last ?? ""), mail.code?.digits ?? "")
        }
    }

    @Test("A reader signs up by link, comments under the name, and signs in again with the code")
    func journey() async throws {
        let post = try await Post()
        var browser = TestBrowser(post.newspaper)
        #expect(await browser.post("/sign-in/mail", ["email": "Ada@Example.org"]).location == "/sign-in/code")
        #expect(await browser.get("/sign-in/code").text.contains("ada@example.org"))
        let (token, _) = try await post.letter(to: "ada@example.org")
        for _ in 0..<3 {
            let page = await browser.get("/sign-in/link?token=\(token)")
            #expect(page.status == 200 && page.text.contains("name=\"name\""), "opening a link uses nothing up")
        }
        let created = await browser.post("/sign-in/link", ["token": token, "name": "Ada Reader"])
        #expect(created.location == "/account")
        let posted = await browser.post(
            "/stories/1/a-bridge-opens/comments", ["name": "Somebody else", "text": "Signed.", "version": "2"])
        #expect(posted.status == 303)
        var visitor = TestBrowser(post.newspaper)
        let story = await visitor.get("/stories/1/a-bridge-opens").text
        #expect(story.contains("Ada Reader") && !story.contains("Somebody else"))
        #expect(await browser.get("/account/comments").text.contains("Signed."))

        var other = TestBrowser(post.newspaper)
        _ = await other.post("/sign-in/mail", ["email": "ada@example.org"])
        let (_, code) = try await post.letter(to: "ada@example.org")
        #expect(await other.post("/sign-in/code", ["code": code]).location == "/account")
        #expect(await other.get("/account").text.contains("Ada Reader"))
    }

    @Test("A link works once and for 15 minutes, and each failure has its sentence")
    func links() async throws {
        let post = try await Post()
        var browser = TestBrowser(post.newspaper)
        _ = await browser.post("/sign-in/mail", ["email": "ada@example.org"])
        let first = try await post.letter(to: "ada@example.org").token
        _ = await browser.post("/sign-in/link", ["token": first, "name": "Ada Reader"])
        #expect(await browser.get("/sign-in/link?token=\(first)").status == 410)
        let replayed = await browser.post("/sign-in/link", ["token": first, "name": "Ada Again"])
        #expect(replayed.status == 410 && replayed.text.contains("has been used"))
        #expect(await browser.get("/sign-in/link?token=\(first.dropLast())").status == 404)
        _ = await browser.post("/sign-in/mail", ["email": "ada@example.org"])
        let second = try await post.letter(to: "ada@example.org").token
        post.newspaper.clock.advance(901)
        let late = await browser.post("/sign-in/link", ["token": second])
        #expect(late.status == 410 && late.text.contains("older than 15 minutes"))
    }

    @Test("A code works only in the browser that asked, and ends after five errors")
    func codes() async throws {
        let post = try await Post()
        var browser = TestBrowser(post.newspaper)
        _ = await browser.post("/sign-in/mail", ["email": "reader@example.org"])
        let (token, code) = try await post.letter(to: "reader@example.org")
        var stranger = TestBrowser(post.newspaper)
        #expect(await stranger.post("/sign-in/code", ["code": code]).status == 403)
        let wrong = code == "000000" ? "111111" : "000000"
        for left in [4, 3, 2, 1] {
            let reply = await browser.post("/sign-in/code", ["code": wrong])
            #expect(reply.status == 422 && reply.text.contains("\(left) "))
        }
        #expect(await browser.post("/sign-in/code", ["code": wrong]).status == 410)
        #expect(await browser.post("/sign-in/code", ["code": code]).status == 410)
        #expect(await browser.post("/sign-in/link", ["token": token]).location == "/account")
    }

    @Test("Two windows that sign up at once make one account")
    func twoWindows() async throws {
        let post = try await Post()
        var browsers = [TestBrowser(post.newspaper), TestBrowser(post.newspaper)]
        var tokens: [String] = []
        for index in browsers.indices {
            _ = await browsers[index].post("/sign-in/mail", ["email": "ada@example.org"])
            tokens.append(try await post.letter(to: "ada@example.org").token)
        }
        let replies = await withTaskGroup(of: String?.self) { group in
            for (browser, token) in zip(browsers, tokens) {
                group.addTask {
                    var browser = browser
                    return await browser.post("/sign-in/link", ["token": token, "name": "Ada \(token.prefix(4))"])
                        .location
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies == ["/account", "/account"])
        let accounts: Int? = try await post.newspaper.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM people WHERE email = 'ada@example.org'")
        }
        #expect(accounts == 1)
    }

    @Test("Known, unknown and staff addresses get the same answer")
    func sameAnswers() async throws {
        let post = try await Post()
        var pages: Set<String> = []
        for email in ["reader@example.org", "nobody@example.org", "editor@example.org"] {
            var browser = TestBrowser(post.newspaper)
            let reply = await browser.post("/sign-in/mail", ["email": email])
            #expect(reply.location == "/sign-in/code")
            pages.insert(await browser.get("/sign-in/code").text.replacing(email, with: "-"))
            #expect(try await post.newspaper.mails(to: email).count == 1)
        }
        #expect(pages.count == 1)
        let toStaff = try await post.newspaper.mails(to: "editor@example.org")
        #expect(toStaff.first?.code == nil && toStaff.first?.action?.path.text == "/sign-in")
    }

    @Test("A stranger cannot use up the mails of somebody whose browser is known")
    func budgets() async throws {
        let post = try await Post()
        var own = TestBrowser(post.newspaper)
        _ = await own.post("/sign-in/mail", ["email": "reader@example.org"])
        _ = await own.post("/sign-in/link", ["token": try await post.letter(to: "reader@example.org").token])
        for source in 0..<12 {
            var stranger = TestBrowser(post.newspaper)
            stranger.address = "198.51.100.\(source)"
            _ = await stranger.post("/sign-in/mail", ["email": "reader@example.org"])
        }
        var stranger = TestBrowser(post.newspaper)
        stranger.address = "198.51.100.77"
        let refused = await stranger.post("/sign-in/mail", ["email": "reader@example.org"])
        #expect(refused.status == 429 && refused.text.contains("reader@example.org"))
        own.cookies["session"] = nil
        #expect(await own.post("/sign-in/mail", ["email": "reader@example.org"]).status == 303)
    }

    @Test("A guest cannot use the name of an account, nor one that looks like it")
    func guestNames() async throws {
        let newspaper = try await TestSite()
        for name in ["Reader One", "READER  ONE", "Rеader One", "The moderator"] {
            var guest = TestBrowser(newspaper)
            let reply = await guest.post(
                "/stories/1/a-bridge-opens/comments", ["name": name, "text": "Hello \(name).", "version": "2"])
            #expect(reply.status == 422 && reply.text.contains("Hello"), "\(name)")
        }
    }

    @Test("Names are unique, change every 14 days, and stay reserved for 90")
    func names() async throws {
        let newspaper = try await TestSite()
        var browser = TestBrowser(newspaper, as: .reader)
        #expect(await browser.post("/account/name", ["name": "The reporter"]).status == 409)
        #expect(await browser.post("/account/name", ["name": "Second Name"]).location == "/account?done=name")
        let again = await browser.post("/account/name", ["name": "Third Name"])
        #expect(
            again.status == 410 || again.status == 403 || again.status == 409 || again.status == 422, "\(again.status)")
        let isReserved = try await newspaper.database.read { tx in
            (
                try tx.isTaken("Reader One".lookalikeKey, now: Date.noon.addingTimeInterval(89 * 86_400)),
                try tx.isTaken("Reader One".lookalikeKey, now: Date.noon.addingTimeInterval(91 * 86_400))
            )
        }
        #expect(isReserved == (true, false))
        var guest = TestBrowser(newspaper)
        let reply = await guest.post(
            "/stories/1/a-bridge-opens/comments", ["name": "Reader One", "text": "Hello.", "version": "2"])
        #expect(reply.status == 422)
    }

    @Test("Comments that a browser posted as a guest can be claimed once")
    func claiming() async throws {
        let newspaper = try await TestSite()
        var browser = TestBrowser(newspaper)
        let number = await browser.commentNumber("As a guest.")
        browser.cookies["session"] = newspaper.tokens[.reader]
        #expect(await browser.get("/account").text.contains("1 comment"))
        #expect(await browser.post("/account/claim", [:]).location == "/account?done=claimed")
        #expect(await browser.get("/account/comments").text.contains("As a guest."))
        #expect(await browser.get("/comments/\(number)/delete").status == 200)
        browser.cookies["session"] = nil
        #expect(await browser.get("/comments/\(number)/delete").status == 403)
        var visitor = TestBrowser(newspaper)
        #expect(await visitor.get("/stories/1/a-bridge-opens").text.contains("<bdi>Reader One</bdi>"))
    }

    @Test("A person ends other sessions, but never those of somebody else")
    func sessions() async throws {
        let newspaper = try await TestSite()
        var browser = TestBrowser(newspaper, as: .reader)
        let another = NewSession(
            tokenHash: Keys.hash("second"), agent: "Firefox, Linux", now: .noon,
            expiresAt: Date.noon.addingTimeInterval(86_400))
        try await newspaper.database.write { tx in
            guard let reader = try tx.account(email: "reader@example.org")?.actor.person else { return }
            try tx.begin(another, of: reader)
        }
        #expect(await browser.get("/account").text.contains("Firefox, Linux"))
        let editor = Keys.hash(newspaper.tokens[.editor] ?? "")
        _ = await browser.post("/account/sessions", ["session": editor])
        var editorsBrowser = TestBrowser(newspaper, as: .editor)
        #expect(await editorsBrowser.get("/account").status == 200)
        _ = await browser.post("/account/sessions", [:])
        #expect(await browser.get("/account").status == 200)
        var second = TestBrowser(newspaper)
        second.cookies["session"] = "second"
        #expect(await second.get("/account").status == 303)
    }

    @Test("Another address is confirmed at the old one and at the new one")
    func address() async throws {
        let post = try await Post()
        var browser = TestBrowser(post.newspaper, as: .reader)
        #expect(await browser.post("/account/address", ["email": "no address"]).status == 422)
        #expect(
            await browser.post("/account/address", ["email": "new@example.org"]).location == "/account?done=address")
        var phone = TestBrowser(post.newspaper)
        for (email, isLast) in [("new@example.org", false), ("reader@example.org", true)] {
            let token = try await post.letter(to: email).token
            #expect(await phone.get("/confirm-address?token=\(token)").text.contains("new@example.org"))
            #expect(await browser.get("/account").text.contains("reader@example.org"))
            let reply = await phone.post("/confirm-address", ["token": token])
            #expect(reply.status == 200 && reply.text.contains("has the new address") == isLast)
            #expect(await phone.post("/confirm-address", ["token": token]).status == 410)
        }
        #expect(await browser.get("/account").text.contains("new@example.org"))
    }

    @Test("The address of somebody else is not taken over, and nobody learns that it has an account")
    func addressOfSomebodyElse() async throws {
        let post = try await Post()
        var browser = TestBrowser(post.newspaper, as: .reader)
        #expect(
            await browser.post("/account/address", ["email": "editor@example.org"]).location == "/account?done=address")
        #expect(try await post.newspaper.mails(to: "editor@example.org").last?.action == nil)
        let token = try await post.letter(to: "reader@example.org").token
        #expect(await browser.post("/confirm-address", ["token": token]).text.contains("other address"))
    }

    @Test("Mails are in the language of the reader")
    func language() async throws {
        let post = try await Post()
        var browser = TestBrowser(post.newspaper, as: .reader)
        #expect(await browser.post("/account/language", ["language": "de"]).location == "/account?done=language")
        _ = await browser.post("/account/address", ["email": "new@example.org"])
        #expect(try await post.newspaper.mails(to: "new@example.org").last?.action?.label == "Änderung bestätigen")
    }

    @Test("The setting decides whether guests or accounts may comment", arguments: CommentsFrom.allCases)
    func commentsFrom(_ from: CommentsFrom) async throws {
        let newspaper = try await TestSite { settings in
            let house = settings.house
            settings.house = House(
                name: house.name, tagline: nil, timeZone: house.timeZone, disclaimer: house.disclaimer,
                commentsFrom: from)
        }
        var (guest, reader) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .reader))
        let form: KeyValuePairs = ["name": "A guest", "text": "Hello \(from).", "version": "2"]
        let address = "/stories/1/a-bridge-opens/comments"
        #expect(await guest.post(address, form).status == (from.takesGuests ? 303 : 403))
        #expect(
            await reader.post(address, ["text": "Signed \(from).", "version": "2"]).status
                == (from.takesAccounts ? 303 : 403))
        #expect(
            await guest.post("/sign-in/mail", ["email": "a@example.org"]).status == (from.takesAccounts ? 303 : 403))
        let (shared, own) = (
            await guest.get("/stories/1/a-bridge-opens").text, await reader.get("/stories/1/a-bridge-opens").text
        )
        #expect(shared.contains("name=\"text\"") == from.takesGuests)
        #expect(own.contains("name=\"text\""))
        #expect(shared.contains("href=\"/sign-in\"") == from.takesAccounts)
    }
}

extension TestSite {
    /// The mails that wait for an address, in the order in which they were written.
    func mails(to email: String) async throws -> [Mail.Content] {
        try await database.read { tx in
            try tx.all("SELECT id FROM mails WHERE recipient = $1 ORDER BY id", email) { row in try row[0] as Int64 }
                .compactMap { id in try tx.storedMail(Mail.ID(id))?.mail.content }
        }
    }
}
