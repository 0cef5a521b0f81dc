import Foundation
import Newsroom
import Storage
import Synchronization
import Testing
import Wire

@testable import Web

@Suite("Feeds of stories, topics and comments", .timeLimit(.minutes(5)))
struct FeedPageTests {
    private func stories(in newspaper: TestSite) async throws -> Story.ID {
        let sea = Mutex(Story.ID(0))
        try await newspaper.writeFromElsewhere { tx in
            let body = "![](picture:1)\n\nSee [us](https://a.example).[^1]\n\n[^1]: A note."
            let id = try tx.publish(.test("sea", "A sea", body: body, topics: [Topic(name: "Sea")]), opening: "See us.")
                .story
            try tx.setGallery([GalleryEntry(Picture.ID(1))], of: id)
            sea.withLock { $0 = id }
        }
        return sea.withLock(\.self)
    }

    @Test("A feed has the whole text with pictures at absolute addresses, and no word for staff")
    func whole() async throws {
        let newspaper = try await TestSite()
        let id = try await stories(in: newspaper)
        var reader = TestBrowser(newspaper)
        let atom = await reader.get("/feed.xml").text
        let shown = "&lt;img src=&quot;http://news.example/pictures/\(TestStories.rendition)&quot;"
        #expect(atom.components(separatedBy: shown).count == 3, "in the text of one story, above that of another")
        let picture = "<media:content medium=\"image\" type=\"image/jpeg\" url=\"http://news.example/pictures/"
        #expect(atom.contains(picture))
        #expect(atom.contains("href=&quot;http://news.example/stories/\(id)/a-sea#footnote-1&quot;"))
        #expect(atom.contains("<category term=\"sea\" label=\"Sea\"/>"))
        #expect(atom.contains("href=\"http://news.example/stories/\(id)/a-sea/comments.xml\""))
        #expect(!atom.contains("NO ARCHIVAL USE") && !atom.contains("href=&quot;/") && !atom.contains("src=&quot;/"))
        #expect(atom.contains("The Picture Desk"))

        let json = await reader.get("/feed.json").text
        #expect(json.contains("content_html") && json.contains("\"tags\":[\"Sea\"]") && !json.contains("src=\\\"/"))
    }

    @Test("A newspaper can choose summaries")
    func summaries() async throws {
        let newspaper = try await TestSite { $0.feedLength = .summary }
        _ = try await stories(in: newspaper)
        var reader = TestBrowser(newspaper)
        let (atom, json) = (await reader.get("/feed.xml").text, await reader.get("/feed.json").text)
        #expect(!atom.contains("<content") && atom.contains("<summary type=\"text\">See us.</summary>"))
        #expect(atom.contains("<media:content") && atom.contains("<category term=\"sea\""))
        #expect(json.contains("content_text") && !json.contains("content_html"))
    }

    @Test("Stories after the first megabyte of text have summaries")
    func longTexts() async throws {
        let newspaper = try await TestSite()
        let body = String(repeating: "A line of a long text. ", count: 8_000)
        try await newspaper.writeFromElsewhere { tx in
            for number in 1...8 { _ = try tx.publish(.test("long \(number)", "Long", body: body), opening: "Short.") }
        }
        var reader = TestBrowser(newspaper)
        let atom = await reader.get("/feed.xml")
        #expect(atom.bytes.count < 1_500_000)
        #expect(atom.text.components(separatedBy: "<content").count == 6)
        #expect(atom.text.components(separatedBy: "<entry").count == 12)
    }

    @Test("A topic has feeds with its own stories, which its page names")
    func topics() async throws {
        let newspaper = try await TestSite()
        _ = try await stories(in: newspaper)
        var reader = TestBrowser(newspaper)
        let page = await reader.get("/topics/sea").text
        for (path, type) in [("/topics/sea/feed.xml", "atom+xml"), ("/topics/sea/feed.json", "feed+json")] {
            #expect(page.contains("<link rel=\"alternate\" type=\"application/\(type)\" href=\"\(path)\""))
            #expect(page.contains("<a href=\"\(path)\">"))
            let feed = await reader.get(path)
            #expect(feed["Content-Type"]?.contains(type) == true && feed.text.contains("A sea"))
            #expect(!feed.text.contains("A ferry leaves"))
            #expect(await reader.get(path.replacing("sea", with: "lakes")).status == 404)
        }
    }

    @Test("The comments of a story are a feed, the latest first, with replies in old threads")
    func discussion() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let path = TestStories.bridgePath + "/comments.xml"
        #expect(await reader.get(path).text.contains("<entry") == false)
        let first = await reader.commentNumber("A *first* word.")
        newspaper.clock.advance(1)
        let second = await reader.commentNumber("A second word.")
        newspaper.clock.advance(1)
        _ = await reader.comment("A reply.", on: TestStories.bridgePath, parent: first)
        let feed = await reader.get(path)
        let titles = feed.text.components(separatedBy: "<entry").dropFirst()
        #expect(titles.count == 3 && feed["Cache-Control"]?.contains("public") == true)
        #expect(titles.first?.contains("A reply.") == true && titles.last?.contains("#comment-\(first)<") == true)
        let parent = "<thr:in-reply-to ref=\"http://news.example/stories/1#comment-\(first)\""
        #expect(titles.first?.contains(parent) == true)
        #expect(titles.last?.contains("A &lt;em&gt;first&lt;/em&gt; word.") == true)

        let page = await reader.get(TestStories.bridgePath).text
        #expect(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(path)\""))
        #expect(page.contains("<a href=\"\(path)\">"))

        _ = await reader.report(second)
        var moderator = TestBrowser(newspaper, as: .moderator)
        _ = await moderator.rule("uphold", on: 1)
        #expect(await reader.get(path).text.contains("A second word.") == false)
        try await TestStories.withdraw("one", in: newspaper)
        #expect(await reader.get(path).status == 410)
    }
}
