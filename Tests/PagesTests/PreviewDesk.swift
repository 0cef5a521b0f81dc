import Foundation
import Markup
import Newsroom

@testable import Pages

extension PreviewPages {
    func discussing() -> [(String, HTML)] {
        let story = Sample.story(Sample.version(2))
        let comment = Sample.comment(3, name: "westside", text: "There is, at nine.", parent: 2, thread: 1)
        let refusal = Refusal(.report(.noClause), field: "clause")
        let report = Report(
            id: .init(1), comment: .init(3), clause: "abuse", text: "It is rude.", createdAt: Sample.updated)
        return [
            (
                "comment",
                CommentPage(
                    story: story, comment: comment, thread: threads[0],
                    updates: StoryUpdates(current: 2, times: [2: Sample.updated]), state: .open(until: Sample.updated),
                    now: Sample.published
                ).html(in: context).shown(
                    to: SlotFilling(own: OwnComments(editable: [.init(3)], name: "old_salt")), in: context)
            ),
            (
                "edit",
                EditCommentPage(story: story.reference, comment: .init(3), revision: 0, text: "There is, at nine.")
                    .html(in: context)
            ),
            (
                "report",
                ReportPage(
                    story: story.reference, comment: comment,
                    typed: TypedReport(clause: "hate", text: "x", email: "", refusal: refusal)
                ).html(in: context)
            ),
            (
                "receipt",
                ReceiptPage(
                    receipt: ReportReceipt(report: report, story: story.reference, outcome: .upheld(at: Sample.updated))
                ).html(in: context)
            ),
            (
                "suggest",
                SuggestPage(story: story.reference, current: 2, typed: TypedSuggestion()).html(in: context)
            ),
            (
                "suggestion-receipt",
                SuggestionReceiptPage(receipt: Sample.suggestionReceipt("A word.", story)).html(in: context)
            ),
            (
                "sign-in",
                SignInPage(
                    email: "desk@example.org", next: "/desk",
                    refusal: .wrongPassword
                ).html(in: context)
            ),
        ]
    }

    func desk() -> [(String, HTML)] {
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
            story: story.reference, openedAt: Sample.published, reportCount: reports.count, reports: reports,
            othersByAuthor: others)
        let held = Case(
            id: .init(4),
            comment: Sample.comment(2, name: "new_here", text: "Is there a boat on Sundays?", state: .held),
            story: story.reference, openedAt: Sample.published, reportCount: 0, reports: [],
            othersByAuthor: [])
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
                    staff: staff, counts: Sample.queueCounts, day: ModeratorDay(decided: 12, removed: 5),
                    rulings: [ruling, undone], houseDecision: nil
                )
                .html(in: context)
            ),
            (
                "case",
                CasePage(
                    staff: staff, deskCase: reported, ruling: ruling,
                    typed: TypedRuling(
                        clause: "abuse", sentence: "Mine.", refusal: .ruledMeanwhile(ruling))
                ).html(in: context)
            ),
            ("case-open", openCase(staff)),
            ("case-held", CasePage(staff: staff, deskCase: held, ruling: nil).html(in: context)),
            (
                "suggestions",
                Sample.suggestions([Sample.suggestion(), Sample.suggestion(2, passage: "Gone")], by: staff).html(
                    in: context)
            ),
            ("queue", queue(staff, reported)), ("queue-unread", unread(staff)),
            (
                "desk-story",
                StoryDeskPage(
                    staff: staff, story: story, gallery: Gallery([Sample.picture(1)]),
                    state: .open(until: Sample.updated),
                    decision: DiscussionDecision(
                        kind: .open, at: Sample.published, staffName: "Desk Two", reason: "New facts.")
                ).html(in: context)
            ),
            ("log", LogPage(staff: staff, entries: entries).html(in: context)),
        ]
    }
}

extension PreviewPages {
    private func queue(_ staff: Staff, _ deskCase: Case) -> HTML {
        let entry = QueueEntry(
            id: deskCase.id, comment: deskCase.comment, story: deskCase.story, reportCount: 3,
            urgency: Urgency(openedAt: Sample.published, isHeld: false, reportMinutes: 60, audienceMinutes: 10),
            escalatedAt: nil, claim: nil)
        let filter = QueueFilter(.reported, clause: "abuse")
        var page = QueuePage(
            staff: staff, filter: filter, entries: PageOfResults([entry]), counts: Sample.queueCounts, total: 1,
            day: ModeratorDay(decided: 12, removed: 5), now: Sample.updated)
        page.saved = [SavedView(accepted: "Rude words", filter: filter)]
        return page.html(in: context)
    }

    private func unread(_ staff: Staff) -> HTML {
        let filter = QueueFilter(.unread, hours: 2)
        var page = QueuePage(
            staff: staff, filter: filter, entries: PageOfResults([]), counts: Sample.queueCounts, total: 1,
            day: ModeratorDay(decided: 12, removed: 5), now: Sample.updated)
        page.unread = PageOfResults([UnreadComment(comment: Sample.comment(1), story: Sample.story().reference)])
        page.typedName = TypedViewName(name: "", refusal: Sample.missing(.viewName, field: "name"))
        return page.html(in: context)
    }

    /// A usual case with everything that helps to decide.
    private func openCase(_ staff: Staff) -> HTML {
        let comment = Sample.comment(
            5, name: "old_salt",
            text: "> Nobody believed it until the horn sounded\n\nThe harbour master is a *fool*, and so are you.",
            parent: 4, thread: 1, edited: true)
        let reports = ["abuse", "abuse", "off-topic"].enumerated().map { index, clause in
            Report(
                id: .init(Int64(index + 1)), comment: comment.id, clause: clause,
                text: index == 0 ? "It calls the harbour master names." : nil, createdAt: Sample.updated)
        }
        let others = (20...24).map { Sample.comment($0, text: "Another *word* of mine.") }
        let deskCase = Case(
            id: .init(5), comment: comment, story: Sample.story().reference, openedAt: Sample.published,
            reportCount: 3, reports: reports, othersByAuthor: others)
        let record = CommenterRecord(
            since: Sample.published.addingTimeInterval(-90 * 86_400), count: 132, removed: ["abuse": 3, "hate": 1],
            neighbors: [.init(name: "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", count: 4), .init(name: "west_side", count: 1)])
        let background = CaseContext(
            above: [
                Sample.comment(
                    4, name: "westside", text: "I was there. The boat was full, and it was on time.", parent: 1),
                Sample.comment(1, text: "Will it last?"),
            ], siblings: [Sample.comment(3, text: "Good to hear.")], answers: [Sample.comment(6, text: "Calm down.")],
            quotedVersion: Sample.version(),
            earlierTexts: [EarlierText(text: "The harbour master is late.", replacedAt: Sample.published)],
            commenter: record,
            reporters: [
                .init(1): ReporterRecord(upheld: 4, dismissed: 1), .init(2): ReporterRecord(upheld: 0, dismissed: 6),
            ],
            notes: [
                DeskNote(
                    id: .init(1), subject: .name, authorName: "Desk Two", text: "Was asked twice to be polite.",
                    createdAt: Sample.published)
            ])
        return CasePage(staff: staff, deskCase: deskCase, background: background, ruling: nil).html(in: context)
    }
}
