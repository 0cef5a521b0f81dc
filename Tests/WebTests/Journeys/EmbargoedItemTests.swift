import Database
import Foundation
import Newsroom
import Storage
import Testing

@testable import Operations
@testable import Web

@Suite("Items that agencies send under an embargo", .timeLimit(.minutes(5)))
struct EmbargoedItemTests {
    private static let secret = "Xylograph"
    private static let file = "fedcba9876543210fedc-320.jpg"

    private func story(_ newspaper: TestSite, version: Int = 1, hours: Double? = 2) -> IncomingStory {
        var story = IncomingStory.test(
            "secret", Self.secret, version: version, body: "The \(Self.secret) text.",
            topics: [Topic(name: "\(Self.secret)s")])
        story.embargoedUntil = hours.map { newspaper.clock.now.addingTimeInterval($0 * 3_600) }
        return story
    }

    private func picture(_ newspaper: TestSite) throws -> DevelopedPicture {
        var picture = IncomingPicture.test
        (picture.guid, picture.caption) = ("secret picture", "The \(Self.secret).")
        picture.embargoedUntil = newspaper.clock.now.addingTimeInterval(7_200)
        try Data([0xFF, 0xD8, 0xFF, 0xD9]).write(to: TestStories.pictures.appending(path: Self.file))
        return DevelopedPicture(
            picture, digest: "1", renditions: [Rendition(format: .jpeg, width: 320, height: 200, name: Self.file)])
    }

    @discardableResult
    private func take(_ story: IncomingStory, in newspaper: TestSite) async throws -> DeliveryAccount.Outcome {
        let now = newspaper.clock.now
        return try await newspaper.site.newspaper.write { tx in try tx.take(story, now: now) }
    }

    private func title(_ newspaper: TestSite) async -> String {
        await TestBrowser(newspaper).followed("/stories/4").text
    }

