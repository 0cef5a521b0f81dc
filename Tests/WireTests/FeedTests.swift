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
        language: Language = .english, topics: [Topic] = [], content: HTML? = nil
    ) throws -> FeedEdition.Entry {
        let published = Date(milliseconds: 1_770_000_000_500)
        let story = Story(
            id: Story.ID(number), guid: nil, slug: Slug(headline: headline), language: language,
            publishedAt: published, updatedAt: Date(milliseconds: 1_770_000_123_999),
            current: Version(
                number: 1, headline: headline, standfirst: standfirst, byline: byline, body: "It opened.",
                createdAt: published),
            topics: topics, commentCount: 0)
        let reference = FeedEdition.Reference(
            id: try address("stories", String(number)), url: try address("stories", String(number), story.slug.text))
        return FeedEdition.Entry(story: story, opening: WireText("It opened."), at: reference, content: content)
    }

    private func comment(_ number: Int64, answering parent: Int64? = nil) throws -> FeedEdition.Entry {
        let comment = Comment(
            id: Comment.ID(number), story: Story.ID(7), parent: parent.map { Comment.ID($0) },
            thread: Comment.ID(parent ?? number), name: "Ana", text: "*Well* said. \(hostile)", state: .published,
            storyVersion: 1, createdAt: Date(milliseconds: 1_770_000_000_500), editedAt: nil, replyCount: 0)
        return FeedEdition.Entry(
            comment: comment, titled: "Comment by Ana", by: comment.name, in: .english, at: try reference(number),
            answering: try parent.map(reference), content: Markdown.comment(comment.text))
    }

    private func reference(_ comment: Int64) throws -> FeedEdition.Reference {
        let story = try address("stories", "7")
        return FeedEdition.Reference(
            id: story.fragment("comment-\(comment)"), url: try address("stories", "7", "a", "comments", "\(comment)"))
    }

    private func edition(_ entries: [FeedEdition.Entry], title: String = "The Paper") throws -> FeedEdition {
        FeedEdition(
            title: title, subtitle: "Tagline", publisher: title, home: try address(), address: try address("feed.xml"),
            icon: try address("icon.png"), language: .english, entries: entries)
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
        #expect(feed.first("updated")?.text == "2026-02-02T02:42:03.009Z")
        #expect(feed.first("icon")?.text == "https://paper.example/icon.png")
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
            keys == [
                "authors", "description", "feed_url", "home_page_url", "icon", "items", "language", "title", "version",
            ])
    }

    @Test("Both formats have the whole text, the topics and the picture of a story")
    func whole() throws {
        var entry = try entry(
            7, topics: [Topic(slug: Slug(stored: "sea"), name: "The <sea>")], content: "<p>One &amp; two.</p>")
        entry.picture = FeedEdition.Picture(
            url: try address("a.jpeg"), rendition: Rendition(format: .jpeg, width: 3, height: 2, name: "a.jpeg"))
        entry.replies = try address("comments.xml")
        let item = try #require(try parse(AtomFeed.document(try edition([entry]))).first("entry"))
        #expect(item.first("content")?["type"] == "html" && item.first("content")?.text == "<p>One &amp; two.</p>")
        #expect(item.first("category")?["term"] == "sea" && item.first("category")?["label"] == "The <sea>")
        let picture = try #require(item.elements.first { $0.namespace == "http://search.yahoo.com/mrss/" })
        #expect(picture["url"] == "https://paper.example/a.jpeg" && picture["width"] == "3" && picture["height"] == "2")
        #expect(item.all("link").map { $0["rel"] } == ["alternate", "replies"])

        let feed = try JSONDecoder().decode(JSONFeed.Feed.self, from: JSONFeed.document(try edition([entry])))
        let read = feed.items[0]
        #expect(read.html == "<p>One &amp; two.</p>" && read.text == nil && read.summary == "It opened.")
        #expect(read.tags == ["The <sea>"] && read.image == "https://paper.example/a.jpeg")
        let short = JSONFeed.Item(try self.entry(8))
        #expect(short.html == nil && short.text == "It opened." && short.summary == nil && short.tags == nil)
    }

    @Test("A comment names the comment that it answers, and its text stays harmless")
    func comments() throws {
        let document = AtomFeed.document(try edition([try comment(9, answering: 8), try comment(8)]))
        let items = try parse(document).all("entry")
        #expect(items.map { $0.first("id")?.text.suffix(11) } == ["7#comment-9", "7#comment-8"])
        #expect(items.map { $0.first("author", "name")?.text } == ["Ana", "Ana"])
        let parent = items[0].elements.first { $0.namespace == "http://purl.org/syndication/thread/1.0" }
        #expect(parent?["ref"] == items[1].first("id")?.text)
        #expect(items[0].first("content")?.text.contains("<em>Well</em> said.") == true)
        #expect(items[0].first("content")?.text.contains("<script") == false)
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

    @Test("A sitemap has at most 50 MB, and the pages of one part fit into 50,000")
    func sitemapLimits() throws {
        #expect(Int(Sitemap.mostStories) + Sitemap.mostTopics + 2 <= 50_000)
        let long = Sitemap.Page(url: try address(String(repeating: "x", count: 1_900)), lastModified: nil)
        #expect(Sitemap.document(repeatElement(long, count: 40_000)).bytes.count < 52_428_800)
    }

    @Test("An index lists sitemaps")
    func sitemapIndex() throws {
        let index = try parse(Sitemap.index(of: [try address("one"), try address("two")]))
        #expect(index.name == "sitemapindex" && index.namespace == "http://www.sitemaps.org/schemas/sitemap/0.9")
        let places = index.all("sitemap").map { $0.first("loc")?.text }
        #expect(places == ["https://paper.example/one", "https://paper.example/two"])
    }

    @Test("A news sitemap has the newspaper, the language, the time and the headline of each story")
    func newsSitemap() throws {
        let tags = ["en-GB": "en", "zh-Hant": "zh-tw", "zh-HK": "zh-tw", "zh": "zh-cn", "zh-Hans": "zh-cn", "ar": "ar"]
        for (tag, code) in tags {
            let story = StoryReference(
                id: Story.ID(1), slug: Slug(headline: "a"), headline: "An \"owl\"",
                language: try #require(Language(tag: tag)))
            let document = NewsSitemap.document(
                [.init(story, url: try address("a"), publishedAt: Date(milliseconds: 1_770_000_000_500))], of: hostile)
            let entry = try #require(try parse(document).first("url"))
            #expect(entry.first("loc")?.text == "https://paper.example/a")
            let news = try #require(entry.elements.last)
            #expect(news.namespace == "http://www.google.com/schemas/sitemap-news/0.9")
            #expect(news.elements.map(\.name) == ["publication", "publication_date", "title"])
            let publication = news.elements[0].elements.map(\.text)
            #expect(publication.first?.hasPrefix("</title><script>") == true && publication.last == code)
            #expect(news.elements[1].text == "2026-02-02T02:40:00Z" && news.elements[2].text.contains("owl"))
        }
    }
}
