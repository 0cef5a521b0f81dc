import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Blacked-out passages on pages", .timeLimit(.minutes(1)))
struct RedactionPageTests {
    private let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator)
    private let mark = "<span class=\"blackout\" role=\"img\" aria-label=\"passage removed\">█████</span>"
    private let line = "<span class=\"edited\">The desk removed a passage.</span>"

    private func comment(
        _ text: String = "Call █████ now.", state: Newsroom.Comment.State = .published, isBlack: Bool = true
    ) -> Newsroom.Comment {
        Newsroom.Comment(
            id: .init(12), story: .init(7), parent: nil, thread: .init(12), name: "north_wind", text: text,
            state: state, storyVersion: 1, createdAt: Sample.published, editedAt: nil, replyCount: 0,
            redactedAt: isBlack ? Sample.updated : nil)
    }

    private func deskCase(_ comment: Newsroom.Comment, note: String? = nil) -> Case {
        let report = Report(id: .init(1), comment: .init(12), clause: "abuse", text: note, createdAt: Sample.updated)
        return Case(
            id: .init(9), comment: comment, story: Sample.story().reference, openedAt: Sample.published, reportCount: 1,
            reports: [report], othersByAuthor: [Sample.comment(3, text: "An old slur of mine.")])
    }

    private func page(
        _ comment: Newsroom.Comment, _ redactions: [Redaction] = [], typed: TypedRedaction? = nil
    ) throws -> String {
        var page = CasePage(staff: staff, deskCase: deskCase(comment), ruling: nil, redactions: redactions)
        page.typedRedaction = typed
        return page.html(in: try Sample.context()).shown
    }

    @Test("Readers see the marks and a line below the comment; typing the marks makes neither")
    func readers() throws {
        func html(_ comment: Newsroom.Comment) throws -> String {
            Sample.page(Sample.story(), discussion: Sample.discussion([Sample.thread(comment)]))
                .html(in: try Sample.context()).shown
        }
        let black = try html(comment())
        #expect(black.contains("Call \(mark) now.") && black.contains("</time></a> \(line)"))
        let typed = try html(comment("Call █████ now. The desk removed a passage.", isBlack: false))
        #expect(typed.contains("Call █████ now.") && !typed.contains("blackout") && !typed.contains(line))
    }

    @Test("The report form, the commenter's own held comment and the desk show the same")
    func others() throws {
        let context = try Sample.context()
        let report = ReportPage(story: Sample.story().reference, comment: comment()).html(in: context).shown
        let held = CommentView.waiting(comment(state: .held), links: "", in: context).string
        for html in [report, held, try page(comment())] { #expect(html.contains(mark) && html.contains(line)) }
    }

    @Test("The page of a case has the form, and the list with one undo for the latest passage")
    func list() throws {
        let redactions = [2, 1].map { number in
            Redaction(
                id: .init(number), comment: .init(12), staffName: "Desk Two",
                textBefore: number == 2 ? "Call █████ or 0303." : "Call 0302 or 0303.", clause: "private",
                madeAt: number == 2 ? Sample.updated : Sample.published)
        }
        let html = try page(comment(), redactions)
        #expect(html.contains("action=\"/desk/cases/9/redactions\""))
        #expect(html.contains("name=\"revision\" value=\"\(comment().revision)\""))
        #expect(html.contains("Call \(mark) or 0303.") && html.contains("Call 0302 or 0303."))
        #expect(html.contains("Blacked out by Desk Two") && html.contains("Private information</span>"))
        #expect(html.contains("/desk/redactions/2/undo\"") && !html.contains("/desk/redactions/1/undo\""))
        let undone = Redaction(
            id: .init(1), comment: .init(12), staffName: "Desk Two", textBefore: "Call 0302.", clause: nil,
            madeAt: Sample.published, undoneAt: Sample.updated, undoneBy: "Desk Three")
        let without = try page(comment(isBlack: false), [undone])
        #expect(without.contains("undone by Desk Three") && !without.contains("/undo\""))
    }

    @Test("A removed comment has no form")
    func removed() throws {
        #expect(try !page(comment(state: .removed(clause: "abuse"))).contains("/redactions\""))
    }

    @Test("A refused passage comes back, with the text as it was typed if it was not found")
    func refused() throws {
        let typed = TypedRedaction(
            passage: "b a", clause: "private", refusal: Refusal(.redaction(.notInText), field: "passage"))
        let html = try page(comment("*a* <b>", isBlack: false), typed: typed)
        #expect(html.contains("<details class=\"redaction\" open>") && html.contains(">\nb a</textarea>"))
        #expect(html.contains("The comment does not contain this passage."))
        #expect(html.contains("<q class=\"typed\" dir=\"auto\">*a* &lt;b&gt;</q>"))
        #expect(html.contains("<option value=\"private\" selected>"))
    }

    @Test("The desk masks slurs in comments, names, notes, other comments and earlier texts; readers' pages do not")
    func masks() throws {
        let plain = try Sample.context()
        let context = SiteContext(house: plain.house, base: plain.base, masks: WordMasks(["slur"]))
        let masked = "<span class=\"mask\">word masked</span><span class=\"word\">"
        func count(_ html: HTML, _ word: String) -> Int { html.shown.components(separatedBy: masked + word).count - 1 }
        let slur = Newsroom.Comment(
            id: .init(12), story: .init(7), parent: nil, thread: .init(12), name: "Slur", text: "A *SLUR* here.",
            state: .published, storyVersion: 1, createdAt: Sample.published, editedAt: Sample.updated, replyCount: 0)
        let deskCase = deskCase(slur, note: "It has a slúr.")
        let before = Redaction(
            id: .init(1), comment: .init(12), staffName: "Desk Two", textBefore: "sLUR", clause: nil,
            madeAt: Sample.published)
        let background = CaseContext(earlierTexts: [EarlierText(text: "Slûr", replacedAt: Sample.published)])
        let page = CasePage(
            staff: staff, deskCase: deskCase, background: background, ruling: nil, redactions: [before]
        ).html(in: context)
        for word in ["Slur<", "SLUR<", "slúr<", "slur<", "sLUR<", "Slûr<"] {
            // The name is in the quotation and among the facts about the commenter.
            #expect(count(page, word) == (word == "Slur<" ? 2 : 1), "\(word)")
        }
        var queue = QueuePage(
            staff: staff, filter: QueueFilter(.unread), entries: PageOfResults([]), counts: Sample.queueCounts,
            total: 1,
            day: ModeratorDay(decided: 0, removed: 0), now: Sample.updated)
        queue.unread = PageOfResults([UnreadComment(comment: slur, story: deskCase.story)])
        #expect(count(queue.html(in: context), "SLUR<") == 1 && count(queue.html(in: context), "Slur<") == 1)
        let report = ReportPage(story: Sample.story().reference, comment: slur).html(in: context)
        let story = Sample.page(Sample.story(), discussion: Sample.discussion([Sample.thread(slur)])).html(in: context)
        for page in [report, story] { #expect(!page.shown.contains("class=\"mask")) }
    }
}
