import Database
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Limits on what one source sends", .timeLimit(.minutes(5)))
struct LimitTests {
    @Test(
        "Five comments in a minute pass, the sixth is told when to come back, the next minute passes",
        arguments: TestedEngine.allCases)
    func minute(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper)
        for number in 1...5 { #expect(await reader.comment("Word \(number).").status == 303) }
        newspaper.clock.advance(20)
        let reply = await reader.comment("Word 6.")
        #expect(reply.status == 429)
        #expect(reply["Retry-After"] == "40")
        #expect(try reply.page().content(ofField: "text") == "Word 6.")
        newspaper.clock.advance(39.999)
        #expect(await reader.comment("Word 6.").status == 429)
        newspaper.clock.advance(0.001)
        #expect(await reader.comment("Word 6.").status == 303)
        #expect(try await newspaper.faults() == [])
    }

    @Test("Sixty comments in an hour pass, the next is told when to come back, the next hour passes")
    func hour() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for number in 1...60 {
            #expect(await reader.comment("Word \(number).").status == 303)
            newspaper.clock.advance(15)
        }
        let reply = await reader.comment("Word 61.")
        #expect(reply.status == 429)
        #expect(reply["Retry-After"] == "2700")
        newspaper.clock.advance(2_700)
        #expect(await reader.comment("Word 61.").status == 303)
    }

    @Test(
        "Ten reports in an hour pass, the next is told when to come back, the next hour passes",
        arguments: TestedEngine.allCases)
    func reports(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine) {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var reader = TestBrowser(newspaper)
        for number in 1...12 { _ = await reader.comment("Word \(number).") }
        for number in 1...10 { #expect(await reader.report("\(number)").status == 303) }
        let reply = await reader.report("11", text: "Look at this.")
        #expect(reply.status == 429)
        #expect(reply["Retry-After"] == "3600")
        #expect(try reply.page().content(ofField: "text") == "Look at this.")
        #expect(await reader.report("3").status == 429, "each is stored, also where it is counted once")
        newspaper.clock.advance(3_600)
        #expect(await reader.report("11").status == 303)
    }

    @Test("Ten tries to sign in pass in five minutes, whatever the address, and the next is told when to come back")
    func signIns() async throws {
        let newspaper = try await TestSite()
        var guesser = TestBrowser(newspaper)
        for number in 1...10 {
            let reply = await guesser.post("/sign-in", ["email": "a\(number)@example.org", "password": "guess"])
            #expect(reply.status == 422)
        }
        let reply = await guesser.post("/sign-in", ["email": "a11@example.org", "password": "guess"])
        #expect(reply.status == 429)
        #expect(reply["Retry-After"] == "300")
        newspaper.clock.advance(300)
        #expect(await guesser.post("/sign-in", ["email": "a11@example.org", "password": "guess"]).status == 422)
    }

    @Test("Two processes on one database share the count, and a new one goes on counting")
    func processes() async throws {
        let newspaper = try await TestSite(on: .file)
        var here = TestBrowser(newspaper)
        var there = TestBrowser(try newspaper.another())
        for number in 1...3 { #expect(await here.comment("Here \(number).").status == 303) }
        for number in 1...2 { #expect(await there.comment("There \(number).").status == 303) }
        #expect(await here.comment("Here 4.").status == 429)
        #expect(await there.comment("There 3.").status == 429)
        var later = TestBrowser(try newspaper.another())
        #expect(await later.comment("Later 1.").status == 429)
    }

    @Test("Each source has its own count; what is refused and what is repeated does not count")
    func sources() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for _ in 1...8 { #expect(await reader.comment("").status == 422) }
        for _ in 1...8 { #expect(await reader.comment("The same.").status == 303) }
        for number in 2...5 { #expect(await reader.comment("Word \(number).").status == 303) }
        #expect(await reader.comment("Word 6.").status == 429)
        var other = TestBrowser(newspaper)
        other.address = "192.0.2.2"
        #expect(await other.comment("Word 6.").status == 303)
    }

    @Test("A hundred at the same moment do not slip under the limit together")
    func together() async throws {
        let newspaper = try await TestSite(on: .file)
        let statuses = await withTaskGroup(of: Int.self) { group in
            for number in 1...100 {
                group.addTask {
                    var reader = TestBrowser(newspaper)
                    return await reader.comment("Word \(number).").status
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 303 } == 5)
        #expect(statuses.count { $0 == 429 } == 95)
    }

    @Test("Housekeeping forgets old admissions and no limit that still holds")
    func housekeeping() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for number in 1...60 {
            _ = await reader.comment("Word \(number).")
            newspaper.clock.advance(15)
        }
        #expect(try await newspaper.site.newspaper.performDuties() == [.forgetAdmissions])
        #expect(await reader.comment("Word 61.").status == 429)
        newspaper.clock.advance(7_201)
        #expect(try await newspaper.another().newspaper.performDuties() == [.forgetAdmissions])
        #expect(try await newspaper.site.newspaper.performDuties() == [])
        let left: Int? = try await newspaper.database.read { tx in try tx.value("SELECT COUNT(*) FROM admissions") }
        #expect(left == 0)
    }
}
