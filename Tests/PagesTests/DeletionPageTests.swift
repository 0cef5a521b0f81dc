import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Deleting one's own comment, on pages", .timeLimit(.minutes(1)))
struct DeletionPageTests {
    private func page(
        _ removal: OwnRemoval, state: Newsroom.Comment.State = .published, refusal: Refusal? = nil,
        isWithdrawn: Bool = false
    ) throws -> String {
        DeleteCommentPage(
            story: isWithdrawn ? nil : Sample.story().reference,
            comment: Sample.comment(5, name: "old_salt", text: state == .deleted ? "" : "Own words.", state: state),
            removal: removal, refusal: refusal
        ).html(in: try Sample.context()).shown
    }

    @Test("The page shows the comment and one button, and says what becomes of the texts")
    func forms() throws {
        let delete = try page(.deletable), ask = try page(.askable)
        for html in [delete, ask] {
            #expect(html.contains("Own words.") && html.contains("old_salt"))
            #expect(html.contains("<form method=\"post\" action=\"/comments/5/delete\">"))
            #expect(html.contains("If nobody has reported the comment, we erase your name"))
            #expect(html.contains("/comments/5#comment-5\">Back to the discussion</a>"))
        }
        #expect(delete.contains("<button>Delete comment</button>") && !delete.contains("name=\"ask\""))
        #expect(ask.contains("<button>Ask for removal</button>") && ask.contains("name=\"ask\" value=\"yes\""))
        let late = try page(.askable, refusal: Refusal(.deletion(.timeOver)))
        #expect(late.contains("role=\"alert\"") && late.contains("That time is over. You can ask for its removal."))
    }

