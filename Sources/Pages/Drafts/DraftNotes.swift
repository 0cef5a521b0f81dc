import Markup
package import Newsroom

/// A refused note exactly as it was typed, with the reason for the refusal.
package struct TypedNote: Sendable {
    package let text: String
    package let passage: String
    package let refusal: Refusal

    package init(text: String, passage: String, refusal: Refusal) {
        self.text = text
        self.passage = passage
        self.refusal = refusal
    }
}

/// The notes on a draft: the open ones, the resolved ones, and the form for another.
package struct DraftNotes: Sendable {
    package let draft: Draft
    package let notes: [DraftNote]
    package var typed: TypedNote?

    package init(draft: Draft, notes: [DraftNote], typed: TypedNote? = nil) {
        self.draft = draft
        self.notes = notes
        self.typed = typed
    }

    func html(in context: SiteContext) -> HTML {
        let words = context.words.notes
        let withoutPassage = draft.content.notesWithoutPassage(notes)
        let items = { (notes: [DraftNote]) in notes.map { item($0, isGone: withoutPassage.contains($0.id), context) } }
        let open = items(notes.filter { $0.resolution == nil })
        let resolved = items(notes.filter { $0.resolution != nil })
        let list: HTML = "<ol class=\"drafts\">\n\(open)</ol>\n"
        let folded: HTML = """
            <details class="others">
            <summary>\(words.resolved(resolved.count))</summary>
            <ol class="drafts">
            \(resolved)</ol>
            </details>

            """
        return """
            <section class="write" aria-labelledby="notes">
            <h2 id="notes">\(words.heading)</h2>
            \(open.isEmpty ? "<p class=\"hint\">\(words.none)</p>\n" : list)\(folded, if: !resolved.isEmpty)\
            \(form(context))</section>

            """
    }

    private func item(_ note: DraftNote, isGone: Bool, _ context: SiteContext) -> HTML {
        let words = context.words.notes
        let gone: HTML = "<p class=\"hint\">\(words.passageIsGone)</p>\n"
        let passage: HTML? = note.passage.map { passage in
            """
            <div class="quoted">
            <blockquote dir="auto">\(lines(passage))</blockquote>
            \(gone, if: isGone)</div>

            """
        }
        let resolution: HTML? = note.resolution.map { resolution in
            " · \(words.resolvedBy(resolution.by.name)) \(context.commentTime(resolution.at))"
        }
        let isOpen = note.resolution == nil
        let action = Address.draftNote(note.id, of: draft.id, isOpen ? "resolve" : "reopen")
        return """
            <li id="note-\(note.id.number)"><p class="meta"><bdi>\(note.author.name)</bdi> · \
            \(context.commentTime(note.createdAt))\(resolution)</p>
            \(passage)<p dir="auto">\(lines(note.text))</p>
            <form class="meta" method="post" action="\(action)"><button class="plain">\
            \(isOpen ? words.resolve : words.reopen) <span class="unseen">\(words.noteBy(note.author.name))</span>\
            </button></form></li>

            """
    }

    /// A text with its line breaks.
    private func lines(_ text: String) -> HTML {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(text: $0) }.joined(separator: "<br>\n")
    }

    /// Its `action` has no fragment, because browsers then ignore which field has the focus. A refused note comes
    /// back with its field in view.
    private func form(_ context: SiteContext) -> HTML {
        let (words, prefix) = (context.words.notes, "note-")
        let optional = context.words.form.optional
        let text = Field(
            name: "text", label: words.text, kind: .text(rows: 4), hint: words.textHint, value: typed?.text ?? "",
            refusal: typed?.refusal, form: prefix)
        let passage = Field(
            name: "passage", label: words.passage, kind: .text(rows: 2), hint: words.passageHint, optional: optional,
            value: typed?.passage ?? "", refusal: typed?.refusal, form: prefix)
        return """
            <form id="note-form" class="draft" method="post" \
            action="\(Address.draft(draft.id, "notes"))" novalidate>
            \(typed?.refusal.note(in: context, form: prefix))\(text.html())\(passage.html())\
            <p class="hint">\(words.addHint)</p>
            <p class="buttons"><button>\(words.add)</button></p>
            </form>

            """
    }
}
