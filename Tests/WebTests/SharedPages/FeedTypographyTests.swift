import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Typography of feeds", .timeLimit(.minutes(5)))
struct FeedTypographyTests {
    @Test("Feeds show the printed marks, and the database keeps those that were sent")
    func feeds() async throws {
        let newspaper = try await TestSite()
        var browser = TestBrowser(newspaper)
        let sent = "The \"Owl's\" nest - found"
        try await newspaper.writeFromElsewhere { tx in
            let id = try tx.publish(.test("owl", sent), opening: "It's \"new\".").story
            #expect(try tx.version(1, of: id)?.headline.sent == sent)
        }
        for path in ["/feed.xml", "/feed.json"] {
            let text = await browser.get(path).text
            #expect(text.contains("The “Owl’s” nest — found") && text.contains("It’s “new”."), "\(path)")
        }
    }
}
