import Markup
import Newsroom
import Testing

@testable import Pages

/// What the text of a story may contain besides paragraphs, on its page.
@Suite("The text of a story on pages", .timeLimit(.minutes(1)))
struct StoryTextTests {
    private func page(_ body: String, pictures: [Picture] = [], language: Language = .english) throws -> String {
        let story = Sample.story(Sample.version(2, body: body), language: language)
        return Sample.page(story, pictures: pictures).html(in: try Sample.context()).shown
    }

    @Test("A footnote has names for people who do not see it, and identifiers of its own")
    func footnotes() throws {
        let html = try page("One[^main], two[^main].\n\n[^main]: Three.", language: try Sample.language("ar"))
        #expect(html.contains("aria-label=\"Footnote 1\">1</a></sup>"))
        #expect(html.contains("aria-label=\"Back to footnote 1 in the text\">↑</a>"))
        #expect(html.contains("aria-label=\"Back to footnote 1 in the text, place 2\">↑</a>"))
        let targets = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(targets).count == targets.count && targets.contains("footnote-1"))
        #expect(html.contains("<meta property=\"og:title\"") && !html.contains("content=\"One[1]"))
    }

    @Test("The heading of a box without a title is in the language of the page")
    func factBox() throws {
        let html = try page("> [!FACTS]\n> One.\n\nTwo.", language: try Sample.language("ar"))
        #expect(html.contains("<h2 id=\"fact-box-1\"><bdi dir=\"ltr\">Facts</bdi></h2>\n<p>One.</p>"))
        #expect(html.contains("</aside>\n<p><span class=\"dateline\">"))
        let listed = Markdown("> [!FACTS]\n> One.\n\nTwo.").opening(limit: 300)
        #expect(listed == "Two.")
    }

    @Test(
        "A picture of the gallery has its files, its words, its credit and a link, and usage terms stay with the staff")
    func picture() throws {
        let pictures = [Sample.picture(31), Sample.picture(32, caption: "It's full.", alt: "A full boat")]
        let html = try page("One.\n\n![](picture:32)\n\nTwo.", pictures: pictures)
        let figure = try #require(
            html.firstRange(of: "<p>Two.").map { html[..<$0.lowerBound] }?.split(separator: "<figure>").last)
        #expect(figure.contains("/pictures/2\"><picture>") && figure.contains("p32-640.webp 640w"))
        #expect(
            figure.contains("alt=\"A full boat\" loading=\"lazy\"")
                && figure.contains("sizes=\"(min-width: 44rem) 40rem"))
        #expect(
            figure.contains(
                "<figcaption>\n<p class=\"caption\">It’s full.</p>\n<p class=\"credit\">Credit: <bdi>COURIER"))
        #expect(!figure.contains("NO ARCHIVAL USE"))
        #expect(
            try page("![Our *own*.](picture:32)", pictures: pictures).contains(
                "<p class=\"caption\">Our <em>own</em>.</p>"))
    }

    @Test("A picture outside the gallery or without files is not shown, nor is its caption, on any page")
    func otherPictures() throws {
        let context = try Sample.context()
        let bare = Picture(
            id: .init(33), guid: nil, caption: "", alternativeText: "", provenance: Provenance(), renditions: [])
        let body = "One.\n\n![Secret boat](picture:34)\n\n![Secret boat](picture:33)\n\n![Open boat](picture:32)"
        let (older, newer) = (Sample.version(body: "One."), Sample.version(2, body: body))
        let gallery = Gallery([Sample.picture(32), bare])
        let version = VersionPage(story: Sample.story(newer), version: newer, earlier: older, gallery: gallery)
        for html in [try page(body, pictures: gallery.pictures), version.html(in: context).shown] {
            #expect(!html.contains("Secret") && html.contains("Open boat</p>\n"))
        }
        #expect(version.html(in: context).shown.contains("<ins><span class=\"unseen\">added: </span>Open boat</ins>"))
        let without = VersionPage(story: Sample.story(newer), version: newer, earlier: older).html(in: context).shown
        #expect(!without.contains("boat</p>"))
    }

    private static let card = LinkCard(
        address: "https://www.example.org/a", title: "A <report>", description: "\"So\" & so", site: "The Example",
        renditions: [320, 640].map { Rendition(format: .jpeg, width: $0, height: 200, name: "card-\($0).jpg") })

    private func page(_ body: String, cards: [LinkCard]) throws -> String {
        let version = Sample.version(body: body)
        return VersionPage(story: Sample.story(version), version: version, earlier: nil, cards: cards)
            .html(in: try Sample.context()).shown
    }

    @Test("A card has the title as its link, the description, the site, the host and a picture of our own")
    func card() throws {
        let html = try page("One.\n\n<https://www.example.org/a>", cards: [Self.card])
        #expect(html.contains("<p dir=\"auto\"><a href=\"https://www.example.org/a\">A &lt;report&gt;</a></p>"))
        #expect(html.contains("<p class=\"summary\" dir=\"auto\">&quot;So&quot; &amp; so</p>"))
        #expect(html.contains("<bdi>The Example</bdi> · <bdi dir=\"ltr\">example.org</bdi>"))
        #expect(html.contains("src=\"/pictures/card-640.jpg\"") && html.contains("alt=\"\""))
        #expect(html.ranges(of: "example.org").count == 2)
    }

    @Test("Without picture and description, a card has neither; without a card, an address stays a link")
    func plainCard() throws {
        let bare = LinkCard(
            address: "https://www.example.org/a", title: "A", description: nil, site: nil, renditions: [])
        let html = try page("<https://www.example.org/a>\n\n<https://example.org/b>", cards: [bare])
        #expect(html.contains("link-card") && !html.contains("<img") && !html.contains("class=\"summary\""))
        #expect(html.contains("<a href=\"https://example.org/b\">https://example.org/b</a></p>"))
    }

    @Test("The desk shows beside each picture how a text places it")
    func number() throws {
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .reporter)
        let desk = StoryDeskPage(
            staff: staff, story: Sample.story(), gallery: Gallery([Sample.picture(32)]), state: .open(until: nil),
            decision: nil)
        #expect(desk.html(in: try Sample.context()).shown.contains("In the text: <code>![](picture:32)</code>"))
    }
}
