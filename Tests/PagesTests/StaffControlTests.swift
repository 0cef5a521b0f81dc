import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Controls for staff, and comments by the desk", .timeLimit(.minutes(1)))
struct StaffControlTests {
    private let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator)
    private static let badge = "<span class=\"by-desk\">Staff reply</span>"

    private func page(_ threads: [Newsroom.Thread]) -> StoryPage {
        Sample.page(Sample.story(), discussion: Sample.discussion(threads))
    }

    private func deskComment(_ number: Int64 = 8, state: Newsroom.Comment.State = .published) -> Newsroom.Comment {
        Newsroom.Comment(
            id: .init(number), story: .init(7), parent: .init(1), thread: .init(1), name: "The desk", text: "Because.",
            state: state, storyVersion: 1, createdAt: Sample.published, editedAt: nil, replyCount: 0, isByDesk: true)
    }

    private func deskCase(_ comment: Newsroom.Comment) -> Case {
        Case(
            id: .init(9), comment: comment, story: Sample.story().reference, openedAt: Sample.published, reportCount: 0,
            reports: [], othersByAuthor: [])
    }

    @Test("The shared page has no control, and a filled page has one for each comment")
    func filled() throws {
        let context = try Sample.context()
        let removed = Sample.comment(2, parent: 1, thread: 1, state: .removed(clause: "abuse"))
        let html = page([Sample.thread(Sample.comment(1), [removed])]).html(in: context)
        for shared in [html.shown, html.shown(to: SlotFilling(own: OwnComments()), in: context).string] {
            #expect(!shared.contains("/desk") && !shared.contains("Rule on it"))
        }
        let key = PageKey(milliseconds: 5, number: 6)
        let controls = StaffControls(context: context, place: StoryPlace(.story(.newest), after: key))
        let filled = html.shown(to: SlotFilling(isStaff: true, controls: controls), in: context).string
        #expect(
            filled.contains(
                "</a> <form method=\"post\" action=\"/desk/comments/1/case\"><input type=\"hidden\" name=\"back\" "
                    + "value=\"newest.5-6\"><button class=\"plain\" aria-describedby=\"by-1\">Rule on it</button></form>"
            ))
        #expect(!filled.contains("action=\"/desk/comments/2/case\""))
        #expect(filled.contains("<a href=\"/desk/comments/2/case?back=newest.5-6\">Open the case of comment 2</a>"))
    }

    @Test("The slots of a thousand comments hold no content")
    func light() throws {
        let comments = (1...1_000).map { Sample.comment($0) }
        let (_, slots) = page(comments.map { Sample.thread($0) }).html(in: try Sample.context()).separated()
        let rules = slots.filter { $0.name.hasPrefix("rule ") }
        #expect(rules.count == 1_000 && rules.allSatisfy { $0.content.isEmpty })
    }

    @Test("The decision that the moderator has made stands at its comment, with its undo")
    func done() throws {
        let context = try Sample.context()
        let html = page([Sample.thread(Sample.comment(1)), Sample.thread(Sample.comment(3))]).html(in: context)
        func filled(_ outcome: Ruling.Outcome) -> String {
            let ruling = Ruling(
                id: .init(4), caseID: .init(9), comment: .init(3), staffName: "Desk One", outcome: outcome,
                clause: "abuse", sentence: nil, createdAt: Sample.updated, undoneAt: nil)
            let controls = StaffControls(
                context: context, place: StoryPlace(.story(.oldest)), done: QueueDone(.ruling(ruling)))
            return html.shown(to: SlotFilling(isStaff: true, controls: controls), in: context).string
        }
        let kept = filled(.dismiss)
        #expect(kept.components(separatedBy: "role=\"status\"><p>Kept.</p>").count == 2)
        #expect(
            kept.contains(
                "action=\"/desk/rulings/4/undo\" data-act=\"undo\"><input type=\"hidden\" name=\"back\" value=\"oldest\">"
            ))
        let place = try #require(kept.range(of: "Kept.")?.lowerBound)
        #expect(kept[..<place].contains("id=\"comment-3\""))
    }

    @Test("A comment by the desk has a mark in every place, outside of the name")
    func marked() throws {
        let context = try Sample.context()
        let comment = deskComment()
        let thread = Sample.thread(Sample.comment(1), [comment])
        let case9 = deskCase(Sample.comment(1))
        let long = Newsroom.Comment(
            id: .init(8), story: .init(7), parent: nil, thread: .init(8), name: "The desk",
            text: String(repeating: "word ", count: 300), state: .published, storyVersion: 1,
            createdAt: Sample.published, editedAt: nil, replyCount: 0, isByDesk: true)
        func casePage(_ background: CaseContext) -> String {
            CasePage(staff: staff, deskCase: case9, background: background, ruling: nil).html(in: context).shown
        }
        let entry = QueueEntry(
            id: .init(9), comment: comment, story: Sample.story().reference, reportCount: 1,
            urgency: Urgency(openedAt: Sample.published, isHeld: false, reportMinutes: 60, audienceMinutes: 0),
            escalatedAt: nil, claim: nil)
        let name = "<bdi>The desk</bdi>"
        let bylines = [
            page([thread]).html(in: context).shown,
            CommentPage(
                story: Sample.story(), comment: comment, thread: thread, updates: StoryUpdates(current: 1),
                state: .open(until: nil), now: Sample.published
            ).html(in: context).shown,
            ReportPage(story: Sample.story().reference, comment: comment).html(in: context).shown,
            casePage(CaseContext(answers: [comment])), casePage(CaseContext(above: [comment])),
            CasePage(staff: staff, deskCase: deskCase(comment), ruling: nil).html(in: context).shown,
        ]
        for html in bylines { #expect(html.contains("\(name) <span class=\"wrote\">wrote:</span> \(Self.badge)")) }
        #expect(casePage(CaseContext(above: [long])).contains("\(name) \(Self.badge)"))
        #expect(
            QueueRow(entry: entry, filter: QueueFilter(), now: Sample.updated).html(in: context).string
                .contains("\(name)</strong> \(Self.badge)"))
    }

    @Test("No name of a reader looks or reads like the mark")
    func imitated() throws {
        for name in [
            "The desk wrote: Staff reply", "<span class=\"by-desk\">Staff reply</span>", "The desk Staff reply",
        ] {
            let html = page([Sample.thread(Sample.comment(1, name: name))]).html(in: try Sample.context()).shown
            #expect(!html.contains(Self.badge) && !html.contains("class=\"by-desk\""))
            let heading = try #require(html.firstMatch(of: /<h3 id="by-1">(.*?)<\/h3>/)).output.1
            #expect(heading.hasSuffix("</bdi> <span class=\"wrote\">wrote:</span>"))
        }
    }

    @Test("The case of a comment that readers see has the form for a reply, and a refused reply comes back")
    func form() throws {
        let context = try Sample.context()
        func html(_ state: Newsroom.Comment.State, typed: TypedDeskReply? = nil) -> String {
            var page = CasePage(staff: staff, deskCase: deskCase(Sample.comment(1, state: state)), ruling: nil)
            page.typedReply = typed
            page.way = .story(StoryPlace(.comment(.init(1))))
            return page.html(in: context).shown
        }
        let published = html(.published)
        #expect(published.contains("action=\"/desk/cases/9/reply\"><input type=\"hidden\" name=\"back\" value=\"1\">"))
        #expect(published.contains("under the name “The desk”") && published.contains("<details class=\"replying\">"))
        for state in [Newsroom.Comment.State.held, .removed(clause: "abuse")] {
            #expect(!html(state).contains("/reply\""))
        }
        let typed = TypedDeskReply(text: "</textarea>My words", refusal: Refusal(.ruling(.notAnswerable)))
        for state in [Newsroom.Comment.State.published, .held] {
            let refused = html(state, typed: typed)
            #expect(
                refused.contains("<details class=\"replying\" open>") && refused.contains("&lt;/textarea&gt;My words"))
            #expect(refused.contains("Readers do not see this comment now"))
        }
    }

    @Test("Every form of a case that somebody opened on a story leads back there")
    func wayBack() throws {
        let story = StoryPlace(.story(.newest))
        var page = CasePage(staff: staff, deskCase: deskCase(Sample.comment(1)), ruling: nil)
        page.way = .story(story)
        let html = page.html(in: try Sample.context()).shown
        let forms = html.matches(of: /<form(?:[^>]*)method="post" action="\/desk\/cases[^"]*">(.*)\n/)
        #expect(forms.count == 4)
        #expect(html.components(separatedBy: "<input type=\"hidden\" name=\"back\" value=\"newest\">").count == 5)
        #expect(html.contains("?order=newest#comment-1\">Back to the story</a>"))
        #expect(!html.contains("Next case") && !html.contains("queue-keys"))
    }
}
