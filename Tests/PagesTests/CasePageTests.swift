import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("The page of a case", .timeLimit(.minutes(1)))
struct CasePageTests {
    private func html(
        _ background: CaseContext, comment: Newsroom.Comment = Sample.comment(5, parent: 4, thread: 1),
        reports: [Report] = [], note: TypedDeskNote? = nil
    ) throws -> String {
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator)
        let deskCase = Case(
            id: .init(9), comment: comment, story: Sample.story().reference, openedAt: Sample.published,
            reportCount: reports.count, reports: reports, othersByAuthor: [])
        var page = CasePage(staff: staff, deskCase: deskCase, background: background, ruling: nil)
        page.typedNote = note
        return page.html(in: try Sample.context()).shown
    }

    @Test("The parent is above the comment, and the rest of the thread is folded below it")
    func thread() throws {
        let background = CaseContext(
            above: [Sample.comment(4, text: "The parent."), Sample.comment(1, text: "The beginning.")],
            isGapAbove: true, siblings: [Sample.comment(3, text: "A sibling.")],
            answers: [Sample.comment(6, text: "An answer.")])
        let html = try html(background, comment: Sample.comment(5, text: "The reported one.", parent: 4, thread: 1))
        let texts = [
            "The parent.", "The reported one.", "3 more comments", "The beginning.", "A sibling.", "An answer.",
        ]
        let places = texts.compactMap { html.range(of: $0)?.lowerBound }
        #expect(places.count == texts.count && places == places.sorted())
        #expect(html.contains("Some comments in between are not shown."))
    }

    @Test("A parent that readers do not see is shown with its state")
    func unseenParent() throws {
        let removed = Sample.comment(4, text: "Vile.", state: .removed(clause: "abuse"))
        let html = try html(CaseContext(above: [removed]))
        #expect(html.contains("Vile.") && html.contains("<strong>removed: Abuse</strong>"))
        let held = try self.html(CaseContext(above: [Sample.comment(4, text: "Held.", state: .held)]))
        #expect(held.contains("Held.") && held.contains("<strong>awaiting review</strong>"))
    }

    @Test("A comment without a parent has no place for one")
    func noParent() throws {
        let html = try html(CaseContext(), comment: Sample.comment(5))
        #expect(!html.contains("In reply to") && !html.contains("more comment"))
    }

    @Test("A long parent is cut and shown whole on demand")
    func longParent() throws {
        let text = String(repeating: "word ", count: 300) + "the end"
        let html = try html(CaseContext(above: [Sample.comment(4, text: text)]))
        #expect(html.contains("…") && html.contains("Show the whole comment") && html.contains("the end"))
    }

    @Test("The quoted passage of the story is shown with its sentence")
    func passage() throws {
        let comment = Sample.comment(5, text: "> until the horn sounded\n\nI did.")
        let html = try html(CaseContext(quotedVersion: Sample.version()), comment: comment)
        #expect(html.contains("Nobody believed it <mark>until the horn sounded</mark>,” the harbour master said"))
        let other = Sample.comment(5, text: "> words that are nowhere in it")
        #expect(!(try self.html(CaseContext(quotedVersion: Sample.version()), comment: other)).contains("Quotes the"))
    }

    @Test("The name has its first day, its numbers and other names from its network")
    func commenter() throws {
        let record = CommenterRecord(
            since: Sample.published, count: 1_000, removed: ["abuse": 3, "hate": 1],
            neighbors: [.init(name: "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", count: 2), .init(name: "x<y", count: 1)],
            furtherNeighbors: 4)
        let html = try html(CaseContext(isStoryWithdrawn: true, commenter: record))
        #expect(html.contains("first comment here on Feb 2, 2013 · 1,000 or more comments"))
        #expect(html.contains("<strong>4 removed</strong> (Abuse 3, Hate speech 1)"))
        #expect(html.contains("<bdi>\u{5E9}\u{5DC}\u{5D5}\u{5DD}</bdi> (2), <bdi>x&lt;y</bdi> (1), 4 more names"))
        #expect(html.contains("This story was withdrawn."))
        let alone = try self.html(CaseContext(commenter: CommenterRecord(since: Sample.published, count: 1)))
        #expect(alone.contains("1 comment · none removed") && alone.contains("No other names from the same network"))
    }

    @Test("Each report has the record of its reporter")
    func reporters() throws {
        let reports = (1...2).map { number in
            Report(id: .init(number), comment: .init(5), clause: "abuse", text: nil, createdAt: Sample.updated)
        }
        let records = [Report.ID(1): ReporterRecord(upheld: 4, dismissed: 1)]
        let html = try html(CaseContext(reporters: records), reports: reports)
        #expect(html.contains("4 led to removal, 1 did not") && html.contains("no earlier rulings"))
    }

    @Test("Notes have their author, and a refused note comes back")
    func notes() throws {
        let notes = [DeskNote.Subject.name, .comment].enumerated().map { number, subject in
            DeskNote(
                id: .init(Int64(number)), subject: subject, authorName: "Desk Two", text: "Seen before.",
                createdAt: Sample.updated)
        }
        let html = try html(CaseContext(notes: notes))
        #expect(html.contains("about this name") && html.contains("about this comment"))
        #expect(html.contains("Seen before.") && html.contains("<bdi>Desk Two</bdi>"))
        #expect(html.contains("action=\"/desk/cases/9/notes\"") && !html.contains("<details class=\"others\" open>"))
        let typed = TypedDeskNote(text: "</textarea>My words", refusal: Sample.missing(.deskNote, field: "note"))
        let refused = try self.html(CaseContext(), note: typed)
        #expect(refused.contains("&lt;/textarea&gt;My words") && refused.contains("<details class=\"others\" open>"))
        #expect(refused.contains("Enter a note."))
    }

    @Test("Earlier texts are on the page")
    func earlierTexts() throws {
        let texts = [EarlierText(text: "First *words*.", replacedAt: Sample.updated)]
        let html = try html(CaseContext(earlierTexts: texts))
        #expect(html.contains("1 earlier text") && html.contains("First <em>words</em>."))
    }
}
