import Markup
package import Newsroom

/// A refused note exactly as it was typed, with the reason for the refusal.
package struct TypedDeskNote: Sendable {
    package let text: String
    package let refusal: Refusal

    package init(text: String, refusal: Refusal) {
        self.text = text
        self.refusal = refusal
    }
}

/// The notes about the comment of a case and about its name, and the form for another.
struct NotesSection {
    let context: SiteContext
    let deskCase: Case
    let notes: [DeskNote]
    let typed: TypedDeskNote?
    let way: WayBack

    private var words: CaseWords { context.words.cases }

    func html() -> HTML {
        let list: HTML = "<ul class=\"reports\">\n\(notes.map(item))</ul>\n"
        return """
            <section class="case-part" id="notes" aria-labelledby="notes-title">
            <h2 id="notes-title">\(words.notes)</h2>
            \(notes.isEmpty ? "<p class=\"case-facts\">\(words.noNotes)</p>\n" : list)\(form)</section>

            """
    }

    private func item(_ note: DeskNote) -> HTML {
        let subject = note.subject == .comment ? words.aboutComment : words.aboutName
        return """
            <li><span class="typed" dir="auto">\(note.text)</span>
            <p class="case-facts"><bdi>\(note.authorName)</bdi> · \(context.commentTime(note.createdAt)) · \
            \(subject)</p></li>

            """
    }

    private var aboutName: HTML {
        "<button class=\"quiet\" name=\"about\" value=\"name\">\(words.addAboutName)</button>\n"
    }

    private var form: HTML {
        let prefix = "note-\(deskCase.id)-"
        let field = Field(
            name: "note", label: words.note, kind: .text(rows: 2), hint: words.noteHint, value: typed?.text ?? "",
            refusal: typed?.refusal, form: prefix)
        let isOpen: HTML = typed == nil ? "" : " open"
        return """
            <details class="others"\(isOpen)>
            <summary>\(words.addNote)</summary>
            <form class="noting" method="post" action="\(Address.caseNotes(deskCase.id))">\
            \(way.hidden)
            \(typed?.refusal.note(in: context, form: prefix))\(field.html())<div class="buttons">
            <button class="quiet" name="about" value="comment">\(words.addAboutComment)</button>
            \(aboutName, if: !deskCase.comment.isErased)</div>
            </form>
            </details>

            """
    }
}
