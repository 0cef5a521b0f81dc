import Database
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Mails that warn the owner of an account", .timeLimit(.minutes(5)))
struct WarningMailTests {
    private let email = "reader@example.org"

    @Test("A new password is mailed to the owner, with a way to undo what a stranger did")
    func password() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        let form = ["password": "a lighthouse keeps its own hours"] as KeyValuePairs
        #expect(await reader.post("/account/password", form).location == "/account?done=password")
        let mails = try await newspaper.mails(to: email)
        #expect(mails.count == 1 && mails[0].subject.contains("password") && mails[0].action?.path.text == "/account")
    }

    @Test("The end of an account is mailed once; another choice about the comments is not")
    func leaving() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        for choice in ["keep", "delete"] { _ = await reader.post("/account/leave", ["comments": choice]) }
        let mails = try await newspaper.mails(to: email)
        #expect(mails.count == 1 && mails[0].subject.contains("will be deleted"))
    }

    @Test("If the old address takes no mail, only the new one has to confirm")
    func refusedAddress() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        let (now, old) = (newspaper.clock.now, email)
        try await newspaper.database.write { tx in
            try tx.refuseMail(to: old, MailRefusal(code: 550, reason: "no"), now: now)
        }
        _ = await reader.post("/account/address", ["email": "new@example.org"])
        #expect(try await newspaper.mails(to: old).isEmpty)
        let path = try #require(try await newspaper.mails(to: "new@example.org").first?.action?.path.text)
        let token = try #require(path.split(separator: "=").last)
        #expect(await reader.post("/confirm-address", ["token": String(token)]).text.contains("has the new address"))
        #expect(await reader.get("/account").text.contains("new@example.org"))
    }

    @Test("A code without six digits costs no try")
    func shortCode() async throws {
        let newspaper = try await TestSite()
        var browser = TestBrowser(newspaper)
        _ = await browser.post("/sign-in/mail", ["email": email])
        for _ in 0..<6 {
            let reply = await browser.post("/sign-in/code", ["code": "12345"])
            #expect(reply.status == 422 && reply.text.contains("The code has six digits."))
        }
        #expect(await browser.post("/sign-in/code", ["code": "abcdef"]).text.contains("The code has six digits."))
    }
}
