import Foundation
import Markup
import Newsroom

@testable import Pages

struct PreviewPages {
    let edition: Edition

    func all() throws -> [(String, HTML)] {
        try stories() + lists() + discussing() + refusals() + desk()
    }

    private func stories() throws -> [(String, HTML)] {
        let arabic = try Sample.language("ar")
        let version = Sample.version(
            2, headline: "العبّارة القديمة تعود إلى المضيق بعد تسعة عشر عاما",
            standfirst: "غادرت أول رحلة الرصيف الشرقي عند الفجر وعلى متنها مئتا راكب.",
            body: """
                أبحرت العبّارة التي ربطت ضفتي المضيق حتى حطمت عاصفة رصيفها مرة أخرى يوم السبت، لتفتح طريقا أقصر إلى العمل \
                أمام آلاف الناس الذين كانوا يقودون سياراتهم حول الخليج.

                تستغرق الرحلة خمسا وعشرين دقيقة، أما الطريق البري فيستغرق ساعتين.

                ## جدول فيه ثغرات

                تنطلق ست رحلات في اليوم حتى مايو، وعشر رحلات بعد ذلك.
                """, dateline: Dateline(place: "الميناء الشرقي", agency: "كورير"), byline: "الكاتب الأول", credits: [])
        let pictures = [1, 2, 3].map { Sample.picture($0) }
        let related = [
            StoryReference(
                id: .init(3), slug: Slug(headline: "x"), headline: "What a floating pier costs, and what it saves",
                language: .english),
            StoryReference(
                id: .init(4), slug: Slug(headline: "y"), headline: version.headline, language: arabic),
        ]
        let closed = Sample.discussion(threads, state: .closed(.byAge, since: Sample.updated))
        let typed = TypedComment(
            name: "n", text: "What I **wanted** to say", email: "", parent: nil, storyVersion: 1,
            refusal: .invalid("Your name needs at least 2 characters.", field: "name"))
        let personal = Personal(
            held: [Sample.comment(99, text: "Is there a boat on Sundays?")], editable: [.init(99), .init(1)],
            typed: typed)
        return [
            (
                "story",
                StoryPage(
                    story: Sample.story(Sample.version(2), count: 11), gallery: Gallery(pictures), related: related,
                    discussion: Sample.discussion(
                        threads, state: .open(until: Sample.updated), next: PageKey(milliseconds: 1, number: 1))
                ).html(in: edition)
            ),
            (
                "story-arabic",
                StoryPage(
                    story: Sample.story(version, language: arabic, topics: ["الشرق الأوسط"]),
                    gallery: Gallery(pictures), related: related, discussion: closed,
                    closingReason: "See the follow-up."
                ).html(in: edition)
            ),
            (
                "story-personal",
                Sample.page(
                    pictures: [Sample.picture(1)],
                    discussion: Sample.discussion(threads, state: .open(until: Sample.updated)), personal: personal
                ).html(in: edition)
            ),
        ]
    }

    var threads: [Newsroom.Thread] {
        [
            Sample.thread(
                Sample.comment(
                    1, name: "old_salt",
                    text: """
                        I took the last boat in the year of the storm and the first one today. The coffee is better now.

                        Read the council's minutes before you write: https://example.org/minutes

                        > Nobody believed it

                        *I* did.
                        """, edited: true, replies: 130),
                [
                    Sample.comment(
                        2, name: "قارئ", text: "هل توجد رحلة يوم الأحد؟", parent: 1, thread: 1, storyVersion: 2),
                    Sample.comment(
                        3, name: "westside", text: "There is, at nine.", parent: 2, thread: 1, storyVersion: 2),
                    Sample.comment(4, name: "bicycle", text: "And at ten.", parent: 3, thread: 1, storyVersion: 2),
                    Sample.comment(5, name: "pier_9", text: "Only in summer.", parent: 4, thread: 1, storyVersion: 2),
                    Sample.comment(6, name: "x", text: "rude", parent: 1, thread: 1, state: .removed(clause: "abuse")),
                ]),
            Sample.thread(
                Sample.comment(
                    7, name: "Z̴̡͑a̷͜͠l̵̛̺g̶̯͐ő̴̱", text: "L" + String(repeating: "ooooong", count: 60), storyVersion: 2)),
            Sample.thread(Sample.comment(8, text: "- one\n- two\n\nThe rest is *history*.", storyVersion: 2)),
        ]
    }

