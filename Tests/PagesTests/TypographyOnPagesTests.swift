import Markup
import Newsroom
import Testing

@testable import Pages

/// Puts an apostrophe into every text of a story, and looks for it on every page.
@Suite("Typography on pages", .timeLimit(.minutes(1)))
struct TypographyOnPagesTests {
    private static let sent = "Q'q \"a\" - b"
    private static let comment = "C'c \"a\" - b"

    private func pages() throws -> [(String, String)] {
        let context = try Sample.context()
        let text = Self.sent
        let version = Sample.version(
            2, headline: text, standfirst: text, body: text, dateline: Dateline(place: text, agency: text),
            byline: text, credits: [Credit(role: "Editing", person: text, place: text)])
        let story = Sample.story(version)
        let picture = Sample.picture(
            1, caption: text, alt: text,
            provenance: Provenance(creator: text, chain: [text, "Handout"], via: text, copyrightNotice: text))
        let gallery = Gallery([picture, picture])
        let summary = StorySummary(
            id: story.id, slug: story.slug, language: story.language, headline: text, standfirst: text, opening: text,
            dateline: Dateline(place: text), byline: text, publishedAt: Sample.published, updatedAt: Sample.updated,
            commentCount: 1, picture: picture)
        let list = PageOfResults([summary])
        let thread = Sample.thread(Sample.comment(1, text: Self.comment))
        let report = Report(id: .init(1), comment: .init(1), clause: "abuse", text: nil, createdAt: Sample.published)
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk", role: .admin)
        let deskCase = Case(
            id: .init(1), comment: Sample.comment(1), story: story.reference, openedAt: Sample.published,
            reportCount: 0, reports: [], othersByAuthor: [])
        let signOff = Sample.version(1, headline: text, body: text, credits: [], signOff: text)
        let pages: [(String, HTML)] = [
            ("front", FrontPage(stories: list).html(in: context)),
            ("topic", TopicPage(topic: Topic(name: "Rain"), stories: list).html(in: context)),
            (
                "story",
                StoryPage(
                    story: story, gallery: gallery, related: [story.reference],
                    discussion: Sample.discussion([thread]), now: Sample.published
                ).html(in: context)
            ),
            ("picture", PicturePage(story: story.reference, gallery: gallery, place: 1).html(in: context)),
            ("versions", VersionsPage(story: story, versions: [version]).html(in: context)),
            ("version", VersionPage(story: story, version: version, earlier: signOff).html(in: context)),
            ("first", VersionPage(story: story, version: signOff, earlier: nil).html(in: context)),
            (
                "comment",
                CommentPage(
                    story: story, comment: Sample.comment(1, text: Self.comment), thread: thread,
                    updates: StoryUpdates(current: 2), state: .open(until: nil), now: Sample.published
                ).html(in: context)
            ),
            (
                "edit",
                EditCommentPage(story: story.reference, comment: .init(1), revision: 0, text: Self.comment)
                    .html(in: context)
            ),
            ("report", ReportPage(story: story.reference, comment: Sample.comment(1)).html(in: context)),
            (
                "receipt",
                ReceiptPage(receipt: ReportReceipt(report: report, story: story.reference, outcome: .waiting))
                    .html(in: context)
            ),
            ("case", CasePage(staff: staff, deskCase: deskCase, ruling: nil).html(in: context)),
            (
                "desk-story",
                StoryDeskPage(staff: staff, story: story, gallery: gallery, state: .open(until: nil), decision: nil)
                    .html(in: context)
            ),
        ]
        return pages.map { ($0.0, $0.1.shown) }
    }

    @Test("No text of a story is on a page with the marks of a typewriter")
    func everyText() throws {
        for (name, html) in try pages() {
            #expect(html.contains("Q’q “a” — b"), "\(name)")
            #expect(!html.contains("Q'q") && !html.contains("Q&#39;q"), "\(name)")
            #expect(!html.contains("a” - b"), "\(name)")
        }
    }

    @Test("Comments keep the marks that were typed")
    func comments() throws {
        let pages = Dictionary(uniqueKeysWithValues: try pages())
        for name in ["story", "comment", "edit"] {
            #expect(pages[name]?.contains("C&#39;c &quot;a&quot; - b") == true, "\(name)")
        }
    }

    @Test("A story has the marks of its own language, not of the page")
    func languages() throws {
        let version = Sample.version(headline: "\"Regen\" - endlich", body: "\"*Regen*\", sagte er.")
        let story = Sample.story(version, language: try Sample.language("de"))
        let html = Sample.page(story).html(in: try Sample.context()).shown
        #expect(html.contains("<title>„Regen“ – endlich – The Harbour Courier</title>"))
        #expect(html.contains("</span> – „<em>Regen</em>“, sagte er.</p>"))
        #expect(html.contains("\"headline\":\"„Regen“ – endlich\""))
        #expect(html.contains("href=\"/stories/7/regen-endlich"))
    }

    @Test("A version that only corrects its quotation marks has no changes")
    func compared() throws {
        let (older, newer) = (Sample.version(1, body: "\"It's\" *rain*."), Sample.version(2, body: "“It’s” rain."))
        let page = VersionPage(story: Sample.story(newer), version: newer, earlier: older)
        #expect(page.html(in: try Sample.context()).shown.contains("No words changed."))
    }
}
