import Database
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Previews of stories", .timeLimit(.minutes(5)))
struct PreviewTests {
    private static let form: KeyValuePairs = [
        "headline": "A lighthouse opens", "body": "The lamp *turns*.", "byline": "Ada Example",
    ]

    @Test("Staff who write see a new story as readers would; it is not saved, and no cache may keep it")
    func newStory() async throws {
        let newspaper = try await TestSite()
        for role in [Role.reporter, .editor, .admin] {
            var browser = TestBrowser(newspaper, as: role)
            let reply = await browser.post("/desk/stories/new/preview", Self.form)
            #expect(reply.status == 200 && reply["Cache-Control"] == "no-store", "\(role)")
            #expect(reply.text.contains("<em>turns</em>") && reply.text.contains("By Ada Example"), "\(role)")
        }
        let drafts = try await newspaper.database.read { tx in try tx.drafts(in: .draft, matching: StoryFilter()) }
        #expect(drafts.elements.isEmpty)
    }

    @Test("Everybody else gets the typed text back", arguments: [Role.visitor, .reader, .moderator])
    func forbidden(role: Role) async throws {
        var browser = TestBrowser(try await TestSite(), as: role)
        let reply = await browser.post("/desk/stories/new/preview", Self.form)
        #expect(reply.status == 403 && reply["Cache-Control"] == "no-store")
        #expect(reply.text.contains("The lamp *turns*.") && !reply.text.contains("<em>turns</em>"))
    }

    @Test("A text that would be refused is refused in the preview, with its sentence", arguments: [true, false])
    func refused(isNew: Bool) async throws {
        let newspaper = try await TestSite()
        var browser = TestBrowser(newspaper, as: .editor)
        let draft = try #require(await browser.post("/desk/stories/new", Self.form).location)
        let headline = String(repeating: "x", count: 301)
        let reply = await browser.post(
            isNew ? "/desk/stories/new/preview" : draft + "/preview", ["headline": headline, "body": "It turns."])
        #expect(reply.status == 422)
        #expect(reply.text.contains("class=\"refusal\"") && reply.text.contains(headline))
    }
}
