import Database
import Foundation
import Newsroom
import Operations
import Storage
import Testing

@testable import Web

@Suite("Jobs", .timeLimit(.minutes(5)))
struct JobTests {
    /// A newspaper with two jobs that cannot be done, because their kind needs a table that is gone.
    private func newspaper() async throws -> TestSite {
        let newspaper = try await TestSite()
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            try tx.run("ALTER TABLE admissions RENAME TO elsewhere")
            for subject in ["one", "two"] {
                try tx.enqueue(JobOrder(.forgetAdmissions, subject: subject, dueAt: now), now: now)
            }
        }
        return newspaper
    }

    private func listed(_ newspaper: TestSite) async throws -> [Job] {
        try await newspaper.site.newspaper.jobs(as: .system).jobs
    }

    @Test("A job that fails stays in the list with its error, and is done once it can be done")
    func failing() async throws {
        let newspaper = try await newspaper()
        #expect(try await newspaper.site.newspaper.performJobs() == [])
        let failed = try await listed(newspaper)
        #expect(failed.count == 3)
        #expect(failed.allSatisfy { $0.state == .waiting && $0.attempts == 1 })
        #expect(failed.allSatisfy { $0.failure?.contains("admissions") ?? false })
        try await newspaper.database.write { tx in try tx.run("ALTER TABLE elsewhere RENAME TO admissions") }
        newspaper.clock.advance(1)
        #expect(try await newspaper.site.newspaper.performJobs().count == 3)
        #expect(try await listed(newspaper).isEmpty)
    }

    @Test("Recurring jobs are done only in a look that asks for them; other jobs in each")
    func recurring() async throws {
        let newspaper = try await TestSite()
        let now = newspaper.clock.now
        #expect(try await newspaper.site.newspaper.performJobs(recurring: false) == [])
        #expect(try await newspaper.site.newspaper.performJobs().contains(.forgetAdmissions))
        try await newspaper.database.write { tx in
            try tx.enqueue(JobOrder(.forgetAdmissions, subject: "one", dueAt: now), now: now)
        }
        #expect(try await newspaper.site.newspaper.performJobs(recurring: false) == [.forgetAdmissions])
    }

    @Test("An admin sees the jobs, retries one and drops another")
    func managing() async throws {
        let newspaper = try await newspaper()
        _ = try await newspaper.site.newspaper.performJobs()
        newspaper.clock.advance(7_200)
        _ = try await newspaper.site.newspaper.performJobs()
        var admin = TestBrowser(newspaper)
        admin.cookies["session"] = try await newspaper.session(of: .admin)
        let page = try await admin.get("/desk/jobs").page()
        for part in ["Delete old counts of the limits one", "Failed", "admissions"] {
            #expect(page.text.contains(part), "\(part)")
        }
        #expect(await admin.post("/desk/jobs/1/retry", [:]).location == "/desk/jobs")
        #expect(await admin.post("/desk/jobs/2/drop", [:]).location == "/desk/jobs")
        #expect(try await listed(newspaper).filter { [1, 2].contains($0.id.number) }.map(\.state) == [.waiting])
        #expect(await admin.post("/desk/jobs/2/drop", [:]).status == 404)
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 2) }
        #expect(log.map(\.action) == ["job.drop", "job.retry"])
        #expect(log.allSatisfy { $0.actor == "admin@example.org" })
    }

    @Test("Other staff neither see the jobs nor change them", arguments: [Role.reporter, .moderator, .editor])
    func others(_ role: Role) async throws {
        let newspaper = try await newspaper()
        var browser = TestBrowser(newspaper, as: role)
        #expect(await browser.get("/desk/jobs").status == 403)
        #expect(await browser.post("/desk/jobs/1/drop", [:]).status == 403)
        #expect(await browser.post("/desk/jobs/1/retry", [:]).status == 403)
        #expect(try await listed(newspaper).count == 2)
    }
}
