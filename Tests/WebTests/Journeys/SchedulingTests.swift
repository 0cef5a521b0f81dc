import Database
import Foundation
import HTTPServer
import Newsroom
import Operations
import Pages
import Storage
import Testing

@testable import Web

@Suite("Scheduling and embargoes", .timeLimit(.minutes(5)))
struct SchedulingTests {
    private static let secret = "Xylograph"

    /// The form of a story that only one person knows of, with a time in the newspaper's zone.
    private func form(_ newspaper: TestSite, after seconds: Double, field: String) -> [String: String] {
        let moment = newspaper.site.context.time.moment(newspaper.clock.now.addingTimeInterval(seconds))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(moment.year)-\(two(moment.month))-\(two(moment.day))T\(two(moment.hour)):\(two(moment.minute))"
        return ["headline": Self.secret, "body": "The \(Self.secret) text.", "topics": "\(Self.secret)s", field: time]
    }

    private func post(_ browser: inout TestBrowser, _ path: String, _ form: [String: String]) async -> Reply {
        let body = form.map { "\(TestBrowser.segment($0.key))=\(TestBrowser.segment($0.value))" }
        return await browser.post(path, body: body.sorted().joined(separator: "&"))
    }

    /// Schedules a story through the page that asks. Returns the moment at which it appears.
    private func schedule(
        _ newspaper: TestSite, _ editor: inout TestBrowser, after seconds: Double, field: String
    ) async throws -> Date {
        var form = form(newspaper, after: seconds, field: field)
        let draft = try #require(await post(&editor, "/desk/stories/new", form).location)
        for (name, value) in [("revision", "1"), ("lease", "1")] { form[name] = value }
        let asked = try await post(&editor, draft + "/publish", form).page()
        #expect(asked.text.contains("The story appears on"))
        let fields = ["revision", "lease", "appears-at"]
        let confirmation = Dictionary(uniqueKeysWithValues: fields.map { ($0, asked.content(ofField: $0) ?? "") })
        #expect(await post(&editor, draft + "/confirm", confirmation).location == "/desk/stories")
        let time = try #require(confirmation["appears-at"].flatMap(Int64.init))
        return Date(milliseconds: time)
    }

    @Test("Before its time, no public address differs from what it was", arguments: ["publish-at", "embargo"])
    func absolute(_ field: String) async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let before = await newspaper.everythingPublic()
        let changes = try await newspaper.database.read { tx in try tx.latestChange() }
        let time = try await schedule(newspaper, &editor, after: 7_200, field: field)
        newspaper.clock.advance(time.timeIntervalSince(newspaper.clock.now) - 1)
        #expect(try await newspaper.site.newspaper.performJobs().contains(.publishDraft) == false)
        #expect(await newspaper.everythingPublic().contains(Self.secret) == false)
        #expect(try await newspaper.database.read { tx in try tx.latestChange() } == changes)
        #expect(await TestBrowser.read("/stories/4", on: newspaper).status == 404)
        #expect(before.contains(Self.secret) == false)
        newspaper.clock.advance(1)
        #expect(try await newspaper.another().newspaper.performJobs().contains(.publishDraft))
        await newspaper.site.changes.catchUp()
        #expect(await TestBrowser(newspaper).followed("/stories/4").text.contains(Self.secret))
        #expect(await TestBrowser.read("/", on: newspaper).text.contains(Self.secret))
    }

    @Test("An embargo also holds for a story that is to be published earlier")
    func later() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        var form = form(newspaper, after: 3_600, field: "publish-at")
        form.merge(self.form(newspaper, after: 7_200, field: "embargo")) { $1 }
        let draft = try #require(await post(&editor, "/desk/stories/new", form).location)
        for (name, value) in [("revision", "1"), ("lease", "1")] { form[name] = value }
        let asked = try await post(&editor, draft + "/publish", form).page()
        let time = try #require(asked.content(ofField: "appears-at").flatMap(Int64.init))
        #expect(Date(milliseconds: time).timeIntervalSince(newspaper.clock.now) > 7_100)
    }

    @Test("A confirmation of another time is asked again")
    func otherTime() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let form = form(newspaper, after: 7_200, field: "publish-at")
        let draft = try #require(await post(&editor, "/desk/stories/new", form).location)
        for wrong in ["", "1", "x"] {
            let reply = await post(&editor, draft + "/confirm", ["revision": "1", "lease": "1", "appears-at": wrong])
            #expect(reply.status == 200 && reply.text.contains("The story appears on"), "\(wrong)")
        }
        #expect(try await newspaper.site.newspaper.jobs(as: .system).counts.open == 0)
    }

    @Test("A scheduled story stays complete, and a dropped job ends its schedule")
    func complete() async throws {
        let newspaper = try await TestSite()
        var (editor, admin) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .admin))
        _ = try await schedule(newspaper, &editor, after: 7_200, field: "publish-at")
        let page = try await editor.get("/desk/drafts/1").page()
        var form = form(newspaper, after: 7_200, field: "publish-at")
        for name in ["revision", "lease"] { form[name] = page.content(ofField: name) ?? "" }
        form["headline"] = ""
        let reply = await post(&editor, "/desk/drafts/1", form)
        #expect(reply.status == 422 && reply.text.contains("The headline is missing."))
        let job = try #require(
            try await newspaper.site.newspaper.jobs(as: .system).jobs.first { $0.kind == .publishDraft })
        #expect(await admin.post("/desk/jobs/\(job.id)/drop", [:]).status == 303)
        #expect(try await editor.get("/desk/drafts/1").page().text.contains("Scheduled") == false)
    }

    @Test("A scheduled story that was given back does not appear")
    func givenBack() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let time = try await schedule(newspaper, &editor, after: 7_200, field: "publish-at")
        let page = try await editor.get("/desk/drafts/1").page()
        let stamp = Dictionary(
            uniqueKeysWithValues: ["revision", "lease"].map { ($0, page.content(ofField: $0) ?? "") })
        #expect(await post(&editor, "/desk/drafts/1/return", stamp).status == 303)
        newspaper.clock.advance(time.timeIntervalSince(newspaper.clock.now) + 1)
        #expect(try await newspaper.site.newspaper.performJobs().contains(.publishDraft) == false)
        #expect(await TestBrowser.read("/stories/4", on: newspaper).status == 404)
    }
}
