import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

/// Puts text that tries to become markup into every field of every page.
@Suite("Hostile text on pages", .timeLimit(.minutes(1)))
struct HostileTextTests {
    static let hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)></textarea>&#60;\u{202E}\u{0}]]>--"

    private static let hostileMarks = """


        [a](javascript:alert(1)) ![b](data:x) [^"><script>][^main]

        > [!FACTS] "><script>alert(1)</script>
        > ![">](javascript:alert(1))

        !["><script>alert(1)</script>](picture:1)

        [^"><script>]: "><script>alert(1)</script> ![x](picture:1)

        [^main]: ![x](picture:1)
        """

    private func pages() throws -> [(String, String)] {
        let text = Self.hostile
        let context = try context(text)
        let dateline = Dateline(place: text, agency: text)
        let version = Sample.version(
            2, headline: text, standfirst: text, body: text + Self.hostileMarks,
            dateline: dateline, byline: text, credits: [Credit(role: text, person: text, place: text)])
        let story = Sample.story(version, topics: [text])
        let picture = Sample.picture(
            1, caption: text, alt: text,
            provenance: Provenance(
                creator: text, creditLine: text, chain: [text, "Handout"], via: text, isHandout: true,
                copyrightNotice: text, usageTerms: text))
        let comment = Sample.comment(1, name: text, text: text)
        let removed = Sample.comment(2, name: text, text: text, parent: 1, thread: 1, state: .removed(clause: text))
        let thread = Sample.thread(comment, [removed])
        let refusal = Refusal(
            .staff(.removed), [.name: .text(text), .address: .text(text)], field: "name")
        let typed = TypedComment(
            name: text, text: text, email: text, parent: nil, storyVersion: 1, refusal: refusal)
        let readers = readerPages(story, picture, thread, comment, typed, refusal)
        let own = OwnComments(held: [comment], editable: [comment.id], name: text)
        let filling = SlotFilling(isStaff: true, own: own)
        return (readers + deskPages(story, picture, comment, refusal)).map { page in
            (page.0, page.1(context).shown(to: filling, in: context).string)
        }
    }

    private func context(_ text: String) throws -> SiteContext {
        let house = House(
            name: text, tagline: text, timeZone: .gmt,
            policy: Policy(welcome: text, clauses: [.init(code: "x", title: text, sentence: text)]), disclaimer: text)
        return SiteContext(house: house, base: try Sample.required(SafeURL("https://news.example.org")))
    }

    private typealias Page = (String, (SiteContext) -> HTML)

    private func readerPages(
        _ story: Story, _ picture: Picture, _ thread: Newsroom.Thread, _ comment: Newsroom.Comment,
        _ typedComment: TypedComment,
        _ refusal: Refusal
    ) -> [Page] {
        let text = Self.hostile
        let gallery = Gallery([picture])
        let summary = StorySummary(
            id: story.id, slug: story.slug, language: story.language, headline: text, standfirst: text, opening: text,
            dateline: Dateline(place: text), byline: text, publishedAt: Sample.published, updatedAt: Sample.updated,
            commentCount: 1, picture: picture)
        let list = PageOfResults([summary])
        let report = Report(id: .init(1), comment: comment.id, clause: text, text: text, createdAt: Sample.published)
        let receipt = ReportReceipt(report: report, story: story.reference, outcome: .waiting)
        let typed = TypedReport(clause: text, text: text, email: text, refusal: refusal)
        let discussion = Sample.discussion([thread])
        return [
            ("front", FrontPage(stories: list).html),
            ("topic", TopicPage(topic: Topic(name: text), stories: list).html),
            (
                "story",
                StoryPage(
                    story: story, gallery: gallery, related: [story.reference], discussion: discussion,
                    closingReason: text, now: Sample.published
                ).html
            ),
            ("picture", PicturePage(story: story.reference, gallery: gallery, place: 1).html),
            ("versions", VersionsPage(story: story, versions: [story.current]).html),
            ("version", VersionPage(story: story, version: story.current, earlier: Sample.version(1)).html),
            (
                "comment",
                CommentPage(
                    story: story, comment: comment, thread: thread, updates: StoryUpdates(current: 1),
                    state: .open(until: nil),
                    typed: typedComment, now: Sample.published
                ).html
            ),
            (
                "edit",
                EditCommentPage(
                    story: story.reference, comment: comment.id, revision: 0, text: text, refusal: refusal,
                    current: text
                ).html
            ),
            ("policy", PolicyPage().html),
            ("report", ReportPage(story: story.reference, comment: comment, typed: typed).html),
            ("receipt", ReceiptPage(receipt: receipt).html),
            ("suggest", SuggestPage(story: story.reference, current: 1, typed: suggestion(text, refusal)).html),
            ("suggestion-receipt", SuggestionReceiptPage(receipt: Sample.suggestionReceipt(text, story)).html),
            ("sign-in", SignInPage(email: text, next: text, refusal: refusal).html),
            ("refusal", RefusalPage(refusal: refusal, keptText: text).html),
            ("removed-entry", RemovedEntryPage(story: story.reference, refusal: refusal).html),
            ("incident", IncidentPage(number: text).html),
            ("withdrawn", WithdrawnPage(withdrawal: Withdrawal(at: Sample.updated, reason: text, origin: .desk)).html),
        ]
    }

    private func suggestion(_ text: String, _ refusal: Refusal) -> TypedSuggestion {
        var typed = TypedSuggestion()
        (typed.passage, typed.wrong, typed.correct) = (text, text, text)
        (typed.evidence, typed.name, typed.refusal) = (text, text, refusal)
        return typed
    }

    private func deskPages(_ story: Story, _ picture: Picture, _ comment: Newsroom.Comment, _ refusal: Refusal)
        -> [Page]
    {
        let text = Self.hostile
        let staff = Staff(id: .init(1), email: text, name: text, role: .admin)
        let report = Report(id: .init(1), comment: comment.id, clause: text, text: text, createdAt: Sample.published)
        let deskCase = Case(
            id: .init(1), comment: comment, story: story.reference, openedAt: Sample.published, reportCount: 1,
            reports: [report], othersByAuthor: [comment])
        let ruling = Ruling(
            id: .init(1), caseID: .init(1), comment: comment.id, staffName: text, outcome: .uphold, clause: text,
            sentence: text, createdAt: Sample.published, undoneAt: nil)
        let decision = DiscussionDecision(kind: .close, at: Sample.published, staffName: text, reason: text)
        let entry = LogEntry(
            number: 2, at: Sample.published, actor: text, action: text, subject: text, detail: text,
            previousHash: LogEntry.beforeTheFirst)
        return [
            (
                "desk",
                DeskPage(
                    staff: staff, counts: Sample.queueCounts, day: ModeratorDay(decided: 0, removed: 0),
                    rulings: [ruling], houseDecision: decision,
                    typed: TypedDecision(reason: text, refusal: refusal)
                ).html
            ),
            (
                "case",
                CasePage(
                    staff: staff, deskCase: deskCase, ruling: ruling,
                    typed: TypedRuling(clause: text, sentence: text, refusal: refusal)
                ).html
            ),
            (
                "case-open",
                CasePage(
                    staff: staff, deskCase: deskCase, background: background(story, comment), ruling: nil,
                    typed: TypedRuling(clause: text, sentence: text, refusal: refusal)
                ).html
            ),
            ("queue-unread", unread(staff, story, comment).html),
            (
                "desk-story",
                StoryDeskPage(
                    staff: staff, story: story, gallery: Gallery([picture]), state: .open(until: nil),
                    decision: decision, typed: TypedDecision(reason: text, refusal: refusal)
                ).html
            ),
            ("log", LogPage(staff: staff, entries: [entry]).html),
            ("suggestions", suggestions(story, by: staff).html),
        ]
    }

    private func suggestions(_ story: Story, by staff: Staff) -> SuggestionsPage {
        let text = Self.hostile
        let answered = Sample.suggestion(
            1, of: story, passage: text, wrong: text, name: text, state: .answered,
            decision: Sample.decided(.answer, text, by: text))
        return Sample.suggestions(
            [answered, Sample.suggestion(2, of: story, passage: "A", wrong: text, name: text)], by: staff, of: story)
    }

    private func unread(_ staff: Staff, _ story: Story, _ comment: Newsroom.Comment) -> QueuePage {
        let text = Self.hostile
        let filter = QueueFilter(.unread, topic: text)
        var page = QueuePage(
            staff: staff, filter: filter, entries: PageOfResults([]), counts: Sample.queueCounts, total: 1,
            day: ModeratorDay(decided: 0, removed: 0), now: Sample.updated)
        page.unread = PageOfResults([UnreadComment(comment: comment, story: story.reference)])
        page.saved = [SavedView(accepted: text, filter: QueueFilter(.held, topic: text))]
        page.typedName = TypedViewName(name: text, refusal: Sample.missing(.viewName, field: "name"))
        return page
    }

    private func background(_ story: Story, _ comment: Newsroom.Comment) -> CaseContext {
        let text = Self.hostile
        let record = CommenterRecord(
            since: Sample.published, count: 2, removed: [text: 1], neighbors: [.init(name: text, count: 1)],
            furtherNeighbors: 1)
        let note = DeskNote(
            id: .init(1), subject: .name, authorName: text, text: text, createdAt: Sample.published)
        return CaseContext(
            above: [comment, comment], isGapAbove: true, siblings: [comment], answers: [comment],
            quotedVersion: story.current, earlierTexts: [EarlierText(text: text, replacedAt: Sample.published)],
            commenter: record, notes: [note])
    }

    @Test("Hostile text stays text on every page")
    func everyPage() throws {
        for (name, html) in try pages() {
            #expect(!html.contains("<script>") && !html.contains("<img src=x"), "\(name)")
            #expect(!html.contains("javascript:alert(1)\""), "\(name)")
            #expect(!html.unicodeScalars.contains("\u{0}"), "\(name)")
            #expect(html.contains("&lt;script&gt;alert(1)"), "\(name)")
            #expect(!html.contains("style=\"") && !html.contains(" onerror=alert(1)>"), "\(name)")
        }
    }

    @Test("Tags are closed in order on every page")
    func nesting() throws {
        for (name, html) in try pages() { #expect(Self.fault(in: html) == nil, "\(name)") }
    }

    /// The first unmatched tag. Understands enough HTML to read our own pages.
    private static func fault(in html: String) -> String? {
        let void: Set<Substring> = ["meta", "link", "br", "hr", "img", "input", "source", "!DOCTYPE"]
        var open: [Substring] = []
        for part in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let tag = part.prefix { $0 != ">" && !$0.isWhitespace }
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return String(part.prefix(60)) }
            } else if !void.contains(tag) {
                open.append(tag)
            }
        }
        return open.last.map(String.init)
    }
}
