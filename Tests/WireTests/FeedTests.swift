import Foundation
import Markup
import Newsroom
import Testing

@testable import Wire

@Suite("Feeds", .timeLimit(.minutes(1)))
struct FeedTests {
    /// Text that breaks feeds: markup, ends of CDATA sections, control characters, noncharacters and
    /// direction overrides.
    private let hostile =
        "</title><script>alert(1)</script> ]]> & &amp; \"'\u{0}\u{1}\u{B}\u{1F}\u{7F}\u{85}\u{FFFE}\u{FFFF}\u{202E}é😀"

    private func address(_ path: String...) throws -> SafeURL {
        SafeURL(path: path).absolute(below: try #require(SafeURL("https://paper.example")))
    }

    private func entry(
        _ number: Int64, headline: String = "A bridge opens", standfirst: String? = nil, byline: String? = nil,
        language: Language = .english
    ) throws -> FeedEdition.Entry {
        let story = StorySummary(
            id: Story.ID(number), slug: Slug(headline: headline), language: language, headline: headline,
            standfirst: standfirst, opening: "It opened.", dateline: nil, byline: byline,
            publishedAt: Date(milliseconds: 1_770_000_000_500), updatedAt: Date(milliseconds: 1_770_000_123_999),
            commentCount: 0, picture: nil)
        let id = try address("stories", String(number))
        return FeedEdition.Entry(story: story, id: id, url: try address("stories", String(number), story.slug.text))
    }

    private func edition(_ entries: [FeedEdition.Entry], title: String = "The Paper") throws -> FeedEdition {
        FeedEdition(
            title: title, subtitle: "Tagline", home: try address(), address: try address("feed.xml"),
            updated: Date(milliseconds: 1_770_000_123_000), language: .english, entries: entries)
    }

    private func parse(_ document: HTML) throws -> XMLElement {
        try XMLReader.read(XMLSource(Data(document.bytes))).root
    }

    @Test("An Atom feed has every element that RFC 4287 requires")
    func atom() throws {
        let arabic = try #require(Language(tag: "ar"))
        let entries = [
            try entry(7, standfirst: "In short.", byline: "Ada Example and Ben Sample"),
            try entry(1_008, language: arabic),
            try entry(9),
        ]
        let feed = try parse(AtomFeed.document(try edition(entries)))
        #expect(feed.name == "feed" && feed.namespace == "http://www.w3.org/2005/Atom" && feed["xml:lang"] == "en")
        #expect(feed.first("id")?.text == "https://paper.example/feed.xml")
        #expect(feed.first("title")?.text == "The Paper" && feed.first("subtitle")?.text == "Tagline")
        #expect(feed.first("updated")?.text == "2026-02-02T02:42:03Z")
        #expect(feed.first("author", "name")?.text == "The Paper")
        #expect(feed.all("link").map { $0["rel"] } == ["self", "alternate"])
        #expect(feed.all("link").first?["href"] == feed.first("id")?.text)
        let items = feed.all("entry")
        #expect(items.map { $0["xml:lang"] } == ["en", "ar", "en"])
        #expect(items.map { $0.first("author", "name")?.text } == ["Ada Example", "The Paper", "The Paper"])
        #expect(items[0].all("author").map { $0.first("name")?.text } == ["Ada Example", "Ben Sample"])
        #expect(items.map { $0.first("summary")?.text } == ["In short.", "It opened.", "It opened."])
        #expect(items.allSatisfy { $0.first("title")?["type"] == "text" && $0.first("link")?["rel"] == "alternate" })
        #expect(items[0].first("published")?.text == "2026-02-02T02:40:00Z")
        #expect(items.first?.first("id")?.text == "https://paper.example/stories/7")
        #expect(items.first?.first("link")?["href"] == "https://paper.example/stories/7/a-bridge-opens")
    }

    @Test("Entries updated in the same second have different update times")
    func distinctUpdates() throws {
        let feed = try parse(AtomFeed.document(try edition([try entry(7), try entry(1_008), try entry(999)])))
        let updates = feed.all("entry").compactMap { $0.first("updated")?.text }
        #expect(updates == ["2026-02-02T02:42:03.007Z", "2026-02-02T02:42:03.008Z", "2026-02-02T02:42:03.999Z"])
        #expect(updates.allSatisfy { Timestamp.date($0, in: .gmt) != nil })
    }

    @Test("Hostile text stays text in Atom, without characters that XML forbids")
    func hostileAtom() throws {
        let entry = try entry(1, headline: hostile, standfirst: hostile, byline: hostile)
        let document = AtomFeed.document(try edition([entry], title: hostile))
        let feed = try parse(document)
        let shown = "</title><script>alert(1)</script> ]]> & &amp; \"'"
        let read = feed.all("entry").first
        for text in [feed.first("title"), read?.first("title"), read?.first("summary"), read?.first("author", "name")] {
            #expect(text?.elements.isEmpty == true)
            #expect(text?.text.hasPrefix(shown) == true && text?.text.hasSuffix("\u{202E}é😀") == true)
        }
        #expect(!document.string.contains("<script"))
        #expect(document.string.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!document.string.unicodeScalars.contains { $0.isNoncharacter })
    }

    @Test("A JSON Feed has version 1.1, with the author, addresses and dates of each story")
    func json() throws {
        let arabic = try #require(Language(tag: "ar"))
        let entries = [try entry(7, byline: "Ada Example"), try entry(8, headline: hostile, language: arabic)]
        let data = try JSONFeed.document(try edition(entries))
        let feed = try JSONDecoder().decode(JSONFeed.Feed.self, from: data)
        #expect(feed.version == "https://jsonfeed.org/version/1.1" && feed.title == "The Paper")
        #expect(feed.homePageURL == "https://paper.example/" && feed.feedURL == "https://paper.example/feed.xml")
        #expect(feed.items.map(\.id) == ["https://paper.example/stories/7", "https://paper.example/stories/8"])
        #expect(feed.items.map(\.language) == ["en", "ar"] && feed.items[1].title == hostile)
        #expect(feed.items[0].authors == [JSONFeed.Author(name: "Ada Example")] && feed.items[1].authors == nil)
        #expect(feed.items[0].published == "2026-02-02T02:40:00Z" && feed.items[0].modified == "2026-02-02T02:42:03Z")
        let keys = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any]).keys.sorted()
        #expect(
            keys == ["authors", "description", "feed_url", "home_page_url", "items", "language", "title", "version"])
    }

    @Test("A feed without entries is valid")
    func empty() throws {
        #expect(try parse(AtomFeed.document(try edition([]))).all("entry").isEmpty)
        #expect(try JSONDecoder().decode(JSONFeed.Feed.self, from: JSONFeed.document(try edition([]))).items.isEmpty)
    }

    @Test("A sitemap lists pages with their last change")
    func sitemap() throws {
        let pages = [
            Sitemap.Page(url: try address(), lastModified: nil),
            Sitemap.Page(url: try address("topics", "a&b<c>'"), lastModified: Date(milliseconds: 1_770_000_000_500)),
        ]
        let map = try parse(Sitemap.document(pages))
        #expect(map.name == "urlset" && map.namespace == "http://www.sitemaps.org/schemas/sitemap/0.9")
        #expect(
            map.all("url").map { $0.first("loc")?.text } == [
                "https://paper.example/", "https://paper.example/topics/a%26b%3Cc%3E%27",
            ])
        #expect(map.all("url").map { $0.first("lastmod")?.text } == [nil, "2026-02-02T02:40:00Z"])
    }

    @Test("A sitemap has at most 50,000 pages and 50 MB")
    func sitemapLimits() throws {
        let page = Sitemap.Page(url: try address("stories", "1"), lastModified: nil)
        let full = Sitemap.document(repeatElement(page, count: Sitemap.mostPages + 1))
        #expect(full.string.utf8.split(separator: UInt8(ascii: "\n")).count == Sitemap.mostPages + 3)
        let long = Sitemap.Page(url: try address(String(repeating: "x", count: 1_900)), lastModified: nil)
        #expect(Sitemap.document(repeatElement(long, count: 40_000)).bytes.count < 52_428_800)
    }
}
