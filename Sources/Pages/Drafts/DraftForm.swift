import Foundation
import Markup
import Newsroom

/// The fields of a story that is being written.
struct DraftForm {
    let context: SiteContext
    let typed: TypedDraft
    /// `nil` for a new story.
    var draft: Draft.ID?
    let refusal: Refusal?

    func fields() -> HTML {
        let words = context.words.drafts
        return """
            \(line("headline", words.headline, typed.headline))\
            \(text("standfirst", words.standfirst, typed.standfirst, rows: 2, hint: words.standfirstHint))\
            <div class="side-by-side">
            \(line("byline", words.byline, typed.byline, hint: words.bylineHint))\
            \(line("place", words.place, typed.place, hint: words.placeHint))</div>
            \(text("body", words.body, typed.body, rows: 22, hint: words.bodyHint))\
            \(GalleryField(context: context, typed: typed.gallery, draft: draft, refusal: refusal).html())\
            \(text("topics", words.topics, typed.topics, rows: 3, hint: words.topicsHint))\
            <div class="side-by-side">
            \(time("publish-at", words.publishAt, typed.publishAt, hint: words.timeHint(zone)))\
            \(time("embargo", words.embargo, typed.embargoedUntil, hint: words.embargoHint))</div>
            <details class="more"\(" open", if: isMoreOpen)>
            <summary>\(words.more)</summary>
            \(more(words))</details>

            """
    }

    /// The fields that most stories do not need.
    private func more(_ words: DraftWords) -> HTML {
        """
        \(text("credits", words.credits, typed.credits, rows: 3, hint: words.creditsHint))\
        \(text("sign-off", words.signOff, typed.signOff, rows: 1, hint: words.signOffHint))\
        <div class="side-by-side">
        \(line("agency", words.agency, typed.agency))\
        \(line("language", words.language, typed.language, hint: words.languageHint))</div>
        \(text("related", words.related, typed.related, rows: 3, hint: words.relatedHint))\
        \(text("note", words.note, typed.note, rows: 3, hint: words.noteHint))\
        <p class="checkbox"><label><input type="checkbox" name="discussion-closed" value="yes"\
        \(" checked", if: typed.isDiscussionClosed)> \(words.discussionClosed)</label></p>

        """
    }

    /// The form is long, so a refusal stands at its field.
    private var note: HTML? { refusal?.note(in: context) }

    private var zone: String { context.house.timeZone.identifier }

    /// Whether one of the fields that most stories do not need is filled or refused.
    private var isMoreOpen: Bool {
        let inside: Set = ["credits", "sign-off", "agency", "language", "related", "note"]
        if let field = refusal?.field, inside.contains(field) { return true }
        let texts = [typed.credits, typed.signOff, typed.agency, typed.related, typed.note]
        return typed.isDiscussionClosed || texts.contains { !$0.isEmpty }
    }

    private func line(_ name: StaticString, _ label: String, _ value: String, hint: String? = nil) -> HTML {
        Field(
            name: name, label: label, hint: hint, isRequired: false, value: value, refusal: refusal,
            note: note
        ).html()
    }

    private func text(
        _ name: StaticString, _ label: String, _ value: String, rows: Int, hint: String? = nil
    ) -> HTML {
        Field(
            name: name, label: label, kind: .text(rows: rows), hint: hint, isRequired: false, value: value,
            refusal: refusal, note: note
        ).html()
    }

    /// A time, and the question which of two if clocks show it twice.
    private func time(_ name: StaticString, _ label: String, _ time: TypedDraft.Time, hint: String) -> HTML {
        let words = context.words.drafts
        let field = Field(
            name: name, label: label, kind: .time, hint: hint, isRequired: false, value: time.text, refusal: refusal,
            note: note)
        let isDouble = (context.time.dates(local: time.text)?.count ?? 0) > 1
        let choice = { (value: String, label: String) -> HTML in
            """
            <label><input type="radio" name="\(HTML(stringLiteral: name))-clock" value="\(value)"\
            \(" checked", if: time.clock == value)> \(label)</label>

            """
        }
        let question: HTML = """
            <fieldset class="checkbox"><legend>\(words.whichTime)</legend>
            \(choice("1", words.firstTime))\(choice("2", words.secondTime))</fieldset>

            """
        return "<div>\(field.html())\(question, if: isDouble)</div>\n"
    }
}
