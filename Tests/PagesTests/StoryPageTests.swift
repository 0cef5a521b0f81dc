import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Story pages", .timeLimit(.minutes(1)))
struct StoryPageTests {
    @Test("A story has its headline, standfirst, place, time and byline, and no note of updates")
    func first() throws {
        let html = Sample.page().html(in: try Sample.context()).shown
        #expect(html.contains("<h1>\(Sample.headline)</h1>"))
        #expect(html.components(separatedBy: "<h1").count == 2)
        #expect(html.contains("<p class=\"standfirst\">\(Sample.standfirst)</p>"))
        #expect(html.contains("<span class=\"place\">PORT EAST</span> <time datetime=\"2013-02-02T23:16:00Z\">"))
        #expect(html.contains("By Writer One"))
        #expect(!html.contains("what changed"))
    }

    @Test("An updated story shows the time and a link to what changed")
    func updated() throws {
        let html = Sample.page(Sample.story(Sample.version(2))).html(in: try Sample.context()).shown
        #expect(html.contains("Updated <time datetime=\"2013-02-03T02:18:00Z\">Sat Feb 2, 2013 9:18pm EST</time>"))
        #expect(html.contains("/versions\">See what changed</a>"))
    }

    @Test("The dateline begins the first paragraph, and no other")
    func dateline() throws {
        let html = Sample.page().html(in: try Sample.context()).shown
        let dateline = "<span class=\"dateline\"><span class=\"place\">PORT EAST</span> (Courier)</span>"
        #expect(html.contains("<p>\(dateline) — The ferry that tied"))
        #expect(html.components(separatedBy: "class=\"dateline\"").count == 2)
        #expect(html.contains("<h2 class=\"crosshead\">A timetable with gaps</h2>"))
    }

    @Test("Credits become one sentence, and an unparsed sign-off is shown unchanged")
    func credits() throws {
        let context = try Sample.context()
        let structured = Sample.page().html(in: context).shown
        #expect(
            structured.contains(
                "(Additional reporting by Writer Two and Writer Three in West Quay; Editing by Editor One)"))
        let version = Sample.version(credits: [], signOff: "(By the harbour staff & others)")
        let plain = Sample.page(Sample.story(version)).html(in: context).shown
        #expect(plain.contains("<p class=\"credits\">(By the harbour staff &amp; others)</p>"))
    }

    @Test("The lead picture has its position, caption, credit and a link to the gallery")
    func gallery() throws {
        let pictures = [1, 2, 3].map { Sample.picture($0) }
        let html = Sample.page(pictures: pictures).html(in: try Sample.context()).shown
        #expect(html.contains("<span class=\"place\">1 of 3.</span>"))
        #expect(html.contains("Credit: <bdi>COURIER/Port Authority/Handout via Courier</bdi>"))
        #expect(html.contains("/pictures/3\">"))
        #expect(html.contains("See all 3 pictures"))
        #expect(html.contains("width=\"1600\" height=\"1066\" alt=\"A ferry\""))
        #expect(html.contains("type=\"image/webp\" srcset=\"/pictures/p1-320.webp 320w, /pictures/p1-640.webp 640w"))
        let source = "<source type=\"image/avif\" srcset=\"/pictures/p1-320.avif 320w, /pictures/p1-640.avif 640w"
        #expect(html.contains("<picture>" + source), "a browser takes the first format that it reads")
    }

    @Test("Usage terms are shown to staff, never to readers")
    func usageTerms() throws {
        let context = try Sample.context()
        let gallery = Gallery([Sample.picture(1)])
        for forDesk in [false, true] {
            let story = StoryPage(
                story: Sample.story(), gallery: gallery, related: [], discussion: Sample.discussion(), now: .now
            ).html(in: context)
            let picture = PicturePage(story: Sample.story().reference, gallery: gallery, place: 1).html(in: context)
            for page in [story, picture] {
                let shown = page.shown(to: SlotFilling(isStaff: forDesk), in: context).string
                #expect(shown.contains("NO ARCHIVAL USE") == forDesk)
            }
        }
    }

    @Test("A story in Arabic is right-to-left on a left-to-right page")
    func direction() throws {
        let story = Sample.story(Sample.version(2, headline: "عنوان"), language: try Sample.language("ar"))
        let html = Sample.page(story, pictures: [Sample.picture(1), Sample.picture(2)])
            .html(in: try Sample.context()).shown
        #expect(html.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(html.contains("<article class=\"story\" dir=\"rtl\">"))
        #expect(html.contains("<h1 lang=\"ar\" dir=\"rtl\">عنوان</h1>"))
        #expect(html.contains("<bdi dir=\"ltr\">1 of 2.</bdi>"))
    }

    @Test("The page has its canonical address, Open Graph data and a NewsArticle")
    func metadata() throws {
        let page = Sample.page(
            Sample.story(Sample.version(2)), pictures: [Sample.picture(1)],
            discussion: Sample.discussion(count: 11))
        let html = page.html(in: try Sample.context()).shown
        let address = "https://news.example.org/stories/7/old-ferry-line-returns-to-the-strait-after-nineteen-years"
        #expect(html.contains("<link rel=\"canonical\" href=\"\(address)\">"))
        #expect(html.contains("property=\"og:image\" content=\"https://news.example.org/pictures/p1-1600.jpeg\""))
        for fact in [
            "\"@type\":\"NewsArticle\"", "\"commentCount\":11", "\"datePublished\":\"2013-02-02T23:16:00Z\"",
            "\"dateModified\":\"2013-02-03T02:18:00Z\"", "\"inLanguage\":\"en\"", "\"isAccessibleForFree\":true",
            "name=\"twitter:card\" content=\"summary_large_image\"",
            "name=\"robots\" content=\"max-image-preview:large\"",
            "\"mainEntityOfPage\":\"\(address)\"", "\"author\":[{\"@type\":\"Person\",\"name\":\"Writer One\"}]",
            "{\"@type\":\"Person\",\"name\":\"Editor One\"}",
        ] {
            #expect(html.contains(fact), "\(fact)")
        }
    }

    @Test(
        "Each author is a person or an organization",
        arguments: [
            (
                "Ada Example and Ben Sample",
                "{\"@type\":\"Person\",\"name\":\"Ada Example\"},{\"@type\":\"Person\",\"name\":\"Ben Sample\"}"
            ),
            ("Courier", "{\"@type\":\"Organization\",\"name\":\"Courier\"}"),
            ("Courier Staff", "{\"@type\":\"Organization\",\"name\":\"Courier Staff\"}"),
            (nil, "{\"@type\":\"Organization\",\"name\":\"Courier\"}"),
        ] as [(String?, String)])
    func authors(byline: String?, json: String) throws {
        let html = Sample.page(Sample.story(Sample.version(byline: byline))).html(in: try Sample.context()).shown
        #expect(html.contains("\"author\":[\(json)]"))
    }

    @Test("The agency's note about a version stands with the facts, and its dateline may have no place")
    func revision() throws {
        let version = Sample.version(
            dateline: Dateline(place: nil, agency: "Courier"),
            revision: Revision(mark: "UPDATE 2", note: "Adds <b> & quotes"))
        let html = Sample.page(Sample.story(version)).html(in: try Sample.context()).shown
        #expect(html.contains("<p class=\"revision\">Note from the agency: <strong>UPDATE 2</strong>: "))
        #expect(html.contains("Adds &lt;b&gt; &amp; quotes"))
        #expect(html.contains("<span class=\"dateline\">(Courier)</span>"))
    }
}