    @Test("Before the end, no public address differs; then story, picture and package appear together")
    func together() async throws {
        let newspaper = try await TestSite()
        let changes = try await newspaper.database.read { tx in try tx.latestChange() }
        let (story, picture, now) = (story(newspaper), try picture(newspaper), newspaper.clock.now)
        let package = IncomingPackage(
            guid: "package", wireVersion: 1, stories: ["secret", "two"], galleries: ["secret": ["secret picture"]])
        let outcomes = try await newspaper.site.newspaper.write { tx in
            [try tx.take(picture, now: now), try tx.take(story, now: now), try tx.take(package, now: now)]
        }
        #expect(outcomes == [.held, .held, .published])
        newspaper.clock.advance(7_199)
        _ = try await newspaper.site.newspaper.performJobs()
        #expect(await newspaper.everythingPublic().contains(Self.secret) == false)
        #expect(await TestBrowser.read("/pictures/\(Self.file)", on: newspaper).status == 404)
        #expect(try await newspaper.database.read { tx in try tx.latestChange() } == changes)
        #expect(await TestBrowser.read("/stories/4", on: newspaper).status == 404)
        var (editor, reporter) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .reporter))
        #expect(await editor.get("/pictures/\(Self.file)").status == 200)
        #expect(await reporter.get("/pictures/\(Self.file)").status == 404)
        newspaper.clock.advance(1)
        #expect(try await newspaper.another().newspaper.performJobs().count { $0 == .releaseHeldItem } == 2)
        await newspaper.site.changes.catchUp()
        let page = await title(newspaper)
        #expect(page.contains(Self.secret) && page.contains(Self.file) && page.contains("A ferry leaves"))
        #expect(await TestBrowser.read("/pictures/\(Self.file)", on: newspaper).status == 200)
        let published = try await newspaper.database.read { tx in try tx.story(Story.ID(4)) }
        #expect(published?.publishedAt == story.embargoedUntil && published?.updatedAt == story.embargoedUntil)
        #expect(try await newspaper.database.read { tx in try tx.heldItem(guid: "package") } == nil)
    }

    @Test("Readers never hear of a story that its agency cancels before the end")
    func canceled() async throws {
        let newspaper = try await TestSite()
        var canceled = story(newspaper, version: 2, hours: nil)
        canceled.status = .canceled
        try await take(story(newspaper), in: newspaper)
        #expect(try await take(canceled, in: newspaper) == .withdrawn)
        #expect(try await take(story(newspaper), in: newspaper) == .unchanged)
        #expect(try await take(canceled, in: newspaper) == .unchanged)
        await #expect(throws: Refusal.self) { try await take(story(newspaper, version: 3), in: newspaper) }
        newspaper.clock.advance(7_201)
        _ = try await newspaper.site.newspaper.performJobs()
        #expect(await TestBrowser.read("/stories/4", on: newspaper).status == 404)
    }

    @Test("A newer version moves the embargo, or ends it; an older one changes nothing")
    func moved() async throws {
        let newspaper = try await TestSite()
        #expect(try await take(story(newspaper, version: 2, hours: 1), in: newspaper) == .held)
        #expect(try await take(story(newspaper, version: 1, hours: nil), in: newspaper) == .unchanged)
        #expect(try await take(story(newspaper, version: 3, hours: 3), in: newspaper) == .held)
        newspaper.clock.advance(3_601)
        #expect(try await newspaper.site.newspaper.performJobs().contains(.releaseHeldItem) == false)
        #expect(await TestBrowser.read("/stories/4", on: newspaper).status == 404)
        #expect(try await take(story(newspaper, version: 4, hours: nil), in: newspaper) == .published)
        #expect(await title(newspaper).contains("Version 4."))
        #expect(try await newspaper.database.read { tx in try tx.jobCounts() }.open == 0)
    }

    @Test("A new version of a published story waits, but a withdrawal does not")
    func newVersion() async throws {
        let newspaper = try await TestSite()
        try await take(story(newspaper, hours: nil), in: newspaper)
        #expect(try await take(story(newspaper, version: 2), in: newspaper) == .held)
        #expect(await title(newspaper).contains("Version 1."))
        newspaper.clock.advance(7_201)
        _ = try await newspaper.site.newspaper.performJobs()
        #expect(await title(newspaper).contains("Version 2."))
        var canceled = story(newspaper, version: 3)
        canceled.status = .canceled
        #expect(try await take(canceled, in: newspaper) == .withdrawn)
        #expect(await TestBrowser(newspaper).followed("/stories/4").status == 410)
    }

    @Test("A version that waits is forgotten when an editor withdraws the story")
    func withdrawnMeanwhile() async throws {
        let newspaper = try await TestSite()
        try await take(story(newspaper, hours: nil), in: newspaper)
        try await take(story(newspaper, version: 2), in: newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(
            await editor.post("/desk/stories/4/withdraw", ["version": "1", "withdrawal-reason": "It was wrong."]).status
                == 303)
        #expect(try await newspaper.database.read { tx in try tx.jobCounts() }.open == 0)
        #expect(try await editor.get("/desk/stories?state=embargoed").page().text.contains(Self.secret) == false)
    }

    @Test("A picture that was canceled before it came does not appear in an earlier version")
    func canceledPicture() async throws {
        let newspaper = try await TestSite()
        let (picture, now) = (try picture(newspaper), newspaper.clock.now)
        var canceled = picture.picture
        (canceled.isCanceled, canceled.wireVersion) = (true, 2)
        let given = canceled
        let outcome = try await newspaper.site.newspaper.write { tx in
            try tx.cancel(given, now: now)
            return try tx.take(picture, now: now)
        }
        #expect(outcome == .unchanged)
    }

    @Test("Editors find the item at the desk; nobody else does")
    func atTheDesk() async throws {
        let newspaper = try await TestSite()
        try await take(story(newspaper), in: newspaper)
        var (editor, reporter) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .reporter))
        #expect(try await editor.get("/desk/stories").page().text.contains(Self.secret))
        #expect(try await editor.get("/desk/stories?state=embargoed").page().text.contains(Self.secret))
        let page = try await editor.get("/desk/embargoed/1").page().text
        #expect(page.contains("The \(Self.secret) text.") && page.contains("Only staff see this."))
        #expect(try await reporter.get("/desk/stories?state=embargoed").page().text.contains(Self.secret) == false)
        #expect(await reporter.get("/desk/embargoed/1").status == 403)
        #expect(await TestBrowser.read("/desk/embargoed/1", on: newspaper).status == 303)
    }
}
