import Database
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Guessing passwords", .timeLimit(.minutes(5)))
struct GuessingTests {
    private static let password = "right"

    /// A newspaper with two staff members whose passwords are checked instantly.
    private func newspaper(set: (inout Settings) -> Void = { _ in }) async throws -> TestSite {
        let newspaper = try await TestSite(passwordQueue: .quick, set: set)
        try await newspaper.database.write { tx in
            for name in ["desk", "other"] {
                _ = try tx.addStaff(
                    email: "\(name)@example.org", name: name, role: .moderator, passwordHash: Self.password, now: .noon)
            }
        }
        return newspaper
    }

    private func tries(
        _ newspaper: TestSite, _ count: Int, email: (Int) -> String, from first: Int = 1
    ) async -> [Int] {
        var statuses: [Int] = []
        for number in first..<(first + count) {
            var guesser = TestBrowser(newspaper)
            guesser.address = "198.51.\(number / 250).\(number % 250)"
            statuses.append(
                await guesser.post("/sign-in", ["email": email(number), "password": "guess \(number)"]).status)
        }
        return statuses
    }

    private func signIn(_ browser: inout TestBrowser, _ email: String = "desk@example.org") async -> Int {
        await browser.post("/sign-in", ["email": email, "password": Self.password]).status
    }

    @Test("An account accepts 20 guesses in 5 minutes from all addresses, and its owner can still sign in")
    func account() async throws {
        let newspaper = try await newspaper()
        var owner = TestBrowser(newspaper)
        #expect(await signIn(&owner) == 303)
        let known = try #require(owner.cookies["known"])
        newspaper.clock.advance(300)
        let statuses = await tries(
            newspaper, 200, email: { $0.isMultiple(of: 2) ? "desk@example.org" : " DESK@example.org" })
        #expect(statuses == Array(repeating: 422, count: 20) + Array(repeating: 429, count: 180))
        owner.cookies["session"] = nil
        #expect(await signIn(&owner) == 303, "a browser that has signed in before")
        var elsewhere = TestBrowser(newspaper)
        elsewhere.address = "203.0.113.1"
        #expect(await signIn(&elsewhere) == 429, "the owner must wait in another browser")
        #expect(await signIn(&elsewhere, "other@example.org") == 303, "other accounts are not limited")
        elsewhere.cookies = ["known": known]
        #expect(await signIn(&elsewhere) == 303)
        newspaper.clock.advance(300)
        elsewhere.cookies = [:]
        #expect(await signIn(&elsewhere) == 303)
    }

    @Test("An unknown e-mail address has the same limit")
    func unknown() async throws {
        let statuses = await tries(try await newspaper(), 30) { _ in "nobody@example.org" }
        #expect(statuses == Array(repeating: 422, count: 20) + Array(repeating: 429, count: 10))
    }

    @Test("Guesses at many accounts share a limit, which does not affect known browsers")
    func everybody() async throws {
        let newspaper = try await newspaper { $0.signInsOfAllPerFiveMinutes = 30 }
        var owner = TestBrowser(newspaper)
        #expect(await signIn(&owner) == 303)
        let statuses = await tries(newspaper, 40) { "\($0)@example.org" }
        #expect(statuses == Array(repeating: 422, count: 29) + Array(repeating: 429, count: 11))
        #expect(await signIn(&owner) == 303)
    }

    @Test("A known browser has its own limit, for its own account only")
    func allowance() async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper)
        #expect(await signIn(&browser) == 303)
        for _ in 1...10 {
            let guess = await browser.post("/sign-in", ["email": "desk@example.org", "password": "guess"])
            #expect(guess.status == 422)
        }
        #expect(await signIn(&browser) == 429)
        _ = await tries(newspaper, 20) { _ in "other@example.org" }
        #expect(await signIn(&browser, "other@example.org") == 429, "the browser is known for another account")
    }

    @Test("A forged cookie does not make a browser known")
    func forged() async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper)
        #expect(await signIn(&browser) == 303)
        let known = try #require(browser.cookies["known"])
        _ = await tries(newspaper, 20) { _ in "desk@example.org" }
        let parts = known.split(separator: ".").map(String.init)
        let forged = [
            "", "4", "4..", "\(parts[0]).\(parts[1])", "\(parts[0]).x.\(parts[2])",
            "\((Int(parts[0]) ?? 0) + 1).\(parts[1]).\(parts[2])",
            known.uppercased(), known + ".", "." + known, newspaper.tokens[.admin] ?? "",
        ]
        for cookie in forged {
            var stranger = TestBrowser(newspaper)
            stranger.cookies["known"] = cookie
            #expect(await signIn(&stranger) == 429, "\(cookie)")
        }
    }

    @Test("A known browser is not signed in")
    func noDoor() async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper)
        #expect(await signIn(&browser) == 303)
        browser.cookies["session"] = nil
        #expect(await browser.get("/desk").status == 303)
        browser.cookies["session"] = browser.cookies["known"]
        #expect(await browser.get("/desk").status == 303)
    }
}
