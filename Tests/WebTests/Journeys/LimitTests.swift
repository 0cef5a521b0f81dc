import Database
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Limits for one source", .timeLimit(.minutes(5)))
struct LimitTests {
    @Test(
        "One source may post 5 comments in a minute, and learns when it may post again",
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

    @Test("One source may post 60 comments in an hour, and learns when it may post again")
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
        "One source may send 10 reports in an hour, and learns when it may report again",
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
        #expect(await reader.report("3").status == 429, "a repeated report is stored and limited too")
        newspaper.clock.advance(3_600)
        #expect(await reader.report("11").status == 303)
    }

    @Test("One source may try to sign in 10 times in 5 minutes, whatever the account")
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

    @Test("Processes on one database share the count, and a new process continues it")
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

    @Test("Each source has its own count, without refused and repeated comments")
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

    @Test("100 simultaneous comments cannot exceed a limit")
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

    @Test("The background job deletes old counts, but none that a limit still needs")
    func housekeeping() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        for number in 1...60 {
            _ = await reader.comment("Word \(number).")
            newspaper.clock.advance(15)
        }
        #expect(try await newspaper.site.newspaper.performJobs() == [.forgetAdmissions])
        #expect(await reader.comment("Word 61.").status == 429)
        newspaper.clock.advance(7_201)
        #expect(try await newspaper.another().newspaper.performJobs() == [.forgetAdmissions])
        #expect(try await newspaper.site.newspaper.performJobs() == [])
        let left: Int? = try await newspaper.database.read { tx in try tx.value("SELECT COUNT(*) FROM admissions") }
        #expect(left == 0)
    }
}
