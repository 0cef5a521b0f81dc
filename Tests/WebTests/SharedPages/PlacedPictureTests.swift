import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Pictures in the text of a story", .timeLimit(.minutes(5)))
struct PlacedPictureTests {
    @Test("A picture is in the text on the pages of the story and of its version until its agency cancels it")
    func canceled() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        try await newspaper.writeFromElsewhere { tx in
            let number = try tx.pictureVersion(guid: "picture")?.id.number ?? 0
            let body = "Before.\n\n![Our words](picture:\(number))\n\nAfter."
            _ = try tx.publish(.test("one", "A bridge opens", version: 3, body: body), opening: "Before.")
        }
        let pages = [TestStories.bridgePath, TestStories.bridgePath + "/versions/3"]
        for path in pages {
            let page = await reader.get(path).text
            #expect(page.contains("<figcaption>\n<p class=\"caption\">Our words</p>"), "\(path)")
            #expect(!page.contains("NO ARCHIVAL USE"), "\(path)")
        }
        try await newspaper.writeFromElsewhere { try $0.withdrawPicture(guid: "picture", wireVersion: 2, now: .noon) }
        for path in pages {
            let page = await reader.get(path).text
            #expect(page.contains("After.") && !page.contains("Our words") && !page.contains("<figure"), "\(path)")
        }
    }
}