    private func refusals() -> [(String, HTML)] {
        [
            ("not-found", RefusalPage(refusal: .notFound("There is no story at this address.")).html(in: edition)),
            ("incident", IncidentPage(number: "K7-4Q2").html(in: edition)),
            (
                "withdrawn",
                WithdrawnPage(withdrawal: Withdrawal(at: Sample.updated, reason: "The wire took it back."))
                    .html(in: edition)
            ),
        ]
    }

    private func summary(_ number: Int64, _ headline: String, picture: Bool, standfirst: String? = nil) -> StorySummary
    {
        StorySummary(
            id: .init(number), slug: Slug(headline: headline), language: .english, headline: headline,
            standfirst: standfirst, opening: Sample.body.split(separator: "\n").first.map(String.init) ?? "",
            dateline: Dateline(place: "Port East"), byline: nil, publishedAt: Sample.published,
            updatedAt: number % 2 == 0 ? Sample.updated : Sample.published, commentCount: Int(number),
            picture: picture ? Sample.picture(number % 3 + 1) : nil)
    }

    private func lists() throws -> [(String, HTML)] {
        let arabic = StorySummary(
            id: .init(5), slug: Slug(headline: "x"), language: try Sample.language("ar"),
            headline: "العبّارة القديمة تعود إلى المضيق بعد تسعة عشر عاما", standfirst: nil,
            opening: "أبحرت العبّارة التي ربطت ضفتي المضيق حتى حطمت عاصفة رصيفها مرة أخرى يوم السبت.",
            dateline: nil, byline: nil, publishedAt: Sample.published, updatedAt: Sample.published, commentCount: 1,
            picture: nil)
        let stories = PageOfResults(
            [
                summary(1, Sample.headline, picture: true, standfirst: Sample.standfirst),
                summary(2, "What a floating pier costs, and what it saves", picture: true),
                summary(
                    3, "Freighters keep the afternoon", picture: true,
                    standfirst: "The channel is theirs from one to four."),
                summary(4, "A piano crosses the strait", picture: true),
                arabic,
                summary(6, "Council to hear shopkeepers on a boat at noon", picture: false),
                summary(
                    7, "Mountain pass closed again", picture: false, standfirst: "For the twelfth day this winter."),
                summary(8, "Tide tables corrected after reader's letter", picture: false),
                summary(9, "Two towns, one bill: how the line is paid for over the next five years", picture: false),
            ], next: PageKey(milliseconds: 1, number: 1))
        let topics = ["Harbour", "Transport", "Weather", "Council"].map { Topic(name: $0) }
        let gallery = Gallery([1, 2, 3].map { Sample.picture($0) })
        let old = Sample.version(1)
        let story = Sample.story(
            Sample.version(
                2, headline: "Old ferry line returns to the strait after twenty years",
                body: Sample.body.replacing("two hours, and three", with: "more than two hours, and up to four")
                    .replacing("## Who pays", with: "The first freighter waited in silence.\n\n## Who pays")))
        return [
            ("front", FrontPage(stories: stories, topics: topics).html(in: edition)),
            ("topic", TopicPage(topic: topics[0], stories: stories).html(in: edition)),
            ("policy", PolicyPage().html(in: edition)),
            (
                "picture",
                PicturePage(story: Sample.story().reference, gallery: gallery, place: 2, showsUsageTerms: true)
                    .html(in: edition)
            ),
            ("versions", VersionsPage(story: story, versions: [old, story.current]).html(in: edition)),
            ("version", VersionPage(story: story, version: story.current, earlier: old).html(in: edition)),
            ("version-first", VersionPage(story: story, version: old, earlier: nil).html(in: edition)),
        ]
    }

