import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Notes on the page of a draft", .timeLimit(.minutes(1)))
struct DraftNotesTests {
    private let ada = DraftPerson(id: .init(1), name: "Ada Example")

    private func draft(body: String = "The ferry sails at noon.") -> Draft {
        var content = DraftContent()
        (content.headline, content.body) = ("A ferry returns", body)
        return Draft(
            id: .init(7), state: .draft, story: nil, author: ada, content: content, revision: 3,
            updatedAt: Sample.updated, updatedBy: ada,
            lease: DraftLease(number: 1, holder: nil, since: nil, usedAt: nil))
    }

    private func note(
        _ number: Int64, _ text: String, passage: String? = nil, isResolved: Bool = false
    ) -> DraftNote {
        DraftNote(
            id: .init(number), author: ada, createdAt: Sample.published, text: text, passage: passage,
            resolution: isResolved
                ? .init(by: DraftPerson(id: .init(2), name: "Ben Example"), at: Sample.updated) : nil)
    }

    private func page(_ notes: [DraftNote], _ typed: TypedNote? = nil) throws -> String {
        let (context, draft) = (try Sample.context(), draft())
        var page = DraftPage(
            staff: Staff(id: .init(2), email: "b@example.org", name: "Ben Example", role: .editor), draft: draft,
            typed: TypedDraft(draft.content, in: context), mayPublish: true, now: Sample.updated)
        page.notes = DraftNotes(draft: draft, notes: notes, typed: typed)
        return page.html(in: context).shown
    }

    @Test("Open notes come first; resolved notes are folded, with the person and the time")
    func order() throws {
        let html = try page([note(1, "Settled.", isResolved: true), note(2, "When?\n\nAt noon?"), note(3, "<b>")])
        let (second, third) = (try #require(html.range(of: "When?")), try #require(html.range(of: "&lt;b&gt;")))
        let folded = try #require(html.range(of: "<summary>1 resolved note</summary>"))
        let first = try #require(html.range(of: "Settled."))
        #expect(second.lowerBound < third.lowerBound && third.lowerBound < folded.lowerBound)
        #expect(folded.lowerBound < first.lowerBound)
        #expect(html.contains("<p dir=\"auto\">When?<br>\n<br>\nAt noon?</p>"))
        #expect(html.contains("Resolved by Ben Example <time"))
        #expect(html.contains("action=\"/desk/drafts/7/notes/2/resolve\""))
        #expect(html.contains("action=\"/desk/drafts/7/notes/1/reopen\""))
    }

    @Test("A note shows its passage, and says when it is no longer in the text")
    func passages() throws {
        let sentence = "This passage is not in the saved text."
        #expect(try page([note(1, "Really?", passage: "at noon")]).contains(sentence) == false)
        let html = try page([note(1, "Really?", passage: "at noon"), note(2, "Why?", passage: "at\nnight")])
        #expect(html.components(separatedBy: sentence).count == 2)
        #expect(html.contains("<blockquote dir=\"auto\">at<br>\nnight</blockquote>"))
    }

    @Test("A draft without notes has only the form, and a new story has none")
    func empty() throws {
        let html = try page([])
        #expect(html.contains("No open notes") && !html.contains("resolved note"))
        #expect(html.contains("<form id=\"note-form\"") && html.contains("name=\"passage\""))
        let new = DraftPage(
            staff: Staff(id: .init(2), email: "b@example.org", name: "Ben Example", role: .editor), draft: nil,
            typed: TypedDraft(), mayPublish: true, now: Sample.updated)
        #expect(!new.html(in: try Sample.context()).shown.contains("note-form"))
    }

    @Test("A refused note keeps what was typed, and its field names the sentence")
    func refused() throws {
        let refusal = Sample.missing(.draftNote, field: "text")
        let html = try page([], TypedNote(text: " ", passage: "at \"noon\"", refusal: refusal))
        #expect(html.contains("id=\"note-refusal\" tabindex=\"-1\">Enter a note.</p>"))
        #expect(html.contains("aria-describedby=\"note-refusal note-text-hint\" aria-invalid=\"true\""))
        #expect(html.contains("at &quot;noon&quot;</textarea>") || html.contains("at &#34;noon&#34;</textarea>"))
    }

    @Test("A list of drafts has the number of open notes where there are any")
    func list() throws {
        let drafts = [0, 1, 2].map { count in
            DraftSummary(
                id: .init(Int64(count + 1)), state: .draft, story: nil, headline: "No. \(count)", author: ada,
                updatedAt: Sample.updated, appearsAt: nil, openNotes: count)
        }
        let page = DeskStoriesPage(
            staff: Staff(id: .init(2), email: "b@example.org", name: "Ben Example", role: .editor),
            sections: [.init(.mine, PageOfResults(drafts.map(DeskStory.draft)))], filter: StoryFilter(), part: nil,
            parts: [.mine])
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains(" · 1 open note</p>") && html.contains(" · 2 open notes</p>") && !html.contains("0 open"))
    }
}
