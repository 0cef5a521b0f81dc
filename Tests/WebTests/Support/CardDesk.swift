import Foundation
import Newsroom
import Operations
import Synchronization
import Testing

@testable import Web

/// The other site: records what it is asked, and answers as a test specifies.
final class OtherSite: CardSource {
    let asked = Mutex<[String]>([])
    let isDown = Mutex(false)
    let hasCard = Mutex(true)

    private struct Down: Error {}

    func card(of address: String) throws -> LinkCard? {
        asked.withLock { $0.append(address) }
        guard !isDown.withLock({ $0 }) else { throw Down() }
        guard hasCard.withLock({ $0 }) else { return nil }
        return LinkCard(
            address: address, title: "The <report>", description: "It says \"so\".", site: "Example",
            renditions: [Rendition(format: .jpeg, width: 320, height: 200, name: CardDesk.file)])
    }

    var count: Int { asked.withLock { $0.count } }
}

/// A newspaper and another site, whose page its stories name.
struct CardDesk {
    static let address = "https://example.org/report"
    static let body = "Before.\n\n<\(address)>\n\nAfter."
    /// A file of the picture of the other site's page.
    static let file = "abcdefabcdefabcdef00-320.jpg"

    let site = OtherSite()
    let newspaper: TestSite

    init() async throws {
        newspaper = try await TestSite(otherSite: site)
        try Data([0xFF, 0xD8, 0xFF, 0xD9]).write(to: TestStories.pictures.appending(path: CardDesk.file))
    }

    /// Publishes a new story, or a new version of one, and returns its number.
    @discardableResult
    func publish(_ body: String, revising story: Story.ID? = nil, headline: String = "A report") async throws
        -> Story.ID
    {
        var editor = TestBrowser(newspaper, as: .editor)
        let path = try await draft(body, revising: story, headline: headline)
        let reply = await editor.post(path + "/publish", body: try await form(path, body, headline, with: &editor))
        return try #require(reply.location?.split(separator: "/").last.flatMap { Story.ID(path: String($0)) })
    }

    func draft(
        _ body: String, revising story: Story.ID? = nil, headline: String = "A report"
    ) async throws -> String {
        var editor = TestBrowser(newspaper, as: .editor)
        if let story { return try #require(await editor.post("/desk/stories/\(story)/revise", [:]).location) }
        return try #require(
            await editor.post("/desk/stories/new", ["headline": headline, "body": body]).location)
    }

    func form(
        _ path: String, _ body: String, _ headline: String = "A report", with editor: inout TestBrowser
    ) async throws -> String {
        let page = try await editor.get(path).page()
        var form = ["headline": headline, "body": body]
        for name in ["revision", "lease", "story-version"] { form[name] = page.content(ofField: name) ?? "" }
        return form.map { "\($0.key)=\(TestBrowser.segment($0.value))" }.joined(separator: "&")
    }

    func fetch() async throws { _ = try await newspaper.site.newspaper.performJobs(in: .network) }

    func page(_ story: Story.ID) async -> String { await TestBrowser(newspaper).followed("/stories/\(story)").text }

    func picture() async -> Int {
        await TestBrowser.read("/pictures/\(CardDesk.file)", on: newspaper).status
    }
}