    @Test("The same page says what the desk decided, with its note as typed")
    func outcomes() throws {
        let asked = try page(.asked(at: Sample.updated))
        #expect(
            asked.contains("You asked on <time") && asked.contains("Own words.") && !asked.contains("method=\"post\""))
        let declined = try page(.declined(at: Sample.updated, note: "<b>Quoted</b> by others"))
        #expect(declined.contains("They decided on <time"))
        #expect(
            declined.contains(
                "Their note to you: <q class=\"typed\" dir=\"auto\">&lt;b&gt;Quoted&lt;/b&gt; by others</q>"))
        let done = try page(.done, state: .deleted)
        #expect(done.contains("<h1>Your comment is removed</h1>") && !done.contains("old_salt"))
        #expect(done.contains("#comments\">Back to the discussion</a>") && !done.contains("<blockquote"))
        let withdrawn = try page(.deletable, isWithdrawn: true)
        #expect(withdrawn.contains("Own words.") && !withdrawn.contains(Sample.headline))
        #expect(!withdrawn.contains("href=\"/stories/"))
    }

    @Test("In a thread, a deleted comment is a line that names no rule, and its replies stay")
    func stub() throws {
        let deleted = Sample.comment(3, name: "kept_name", text: "kept text", state: .deleted)
        let answer = Sample.comment(4, text: "An answer.", parent: 3, thread: 3)
        let html = Sample.page(
            discussion: Sample.discussion([Sample.thread(deleted, [answer])])
        ).html(in: try Sample.context()).shown
        #expect(html.contains("<p>This comment was removed by its author.</p>") && !html.contains("Rule broken"))
        #expect(!html.contains("kept_name") && !html.contains("kept text") && html.contains("An answer."))
    }

    @Test("Only its author gets the links below a comment, on the page for all there is none")
    func links() throws {
        let context = try Sample.context()
        let new = Newsroom.Comment(
            id: .init(6), story: .init(7), parent: nil, thread: .init(6), name: "new", text: "New.", state: .published,
            storyVersion: 1, createdAt: Sample.published, editedAt: nil, replyCount: 0)
        let html = Sample.page(
            discussion: Sample.discussion(
                [Sample.thread(new), Sample.thread(Sample.comment(7))], state: .closed(.byAge, since: Sample.published))
        ).html(in: context)
        for filling in [
            SlotFilling(), SlotFilling(own: OwnComments()), SlotFilling(own: OwnComments(deletable: [.init(9)])),
        ] {
            #expect(!html.shown(to: filling, in: context).string.contains("/delete\""))
        }
        let own = html.shown(
            to: SlotFilling(own: OwnComments(editable: [.init(6)], deletable: [.init(6)], askable: [.init(7)])),
            in: context
        ).string
        #expect(
            own.contains(
                "<a class=\"own\" href=\"/comments/6/edit\">Edit</a> <a class=\"own\" href=\"/comments/6/delete\">Delete</a>"
            ))
        #expect(own.contains("<a class=\"own\" href=\"/comments/7/delete\">Ask for removal</a>"))
        let held = html.shown(
            to: SlotFilling(
                own: OwnComments(
                    held: [Sample.comment(8, state: .held), Sample.comment(9, state: .held)], deletable: [.init(8)],
                    askable: [.init(9)])), in: context
        ).string
        #expect(
            held.contains("/comments/8/delete\">Delete</a>")
                && held.contains("/comments/9/delete\">Ask for removal</a>"))
    }

    private func casePage(
        _ comment: Newsroom.Comment, askedAt: Date? = nil, closedAt: Date? = nil, ruling: Ruling? = nil
    ) throws -> String {
        let deskCase = Case(
            id: .init(9), comment: comment, story: Sample.story().reference, openedAt: Sample.published, reportCount: 0,
            reports: [], othersByAuthor: [], askedAt: askedAt, closedAt: closedAt)
        var page = CasePage(
            staff: Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator),
            deskCase: deskCase, ruling: ruling)
        page.way = .queue(QueueFilter())
        return page.html(in: try Sample.context()).shown
    }

    @Test("A request is named in its case, and needs no rule")
    func request() throws {
        let html = try casePage(Sample.comment(5), askedAt: Sample.updated)
        #expect(html.contains("The commenter asked for the removal of this comment on <time"))
        #expect(html.contains("<option value=\"author\" selected>No rule: the commenter asks for removal</option>"))
        #expect(html.contains("whether you remove the comment or keep it"))
        #expect(try !casePage(Sample.comment(5)).contains("value=\"author\""))
    }

    @Test("A case whose comment is deleted cannot be decided, and shows what the desk has")
    func closed() throws {
        let erased = try casePage(Sample.comment(5, name: "", text: "", state: .deleted), closedAt: Sample.updated)
        #expect(erased.contains("There is nothing to decide. The commenter removed this comment on <time"))
        #expect(erased.contains("Nobody had reported it") && !erased.contains("name=\"outcome\""))
        #expect(erased.contains(">Next case</button>") && !erased.contains("data-claim"))
        #expect(!erased.contains("id=\"commenter\"") && !erased.contains("<bdi></bdi>"))
        let kept = try casePage(Sample.comment(5, text: "Kept words.", state: .deleted), closedAt: Sample.updated)
        #expect(kept.contains("Kept words.") && !kept.contains("Nobody had reported it"))
        #expect(!kept.contains("Black out a passage") && !kept.contains("class=\"replying\""))
    }

    @Test("A removal at the author's request is named as one, and has no undo")
    func ruled() throws {
        let ruling = Ruling(
            id: .init(3), caseID: .init(9), comment: .init(5), staffName: "Desk One", outcome: .uphold, clause: nil,
            sentence: nil, createdAt: Sample.updated, undoneAt: nil)
        let html = try casePage(Sample.comment(5, name: "", text: "", state: .deleted), ruling: ruling)
        #expect(html.contains("removed by Desk One</a> · at the commenter"))
        #expect(!html.contains("/desk/rulings/3/undo"))
        let context = try Sample.context()
        let done = QueueDone(.ruling(ruling)).html(in: context, .desk).string
        #expect(done.contains("Removed at the commenter") && !done.contains("/undo"))
    }
}
