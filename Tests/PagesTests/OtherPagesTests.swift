import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Other pages", .timeLimit(.minutes(1)))
struct OtherPagesTests {
    let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator)

    private func summary(_ number: Int64, language: Language = .english) -> StorySummary {
        StorySummary(
            id: .init(number), slug: Slug(headline: "Story \(number)"), language: language,
            headline: "Story \(number)", standfirst: nil, opening: "It began.", dateline: nil, byline: nil,
            publishedAt: Sample.published, updatedAt: Sample.published, commentCount: Int(number), picture: nil)
    }

    @Test("The front page has one main heading, topics, stories in their languages, and a link to older ones")
    func front() throws {
        let stories = PageOfResults(
            [summary(1), summary(2, language: try Sample.language("he"))], next: PageKey(milliseconds: 5, number: 6))
        let context = try Sample.context()
        context.sections.replace(with: Sections([Topic(name: "Harbour")], hasMore: true), asOf: 1)
        let html = FrontPage(stories: stories).html(in: context).shown
        #expect(html.contains("<h1 class=\"nameplate\">The Harbour Courier</h1>"))
        #expect(html.components(separatedBy: "<h1").count == 2)
        #expect(html.contains("<a href=\"/topics/harbour\">Harbour</a>"))
        #expect(html.contains("<a href=\"/topics\">All topics</a>"))
        #expect(html.contains("<h2 lang=\"he\" dir=\"rtl\"><a href=\"/stories/2/story-2\">"))
        #expect(html.contains("1 comment<") && html.contains("2 comments<"))
        #expect(html.contains("<a href=\"/?after=5-6\" rel=\"next\">Older stories</a>"))
    }

    @Test("An empty newspaper says so")
    func empty() throws {
        let html = FrontPage(stories: PageOfResults([])).html(in: try Sample.context()).shown
        #expect(html.contains("No stories yet"))
    }

    @Test("A picture page has its position, its neighbors and its source")
    func picture() throws {
        let gallery = Gallery([1, 2, 3].map { Sample.picture($0) })
        let story = Sample.story().reference
        let html = PicturePage(story: story, gallery: gallery, place: 2).html(in: try Sample.context()).shown
        #expect(html.contains("<h1>2 of 3</h1>"))
        #expect(html.contains("rel=\"prev\" href=\"\(Address.picture(story, 1))\""))
        #expect(html.contains("rel=\"next\" href=\"\(Address.picture(story, 3))\""))
        #expect(html.contains("Handout from Port Authority") && html.contains("via Courier"))
        #expect(html.contains("<meta name=\"description\"") && html.contains("<meta property=\"og:image\""))
        let last = PicturePage(story: story, gallery: gallery, place: 3).html(in: try Sample.context()).shown
        #expect(!last.contains("rel=\"next\""))
    }

    @Test("Versions are listed newest first")
    func versions() throws {
        let story = Sample.story(Sample.version(2))
        let page = VersionsPage(story: story, versions: [Sample.version(1), Sample.version(2)])
        let html = page.html(in: try Sample.context()).shown
        let second = try #require(html.range(of: "Version 2</a> <span class=\"current\">Current version"))
        let first = try #require(html.range(of: "Version 1</a>"))
        #expect(second.lowerBound < first.lowerBound)
        #expect(html.contains("Changes since version 1"))
    }

    @Test("A report form lists the rules of the policy, and a refused report is returned")
    func report() throws {
        let typed = TypedReport(
            clause: "hate", text: "</textarea>", email: "e", refusal: Sample.missing(.reportNote, field: "text"))
        let page = ReportPage(story: Sample.story().reference, comment: Sample.comment(3), typed: typed)
        let html = page.html(in: try Sample.context()).shown
        for clause in Policy.standard.clauses { #expect(html.contains("name=\"clause\" value=\"\(clause.code)\"")) }
        #expect(html.contains("id=\"clause-hate\" required checked") && html.contains("Enter a note."))
        #expect(html.contains(">\n&lt;/textarea&gt;</textarea>"))
    }

    @Test("A removed comment is not quoted on its report form")
    func reportGone() throws {
        let removed = Sample.comment(3, text: "secret", state: .removed(clause: "abuse"))
        let html = ReportPage(story: Sample.story().reference, comment: removed).html(in: try Sample.context()).shown
        #expect(!html.contains("secret") && !html.contains("<form"))
    }

    @Test(
        "A receipt shows the outcome",
        arguments: [
            (ReportReceipt.Outcome.waiting, "awaiting review"),
            (.upheld(at: Sample.updated), "removed the comment"),
            (.dismissed(at: Sample.updated), "kept the comment"),
        ])
    func receipt(_ outcome: ReportReceipt.Outcome, _ sentence: String) throws {
        let report = Report(
            id: .init(1), comment: .init(3), clause: "abuse", text: nil, createdAt: Sample.published)
        let receipt = ReportReceipt(report: report, story: Sample.story().reference, outcome: outcome)
        let html = ReceiptPage(receipt: receipt).html(in: try Sample.context()).shown
        #expect(html.contains(sentence) && html.contains("Bookmark this page") == (outcome == .waiting))
    }

    @Test("The form on a comment's page replies to that comment")
    func comment() throws {
        let comment = Sample.comment(2, parent: 1, thread: 1)
        let page = CommentPage(
            story: Sample.story(), comment: comment, thread: Sample.thread(Sample.comment(1), [comment]),
            updates: StoryUpdates(current: 1),
            state: .open(until: nil), now: Sample.published)
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains("class=\"comment depth-1 highlighted\" id=\"comment-2\""))
        #expect(html.contains("id=\"reply\"") && html.contains("name=\"parent\" value=\"2\""))
    }

    @Test("The page of a removed comment has neither its name nor a form")
    func removedComment() throws {
        let comment = Sample.comment(2, name: "rude_name", state: .removed(clause: "abuse"))
        let page = CommentPage(
            story: Sample.story(), comment: comment, thread: Sample.thread(comment),
            updates: StoryUpdates(current: 1), state: .open(until: nil),
            now: Sample.published)
        let html = page.html(in: try Sample.context()).shown
        #expect(!html.contains("rude_name") && !html.contains("<form"))
    }

    @Test("The style sheet, the scripts and the icon are named after their content")
    func assets() {
        #expect(Assets.all.count > 4 && Set(Assets.all.map(\.name)).count == Assets.all.count)
        for asset in Assets.all {
            #expect(!asset.bytes.isEmpty && asset.address.text == "/assets/\(asset.name)")
        }
    }
}
