import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("The navigation of topics", .timeLimit(.minutes(1)))
struct SectionTests {
    private let harbor = Topic(name: "Harbour")
    private let weather = Topic(name: "Weather <&>")

    private func shown(_ page: (SiteContext) -> HTML, hasMore: Bool = false) throws -> String {
        let context = try Sample.context()
        context.sections.replace(with: Sections([harbor, weather], hasMore: hasMore), asOf: 1)
        return page(context).shown
    }

    @Test("Every inner page has one navigation of topics below its masthead")
    func everywhere() throws {
        let gallery = Gallery([Sample.picture(1)])
        let pages: [(SiteContext) -> HTML] = [
            PolicyPage().html, RefusalPage(refusal: Refusal(.missing(.story))).html, IncidentPage(number: "1").html,
            PicturePage(story: Sample.story().reference, gallery: gallery, place: 1).html,
            WithdrawnPage(withdrawal: Withdrawal(at: Sample.updated, reason: nil, origin: .desk)).html,
            Sample.page().html,
        ]
        for page in pages {
            let html = try shown(page)
            #expect(html.components(separatedBy: "<nav aria-label=\"Topics\">").count == 2)
            #expect(html.contains("<li><a href=\"/topics/harbour\">Harbour</a></li>"))
            #expect(html.contains("Weather &lt;&amp;&gt;</a>"))
            let navigation = html.components(separatedBy: "</nav>")[0]
            #expect(!html.contains("aria-current=\"page\"") && !navigation.contains("All topics"))
        }
    }

    @Test("A topic's page marks its own link, and further topics are a link away")
    func current() throws {
        let html = try shown(TopicPage(topic: harbor, stories: PageOfResults([])).html, hasMore: true)
        #expect(html.contains("<a href=\"/topics/harbour\" aria-current=\"page\">Harbour</a>"))
        #expect(html.components(separatedBy: "aria-current").count == 2)
        #expect(html.contains("<a href=\"/topics\">All topics</a>"))
    }

    @Test("The page of all topics sorts them by name and counts their stories")
    func all() throws {
        let topics = [TopicSummary(weather, storyCount: 1_200), TopicSummary(harbor, storyCount: 1)]
        let html = try shown(TopicsPage(topics: topics).html, hasMore: true)
        let (first, second) = (try #require(html.range(of: "1 story<")), try #require(html.range(of: "1,200 stories<")))
        #expect(first.lowerBound < second.lowerBound)
        #expect(html.contains("<a href=\"/topics\" aria-current=\"page\">All topics</a>"))
        #expect(try shown(TopicsPage(topics: []).html).contains("No stories yet"))
    }

    @Test("Pages of the desk have the desk's navigation instead")
    func desk() throws {
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator)
        let html = try shown(RefusalPage(refusal: Refusal(.missing(.story)), staff: staff).html)
        #expect(!html.contains("Harbour<") && html.contains("<nav aria-label=\"Site\">"))
    }

    @Test("Topics of an older state do not replace newer ones, unless the database has gone back")
    func order() {
        let sections = CurrentSections()
        #expect(sections.lack(0))
        sections.replace(with: Sections([harbor], hasMore: false), asOf: 5)
        sections.replace(with: Sections([weather], hasMore: false), asOf: 4)
        #expect(sections.value.topics == [harbor] && !sections.lack(5) && sections.lack(6))
        sections.expire()
        sections.replace(with: Sections([weather], hasMore: false), asOf: 4)
        #expect(sections.value.topics == [weather])
    }
}

@Suite("Rows of the front page", .timeLimit(.minutes(1)))
struct FrontRowTests {
    @Test("Every row of the front page is full, whatever the number of stories", arguments: 0...60)
    func rows(_ count: Int) {
        let seconds = FrontPage.seconds(of: count)
        let rows = FrontPage.rows(of: count - seconds)
        #expect(seconds + rows.reduce(0, +) == count)
        #expect(rows.allSatisfy { (2...4).contains($0) })
        #expect(count < 7 || rows == rows.sorted() || rows == [3, 2])
    }
}

@Suite("A single picture", .timeLimit(.minutes(1)))
struct SinglePictureTests {
    @Test("A single picture has no number, neither on the story nor on its own page")
    func single() throws {
        let context = try Sample.context()
        let story = Sample.page(pictures: [Sample.picture(1)]).html(in: context).shown
        let page = PicturePage(story: Sample.story().reference, gallery: Gallery([Sample.picture(1)]), place: 1)
            .html(in: context).shown
        for html in [story, page] { #expect(!html.contains("1 of 1")) }
        #expect(page.contains("<h1>Picture</h1>") && !page.contains("gallery-turns"))
    }
}