    private func discussing() -> [(String, HTML)] {
        let story = Sample.story(Sample.version(2))
        let comment = Sample.comment(3, name: "westside", text: "There is, at nine.", parent: 2, thread: 1)
        let refusal = Refusal.invalid("Please choose the rule that the comment breaks.", field: "clause")
        let report = Report(
            id: .init(1), comment: .init(3), clause: "abuse", text: "It is rude.", createdAt: Sample.updated)
        return [
            (
                "comment",
                CommentPage(
                    story: story, comment: comment, thread: threads[0], state: .open(until: Sample.updated),
                    personal: Personal(editable: [.init(3)], name: "old_salt")
                ).html(in: edition)
            ),
            (
                "edit",
                EditCommentPage(story: story.reference, comment: .init(3), text: "There is, at nine.").html(in: edition)
            ),
            (
                "report",
                ReportPage(
                    story: story.reference, comment: comment,
                    typed: TypedReport(clause: "hate", text: "x", email: "", refusal: refusal)
                ).html(in: edition)
            ),
            (
                "receipt",
                ReceiptPage(
                    receipt: ReportReceipt(report: report, story: story.reference, outcome: .upheld(at: Sample.updated))
                ).html(in: edition)
            ),
            (
                "sign-in",
                SignInPage(
                    email: "desk@example.org", next: "/desk",
                    refusal: .invalid("This address and this password do not belong together.", field: "password")
                ).html(in: edition)
            ),
        ]
    }

    private func desk() -> [(String, HTML)] {
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .admin)
        let story = Sample.story()
        let reports = ["abuse", "abuse", "off-topic"].enumerated().map { index, clause in
            Report(
                id: .init(Int64(index + 1)), comment: .init(1), clause: clause,
                text: index == 0 ? "It calls the harbour master names." : nil, createdAt: Sample.updated)
        }
        let others = [
            Sample.comment(20, text: "Another *word* of mine."),
            Sample.comment(21, text: "Gone.", state: .removed(clause: "abuse")),
        ]
        let reported = Case(
            id: .init(3), comment: Sample.comment(1, name: "old_salt", text: "The harbour master is a\n\n> fool."),
            story: story.reference, openedAt: Sample.published, reports: reports, othersByAuthor: others)
        let held = Case(
            id: .init(4),
            comment: Sample.comment(2, name: "new_here", text: "Is there a boat on Sundays?", state: .held),
            story: story.reference, openedAt: Sample.published, reports: [], othersByAuthor: [])
        let ruling = Ruling(
            id: .init(1), caseID: .init(2), comment: .init(8), staffName: "Desk Two", outcome: .uphold, clause: "abuse",
            sentence: "Please write about the matter.", createdAt: Sample.published, undoneAt: nil)
        let undone = Ruling(
            id: .init(2), caseID: .init(1), comment: .init(7), staffName: "Desk Two", outcome: .dismiss, clause: nil,
            sentence: nil, createdAt: Sample.published, undoneAt: Sample.updated)
        let entries = (1...3).reversed().map { number in
            LogEntry(
                number: number, at: Sample.updated, actor: "desk@example.org", action: "ruling", subject: "comment 8",
                detail: "uphold: abuse: Please write about the matter.", previousHash: LogEntry.beforeTheFirst)
        }
        return [
            (
                "desk",
                DeskPage(
                    staff: staff, cases: [reported, held], openCount: 2, rulings: [ruling, undone], houseDecision: nil
                )
                .html(in: edition)
            ),
            (
                "case",
                CasePage(
                    staff: staff, deskCase: reported, earlierTexts: ["The harbour master is late."], ruling: ruling,
                    sentence: "Mine.", refusal: .conflict(ruling.conflictSentence)
                ).html(in: edition)
            ),
            (
                "desk-story",
                StoryDeskPage(
                    staff: staff, story: story, gallery: Gallery([Sample.picture(1)]),
                    state: .open(until: Sample.updated),
                    decision: DiscussionDecision(
                        kind: .open, at: Sample.published, staffName: "Desk Two", reason: "New facts.")
                ).html(in: edition)
            ),
            ("log", LogPage(staff: staff, entries: entries).html(in: edition)),
        ]
    }
}
